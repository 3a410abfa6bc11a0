/**
 * Writes an object as people write manifests: any step of indentation, dashes flush or set in, brackets here and there, quotes, comments, either line
 * ending, JSON. Knows of every comment what it speaks of.
 */
import type { Tree } from './manifest.ts';

export interface PrintStyle {
  readonly step: 2 | 4;
  /** Columns from a key to the dashes of its list. */
  readonly dash: number;
  readonly eol: '\n' | '\r\n';
  readonly json: undefined | '' | '\t' | '  ' | '    ';
  /** Columns from a dash to its item. */
  readonly gap: 2 | 4;
  readonly comments: boolean;
  readonly anchors: boolean;
  readonly finalNewline: boolean;
  /** Decides about everything else, one number for each question; used from the start again when it runs out. Zeros give the plainest text. */
  readonly choices: readonly number[];
}

/** What a comment speaks of: the entry below it, the entry whose line it ends, or the block that it closes. */
export interface Comment {
  readonly id: string;
  readonly kind: 'above' | 'behind' | 'closing';
}

export interface Printed {
  readonly text: string;
  readonly comments: readonly Comment[];
}

export function print(tree: Tree, style: PrintStyle): Printed {
  if (style.json !== undefined) {
    const text = JSON.stringify(tree, null, style.json);
    return { text: (style.finalNewline ? `${text}\n` : text).replaceAll('\n', style.eol), comments: [] };
  }
  const printer = new Printer(style);
  printer.map(tree as { readonly [key: string]: Tree }, 0);
  const text = printer.lines.join(style.eol) + (style.finalNewline ? style.eol : '');
  return { text, comments: printer.comments };
}

class Printer {
  readonly lines: string[] = [];
  readonly comments: Comment[] = [];
  readonly #style: PrintStyle;
  #question = 0;
  #anchored = 0;

  constructor(style: PrintStyle) {
    this.#style = style;
  }

  map(map: { readonly [key: string]: Tree }, column: number): void {
    const quotes = this.#chance(12) ? (this.#chance(2) ? "'" : '"') : '';
    for (const [key, value] of Object.entries(map)) {
      this.#above(column);
      this.#pair(quotes + key + quotes, value, column);
    }
    this.#closing(column, false);
  }

  #pair(key: string, value: Tree, column: number): void {
    const { step, dash } = this.#style;
    const at = `${' '.repeat(column)}${key}:`;
    if (typeof value === 'string' && value.includes('\n')) {
      this.lines.push(
        `${at} |`,
        ...value
          .trimEnd()
          .split('\n')
          .map((line) => ' '.repeat(column + step) + line),
      );
    } else if (!isCollection(value) || isEmpty(value) || this.#chance(7)) {
      this.lines.push(`${at} ${this.#inline(value)}${this.#behind()}`.replace(/: $/, ':'));
    } else {
      this.lines.push(`${at}${this.#anchor()}${this.#behind()}`);
      if (isList(value)) this.#list(value, column + dash, dash === 0);
      else this.map(value as { readonly [key: string]: Tree }, column + step);
    }
  }

  #list(list: readonly Tree[], column: number, flush: boolean): void {
    const { gap } = this.#style;
    for (const item of list) {
      this.#above(column);
      const dash = ' '.repeat(column) + '-'.padEnd(gap);
      if (!isCollection(item) || isEmpty(item) || isList(item) || this.#chance(9)) {
        this.lines.push(dash + this.#inline(item) + this.#behind());
        continue;
      }
      const from = this.lines.length;
      // The first key stands behind its dash, where no comment above it can be.
      const [[key, value] = ['', null], ...others] = Object.entries(item as { readonly [key: string]: Tree });
      this.#pair(key, value, column + gap);
      this.lines[from] = dash + (this.lines[from] as string).slice(column + gap);
      for (const [other, below] of others) {
        this.#above(column + gap);
        this.#pair(other, below, column + gap);
      }
      this.#closing(column + gap, false);
    }
    this.#closing(column, true, flush);
  }

  #inline(value: Tree): string {
    if (value === null) return this.#chance(2) ? '' : 'null';
    if (isList(value)) return `[${value.map((item) => this.#inFlow(item)).join(', ')}]`;
    if (isCollection(value)) {
      const pad = this.#chance(2) ? ' ' : '';
      const pairs = Object.entries(value).map(([key, item]) => `${key}: ${this.#inFlow(item)}`);
      return pairs.length === 0 ? '{}' : `{${pad}${pairs.join(', ')}${pad}}`;
    }
    return typeof value === 'string' ? this.#string(value) : String(value);
  }

  #inFlow(value: Tree): string {
    return value === null ? 'null' : this.#inline(value);
  }

  #string(value: string): string {
    const plain = /^[a-zA-Z/][a-zA-Z0-9/._:-]*$/.test(value) && !/^(?:on|off|yes|no|true|false|null|y|n)$/i.test(value);
    if (plain && !this.#chance(6)) return value;
    return !value.includes('\n') && this.#chance(2) ? `'${value}'` : JSON.stringify(value);
  }

  #anchor(): string {
    return this.#style.anchors && this.#chance(9) ? ` &a${this.#anchored++}` : '';
  }

  #above(column: number): void {
    if (this.#chance(14)) this.lines.push('');
    if (this.#style.comments && this.#chance(8)) this.#comment('above', column, '# we do this because');
  }

  #behind(): string {
    if (!this.#style.comments || !this.#chance(9)) return '';
    const id = this.#named('behind');
    return ` # ${id}`;
  }

  #closing(column: number, listed: boolean, flush = false): void {
    if (!this.#style.comments || !this.#chance(8)) return;
    const isEntry = flush || this.#chance(2);
    this.#comment('closing', column, isEntry ? (listed ? '# -' : '# left: ') : '# that is all');
  }

  #comment(kind: Comment['kind'], column: number, words: string): void {
    this.lines.push(`${' '.repeat(column)}${words} ${this.#named(kind)}`);
  }

  #named(kind: Comment['kind']): string {
    const id = `c${this.comments.length}c`;
    this.comments.push({ id, kind });
    return id;
  }

  /** True once in so many times. */
  #chance(times: number): boolean {
    const { choices } = this.#style;
    const drawn = choices[this.#question++ % choices.length] ?? 0;
    return drawn % times === times - 1;
  }
}

function isCollection(value: Tree): value is readonly Tree[] | { readonly [key: string]: Tree } {
  return typeof value === 'object' && value !== null;
}

const isList = (value: Tree): value is readonly Tree[] => Array.isArray(value);
const isEmpty = (value: Tree): boolean => Object.keys(value as object).length === 0;
