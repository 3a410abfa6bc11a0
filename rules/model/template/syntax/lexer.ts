/**
 * Cuts a template into text and the tokens of its actions, as text/template/parse/lex.go does. Total: an action that is not closed ends with its line,
 * and what is wrong becomes a problem. Must not know what tokens mean.
 */
import type { Span } from '../../../text/source.ts';

/** Kinds of tokens within an action, as Go's text/template/parse/lex.go has them. */
export type TokenKind =
  | 'bool'
  | 'char'
  | 'assign'
  | 'declare'
  | 'field'
  | 'identifier'
  | 'keyword'
  | 'open'
  | 'close'
  | 'comma'
  | 'number'
  | 'pipe'
  | 'string'
  | 'variable'
  | 'dot'
  | 'nil';

/** A token of an action, in UTF-16 offsets of the template. */
export interface Token extends Span {
  readonly kind: TokenKind;
  /** As written; of a string, what it says. */
  readonly text: string;
  /** Blanks stand before it, which tell `a .b` from `a.b`. */
  readonly spaced: boolean;
}

/** The span of an action has its delimiters in it. */
export type Part =
  | ({ readonly kind: 'text'; readonly text: string } & Span)
  | ({ readonly kind: 'action'; readonly tokens: readonly Token[]; readonly spaced: boolean } & Span);

/** What is wrong in a template, and where, in UTF-16 offsets. */
export interface Problem extends Span {
  readonly message: string;
}

const keywords = new Set(['block', 'break', 'continue', 'define', 'else', 'end', 'if', 'range', 'template', 'with']);
const blank = /[ \t\r\n]/;

/** Splits a template into texts and actions. Total: an action that is never closed ends with its line, which is a problem. */
export function lex(source: string): { readonly parts: readonly Part[]; readonly problems: readonly Problem[] } {
  const parts: Part[] = [];
  const problems: Problem[] = [];
  let at = 0;
  let trims = false;
  while (at <= source.length) {
    const open = source.indexOf('{{', at);
    const end = open < 0 ? source.length : open;
    const trimsLeft = open >= 0 && source[open + 2] === '-' && blank.test(source[open + 3] ?? '');
    let [from, to] = [at, end];
    if (trims) while (from < to && blank.test(source[from] as string)) from++;
    if (trimsLeft) while (to > from && blank.test(source[to - 1] as string)) to--;
    if (from < to) parts.push({ kind: 'text', text: source.slice(from, to), start: from, end: to });
    if (open < 0) break;
    const inside = open + (trimsLeft ? 3 : 2);
    const action = new ActionLexer(source, open, inside, problems);
    if (!action.isComment)
      parts.push({ kind: 'action', tokens: action.tokens, start: open, end: action.end, spaced: action.spaced });
    trims = action.trims;
    at = action.end;
  }
  return { parts, problems };
}

class ActionLexer {
  readonly tokens: Token[] = [];
  end: number;
  trims = false;
  isComment = false;
  /** Blanks stand before the right delimiter. */
  spaced = false;
  readonly #source: string;
  readonly #problems: Problem[];
  readonly #open: number;
  #at: number;

  constructor(source: string, open: number, inside: number, problems: Problem[]) {
    this.#source = source;
    this.#problems = problems;
    this.#open = open;
    this.#at = inside;
    this.end = source.length;
    // Behind a trim marker a blank may stand before the comment.
    const after = inside === open + 3 ? inside + 1 : inside;
    if (source.startsWith('/*', after)) this.#comment(after);
    else this.#tokens();
  }

