/**
 * Regular expressions of Go (RE2) as expressions of JavaScript, as far as both mean the same; what RE2 refuses is refused, and what JavaScript cannot
 * say is unknown. Source: Go's regexp/syntax.
 */
import { GoError, UnknownError } from '../value/errors.ts';

/** A regular expression of Go as one of JavaScript. */
export interface Expression {
  readonly matcher: RegExp;
  /** Repetitions within repetitions: the time may grow without bound with the text. */
  readonly isCostly: boolean;
}

const posix: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: '\\x00-\\x7f',
  blank: '\\t ',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`\\{-~',
  space: '\\t\\n\\v\\f\\r ',
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};

const escaped = (character: string): string => (/[\\^$.*+?()[\]{}|/-]/.test(character) ? `\\${character}` : character);
/** Outside of a class a hyphen must not be escaped. */
const literal = (character: string): string => (character === '-' ? '-' : escaped(character));

/** @throws GoError for what RE2 refuses; UnknownError for what JavaScript does not have. */
export function translate(source: string): Expression {
  return new Translator(source).expression();
}

class Translator {
  readonly #source: string;
  #at = 0;
  #flags = 'u';
  #dotAll = false;
  #made = '';
  /** For each open group: where it begins in what is made, and whether something in it repeats. */
  readonly #groups: { repeats: boolean }[] = [{ repeats: false }];
  #lastRepeats = false;
  #isCostly = false;
  #mayRepeat = false;

  constructor(source: string) {
    this.#source = source;
  }

  expression(): Expression {
    this.#leadingFlags();
    while (this.#at < this.#source.length) this.#piece();
    if (this.#groups.length > 1) throw this.#error('missing closing )');
    try {
      return { matcher: new RegExp(this.#made, `${this.#flags}g`), isCostly: this.#isCostly };
    } catch (error) {
      if (error instanceof Error && /out of order/.test(error.message))
        throw this.#error('invalid character class range');
      throw new UnknownError('a regular expression that is not understood');
    }
  }

  #error(what: string): GoError {
    return new GoError(`error parsing regexp: ${what}: \`${this.#source}\``);
  }

  #leadingFlags(): void {
    const found = /^\(\?([ims]+)\)/.exec(this.#source);
    if (found === null) return;
    this.#at = found[0].length;
    for (const flag of new Set(found[1])) {
      if (flag === 's') this.#dotAll = true;
      else this.#flags += flag;
    }
  }

  #emit(text: string, repeats = false): void {
    this.#made += text;
    this.#mayRepeat = true;
    this.#lastRepeats = repeats;
  }

  #piece(): void {
    const character = String.fromCodePoint(this.#source.codePointAt(this.#at) as number);
    switch (character) {
      case '\\':
        this.#escape();
        return;
      case '[':
        this.#class();
        return;
      case '(':
        this.#group();
        return;
      case ')':
        this.#close();
        return;
      case '.':
        this.#at++;
        this.#emit(this.#dotAll ? '[\\s\\S]' : '[^\\n]');
        return;
      case '|':
      case '^':
      case '$':
        this.#at++;
        this.#made += character;
        this.#mayRepeat = character !== '|';
        this.#lastRepeats = false;
        return;
      case '*':
      case '+':
      case '?':
        this.#repeat(character, character !== '?');
        return;
      case '{': {
        const counted = /^\{(\d+)(?:(,)(\d*))?\}/.exec(this.#source.slice(this.#at));
        if (counted === null) break;
        if (Number(counted[1]) > 1000 || Number(counted[3] ?? 0) > 1000) throw this.#error('invalid repeat count');
        this.#repeat(counted[0], counted[2] !== undefined && counted[3] === '');
        return;
      }
    }
    this.#at += character.length;
    this.#emit(literal(character));
  }

  #repeat(written: string, isOpen: boolean): void {
    if (!this.#mayRepeat) throw this.#error(`missing argument to repetition operator`);
    if (isOpen && this.#lastRepeats) this.#isCostly = true;
    this.#at += written.length;
    const lazy = this.#source[this.#at] === '?' ? '?' : '';
    this.#at += lazy.length;
    if (/^(?:[*+?]|\{\d+(?:,\d*)?\})/.test(this.#source.slice(this.#at)))
      throw this.#error('invalid nested repetition operator');
    this.#made += written + lazy;
    this.#lastRepeats = true;
    const group = this.#groups.at(-1) as { repeats: boolean };
    if (isOpen) group.repeats = true;
  }

  #group(): void {
    const rest = this.#source.slice(this.#at);
    const named = /^\(\?P?<([A-Za-z_]\w*)>/.exec(rest);
    const open = named !== null ? `(?<${named[1]}>` : rest.startsWith('(?:') ? '(?:' : '(';
    if (open === '(' && rest.startsWith('(?')) {
      if (/^\(\?[imsU-]+[:)]/.test(rest)) throw new UnknownError('a regular expression with flags in its middle');
      throw this.#error('invalid or unsupported Perl syntax');
    }
    this.#at += named?.[0].length ?? open.length;
    this.#made += open;
    this.#groups.push({ repeats: false });
    this.#mayRepeat = false;
  }

  #close(): void {
    const group = this.#groups.length > 1 ? this.#groups.pop() : undefined;
    if (group === undefined) throw this.#error('unexpected )');
    this.#at++;
    this.#emit(')', group.repeats);
    if (group.repeats) (this.#groups.at(-1) as { repeats: boolean }).repeats = true;
  }

  #escape(): void {
    const rest = this.#source.slice(this.#at + 1);
    if (rest.startsWith('Q')) {
      const end = rest.indexOf('\\E');
      const said = rest.slice(1, end < 0 ? undefined : end);
      this.#at += end < 0 ? rest.length + 1 : end + 3;
      for (const character of said) this.#emit(literal(character));
      return;
    }
    const anchor = ({ A: '(?<![\\s\\S])', z: '(?![\\s\\S])', b: '\\b', B: '\\B' } as Record<string, string>)[
      rest[0] ?? ''
    ];
    if (anchor !== undefined) {
      this.#at += 2;
      this.#made += anchor;
      this.#mayRepeat = false;
      return;
    }
    const { text, isClass } = this.#escapedItem();
    this.#emit(isClass ? `[${text}]` : text === '\\-' ? '-' : text);
  }

  /** What a backslash begins, as a part of a class. */
  #escapedItem(): { readonly text: string; readonly isClass: boolean } {
    const rest = this.#source.slice(this.#at + 1);
    const [first = ''] = rest;
    const take = (length: number, text: string, isClass = false) => {
      this.#at += length + 1;
      return { text, isClass };
    };
    if (/[dDwW]/.test(first)) return take(1, `\\${first}`, true);
    if (first === 's') return take(1, '\\t\\n\\f\\r ', true);
    if (first === 'S') return take(1, '\\x00-\\x08\\x0b\\x0e-\\x1f!-\\u{10ffff}', true);
    const property = /^([pP])(?:\{(\^?)([A-Za-z_]+)\}|([LMNPSZC]))/.exec(rest);
    if (property !== null) {
      const letter = (property[1] === 'P') === (property[2] === '^') ? 'p' : 'P';
      const name = property[3] ?? property[4] ?? '';
      return take(property[0].length, `\\${letter}{${name.length > 2 ? `Script=${name}` : name}}`, true);
    }
    const code = /^x(?:([0-9a-fA-F]{2})|\{([0-9a-fA-F]{1,6})\})/.exec(rest);
    if (code !== null) return take(code[0].length, `\\u{${code[1] ?? code[2]}}`);
    if (first === 'a') return take(1, '\\x07');
    if (/[ftnrv]/.test(first)) return take(1, `\\${first}`);
    const octal = /^(?:0[0-7]{0,2}|[1-7][0-7]{2})/.exec(rest);
    if (octal !== null) return take(octal[0].length, `\\u{${Number.parseInt(octal[0], 8).toString(16)}}`);
    if (first === '') throw this.#error('trailing backslash at end of expression');
    if (/[0-9A-Za-z]/.test(first) || first > '\x7f') throw this.#error('invalid escape sequence');
    return take(1, escaped(first));
  }

  #class(): void {
    const source = this.#source;
    let made = '[';
    this.#at++;
    if (source[this.#at] === '^') {
      made += '^';
      this.#at++;
    }
    for (let isFirst = true; ; isFirst = false) {
      if (this.#at >= source.length) throw this.#error('missing closing ]');
      if (source[this.#at] === ']' && !isFirst) break;
      made += this.#classItem();
    }
    this.#at++;
    this.#emit(`${made}]`);
  }

  #classItem(): string {
    const rest = this.#source.slice(this.#at);
    const named = /^\[:(\^?)(\w+):\]/.exec(rest);
    if (named !== null) {
      const set = posix[named[2] ?? ''];
      if (set === undefined) throw this.#error('invalid character class range');
      if (named[1] === '^') throw new UnknownError('a regular expression with a negated class in a class');
      this.#at += named[0].length;
      return set;
    }
    const low = this.#classEnd();
    const next = this.#source.slice(this.#at);
    if (low.isClass || !next.startsWith('-') || next.startsWith('-]')) return low.text;
    this.#at++;
    const high = this.#classEnd();
    if (high.isClass) throw this.#error('invalid character class range');
    return `${low.text}-${high.text}`;
  }

  #classEnd(): { readonly text: string; readonly isClass: boolean } {
    if (this.#source[this.#at] === '\\') return this.#escapedItem();
    const code = this.#source.codePointAt(this.#at);
    if (code === undefined) throw this.#error('missing closing ]');
    const character = String.fromCodePoint(code);
    this.#at += character.length;
    return { text: escaped(character), isClass: false };
  }
}
