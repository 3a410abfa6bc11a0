/** Words of shell text: quotes, expansions, and the text inside substitutions. Total on any text, in linear time. */
import type { Span } from '../../text/source.ts';

/** A word of a command, in offsets of the file. */
export interface ShellWord {
  /** Without its quotes; expansions stay as they are written. */
  readonly text: string;
  /** Holds an expansion, so that only the shell knows what it becomes. */
  readonly expands: boolean;
  readonly span: Span;
}

/** A stretch of shell text inside a word. */
export interface Inner {
  readonly start: number;
  readonly end: number;
}

/** Where the next word of the same line ends, from a blank before it. */
export function skipWord(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && (text[i] === ' ' || text[i] === '\t')) i++;
  return i < end && text[i] !== '\n' ? Math.max(readWord(text, i, end, 0).end, i) : i;
}

/** Characters that mean nothing to the shell, outside of quotes and inside. */
const ordinary = /[^\s'"\\$`<>;&|()]+/y;

/** One word from `at`: up to a blank or an operator outside quotes. */
export function readWord(
  text: string,
  at: number,
  end: number,
  offset: number,
): { word: ShellWord; inners: Inner[]; end: number } {
  let value = '';
  let expands = false;
  let quote = '';
  const inners: Inner[] = [];
  let i = at;
  while (i < end) {
    ordinary.lastIndex = i;
    if (ordinary.test(text)) {
      const to = Math.min(ordinary.lastIndex, end);
      value += text.slice(i, to);
      i = to;
      continue;
    }
    const char = text[i] as string;
    if (quote === "'") {
      if (char === "'") quote = '';
      else value += char;
      i++;
      continue;
    }
    if (char === '\\') {
      value += text[i + 1] ?? '';
      i += 2;
      continue;
    }
    if ((char === '$' || char === '<' || char === '>') && text[i + 1] === '(' && (char === '$' || quote === '')) {
      const close = closing(text, i + 2, end);
      // `$((...))` computes a number.
      if (text[i + 2] !== '(' || char !== '$') inners.push({ start: i + 2, end: close });
      expands = true;
      value += text.slice(i, close + 1);
      i = close + 1;
      continue;
    }
    if (char === '`') {
      const close = text.indexOf('`', i + 1);
      const to = close < 0 || close > end ? end : close;
      inners.push({ start: i + 1, end: to });
      expands = true;
      value += text.slice(i, to + 1);
      i = to + 1;
      continue;
    }
    if (char === '$' && /[A-Za-z_{0-9@*#?$!-]/.test(text[i + 1] ?? '')) expands = true;
    if (quote === '"') {
      if (char === '"') quote = '';
      else value += char;
      i++;
      continue;
    }
    if (char === '"' || char === "'") {
      quote = char;
      i++;
      continue;
    }
    if (/[\s;&|()<>]/.test(char) && !(char === '<' && text[i + 1] === '(')) break;
    value += char;
    i++;
  }
  const stop = Math.min(i, end);
  return { word: { text: value, expands, span: { start: offset + at, end: offset + stop } }, inners, end: stop };
}

/** The offset of the `)` that closes a substitution, or the end. */
function closing(text: string, from: number, end: number): number {
  let depth = 1;
  let quote = '';
  for (let i = from; i < end; i++) {
    const char = text[i] as string;
    if (char === '\\' && quote !== "'") i++;
    else if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return i;
  }
  return end;
}