  #problem(message: string, start: number, end: number): void {
    this.#problems.push({ message, start, end });
  }

  #comment(from: number): void {
    this.isComment = true;
    const close = this.#source.indexOf('*/', from + 2);
    if (close < 0) {
      this.#problem('unclosed comment', this.#open, this.#lineEnd(from));
      this.end = this.#lineEnd(from);
      return;
    }
    const after = close + 2;
    const trim = /^[ \t\r\n]-\}\}/.test(this.#source.slice(after, after + 4));
    if (trim || this.#source.startsWith('}}', after)) {
      this.trims = trim;
      this.end = after + (trim ? 4 : 2);
      return;
    }
    this.#problem('comment ends before closing delimiter', this.#open, after);
    const delimiter = this.#source.indexOf('}}', after);
    this.end = delimiter < 0 ? this.#source.length : delimiter + 2;
  }

  #lineEnd(from: number): number {
    const end = this.#source.indexOf('\n', from);
    return end < 0 ? this.#source.length : end;
  }

  /** An action without its end: what follows its line is no part of it. */
  #unclosed(): void {
    const end = this.#lineEnd(this.#open);
    this.#problem('unclosed action', this.#open, end);
    while ((this.tokens.at(-1)?.end ?? 0) > end) this.tokens.pop();
    this.end = end;
  }

  #tokens(): void {
    const source = this.#source;
    for (;;) {
      const before = this.#at;
      while (blank.test(source[this.#at] ?? '')) this.#at++;
      const spaced = this.#at > before;
      if (source.startsWith('}}', this.#at)) {
        this.spaced = spaced;
        this.end = this.#at + 2;
        return;
      }
      if (spaced && source.startsWith('-}}', this.#at)) {
        this.spaced = true;
        this.trims = true;
        this.end = this.#at + 3;
        return;
      }
      if (this.#at >= source.length || source.startsWith('{{', this.#at) || !this.#token(spaced)) {
        this.#unclosed();
        return;
      }
    }
  }

  #push(kind: TokenKind, text: string, length: number, spaced: boolean): true {
    this.tokens.push({ kind, text, spaced, start: this.#at, end: this.#at + length });
    this.#at += length;
    return true;
  }

  /** @returns false where no token can be read and the action cannot go on. */
  #token(spaced: boolean): boolean {
    const rest = this.#source.slice(this.#at, this.#at + 400);
    const first = rest[0] as string;
    const single = ({ '(': 'open', ')': 'close', '|': 'pipe', ',': 'comma', '=': 'assign' } as const)[first];
    if (single !== undefined) return this.#push(single, first, 1, spaced);
    if (rest.startsWith(':=')) return this.#push('declare', ':=', 2, spaced);
    if (first === '"' || first === '`' || first === "'") return this.#quotedToken(first, spaced);
    const word = /^(?:\.[\p{L}\p{Nd}_]+|\$[\p{L}\p{Nd}_]*|[\p{L}_][\p{L}\p{Nd}_]*)/u.exec(rest)?.[0];
    const number =
      /^[+-]?(?:0[xX][0-9a-fA-F_]+(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]+)?|0[bB][01_]+|0[oO][0-7_]+|(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9_]+)?)i?/.exec(
        rest,
      )?.[0];
    if (number !== undefined && !(first === '.' && word !== undefined && !/^\.[0-9]/.test(rest)))
      return this.#ended(number) ? this.#push('number', number, number.length, spaced) : this.#bad(rest, number.length);
    if (word !== undefined) {
      if (!this.#ended(word)) return this.#bad(rest, word.length);
      const kind = word.startsWith('.')
        ? 'field'
        : word.startsWith('$')
          ? 'variable'
          : keywords.has(word)
            ? 'keyword'
            : word === 'true' || word === 'false'
              ? 'bool'
              : word === 'nil'
                ? 'nil'
                : 'identifier';
      return this.#push(kind, word, word.length, spaced);
    }
    if (first === '.') return this.#push('dot', '.', 1, spaced);
    return this.#bad(rest, 1);
  }

  /** Names and numbers must be followed by something that ends them (lex.go, `atTerminator`). */
  #ended(word: string): boolean {
    const next = this.#source[this.#at + word.length] ?? '';
    return next === '' || /[ \t\r\n.,|:=)(}]/.test(next) || this.#source.startsWith('-}}', this.#at + word.length);
  }

  #bad(rest: string, length: number): boolean {
    this.#problem(`bad character ${JSON.stringify(rest[length] ?? rest[0])}`, this.#at, this.#at + length + 1);
    this.#at += Math.max(length, 1);
    return true;
  }

  #quotedToken(quote: string, spaced: boolean): boolean {
    const source = this.#source;
    let end = this.#at + 1;
    for (; end < source.length && source[end] !== quote; end++) {
      if (quote === '`') continue;
      if (source[end] === '\n') break;
      if (source[end] === '\\') end++;
    }
    if (source[end] !== quote) {
      this.#problem(
        quote === '`' ? 'unterminated raw quoted string' : 'unterminated quoted string',
        this.#at,
        this.#lineEnd(this.#at),
      );
      return false;
    }
    const raw = source.slice(this.#at + 1, end);
    const length = end + 1 - this.#at;
    if (quote === '`') return this.#push('string', raw.replaceAll('\r', ''), length, spaced);
    const text = unescaped(raw);
    if (text === undefined) this.#problem('invalid syntax', this.#at, end + 1);
    return this.#push(quote === '"' ? 'string' : 'char', text ?? raw, length, spaced);
  }
}

const simple: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

/** What a quoted Go string says (`strconv.Unquote`). @returns undefined for an escape that Go does not know. */
function unescaped(raw: string): string | undefined {
  let isWrong = false;
  const text = raw.replaceAll(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|([\s\S]?))/g,
    (_, hex?: string, four?: string, eight?: string, octal?: string, letter?: string) => {
      const code = hex ?? four ?? eight;
      if (code !== undefined || octal !== undefined) {
        const point = code === undefined ? Number.parseInt(octal as string, 8) : Number.parseInt(code, 16);
        if (point > 0x10ffff) isWrong = true;
        return isWrong ? '' : String.fromCodePoint(point);
      }
      const known = simple[letter ?? ''];
      if (known === undefined) isWrong = true;
      return known ?? '';
    },
  );
  return isWrong ? undefined : text;
}
