/**
 * The first reading of a Dockerfile: directives, comments, where each instruction begins and ends, heredocs. Follows BuildKit's parser
 * (frontend/dockerfile/parser: directives, continuation, heredocs), where `dockerfile-ast` does not. Knows no instruction
 * but those that may have heredocs.
 */
import { lineEnd, nextLine, type Span } from '../../text/source.ts';

/** A heredoc of an instruction, in offsets of the file. */
export interface Heredoc {
  readonly name: string;
  /** The name was quoted: nothing in the body is expanded. */
  readonly literal: boolean;
  /** Leading tabs of the body are cut (`<<-`). */
  readonly chomp: boolean;
  /** `<<EOF` in the instruction. */
  readonly start: Span;
  readonly body: Span;
  /** The closing line is missing, which BuildKit refuses. */
  readonly unterminated: boolean;
}

/** Where an instruction stands, in offsets of the file; nothing of it is read yet. */
export interface RawInstruction {
  /** From its keyword to the end of its last line, heredocs included. */
  readonly span: Span;
  /** The same without heredocs. */
  readonly head: Span;
  readonly heredocs: readonly Heredoc[];
  /** Set when the keyword itself is broken by continuations, which BuildKit takes out without a blank. */
  readonly broken: { readonly keyword: string; readonly end: number } | undefined;
}

/** The instructions of a file, and its text as they are read from it. */
export interface RawDockerfile {
  readonly escape: '\\' | '`';
  /** Offset behind the directives at the top; nothing may be put above it. */
  readonly directivesEnd: number;
  readonly instructions: readonly RawInstruction[];
  /**
   * The text with every offset kept, in which continuations and comments are blanks: what BuildKit sees as one line is read as one. Heredoc
   * bodies are blanks too.
   */
  readonly logical: string;
}

const directive = /^[ \t]*#[ \t]*([a-z][a-z0-9]*)[ \t]*=[ \t]*(\S.*)$/i;
const comment = /^[ \t\uFEFF]*#/;

/** @param text of any kind. Total, and in linear time. */
export function readLines(text: string): RawDockerfile {
  const { escape, end: directivesEnd } = readDirectives(text);
  const blanks = new Blanks(text);
  const instructions: RawInstruction[] = [];
  let at = directivesEnd;
  while (at < text.length) {
    const line = text.slice(at, lineEnd(text, at));
    if (comment.test(line) || line.trim() === '' || line.trim() === '\uFEFF') {
      blanks.add(at, lineEnd(text, at));
      at = nextLine(text, at);
      continue;
    }
    const start = at + (/^[\s\uFEFF]*/.exec(line)?.[0].length ?? 0);
    const head = { start, end: readHead(text, at, escape, blanks) };
    const heredocs: Heredoc[] = [];
    let end = head.end;
    at = nextLine(text, end);
    if (/^(?:onbuild[ \t]+)?(?:run|copy|add)[ \t]/i.test(blanks.slice(head))) {
      for (const opening of heredocStarts(blanks.slice(head), head.start)) {
        const read = readHeredoc(text, at, opening.name, opening.chomp);
        heredocs.push({ ...opening, body: read.body, unterminated: read.unterminated });
        blanks.addLines(at, read.end);
        end = read.end;
        at = nextLine(text, end);
      }
    }
    instructions.push({ span: { start, end }, head, heredocs, broken: brokenKeyword(text, head, escape) });
  }
  return { escape, directivesEnd, instructions, logical: blanks.text };
}

/** Only the first block of comments counts; the first line that is no known directive ends it. */
function readDirectives(text: string): { escape: '\\' | '`'; end: number } {
  let escape: '\\' | '`' = '\\';
  const seen = new Set<string>();
  let at = 0;
  while (at < text.length) {
    const found = directive.exec(text.slice(at, lineEnd(text, at)).replace(/^\uFEFF/, ''));
    const key = found?.[1]?.toLowerCase() ?? '';
    if (found === null || !['syntax', 'escape', 'check'].includes(key) || seen.has(key)) break;
    seen.add(key);
    if (key === 'escape' && found[2]?.trimEnd() === '`') escape = '`';
    at = nextLine(text, at);
  }
  return { escape, end: at };
}

/** Reads the physical lines of one instruction; what joins them becomes blank. @returns the end of the last one. */
function readHead(text: string, from: number, escape: string, blanks: Blanks): number {
  // BuildKit: an escape character at the end of a line continues it, unless another one stands before it.
  const continued = escape === '`' ? /(?:^|[^`])`[ \t]*$/ : /(?:^|[^\\])\\[ \t]*$/;
  let at = from;
  let end = lineEnd(text, at);
  while (true) {
    const line = text.slice(at, lineEnd(text, at));
    const inside = at !== from;
    const next = nextLine(text, at);
    if (inside && (comment.test(line) || line.trim() === '')) {
      blanks.add(at, lineEnd(text, at));
    } else {
      end = lineEnd(text, at);
      if (!continued.test(line)) return end;
      blanks.add(at + line.lastIndexOf(escape), end);
    }
    if (next <= at || next >= text.length) return end;
    blanks.add(lineEnd(text, at), next);
    at = next;
  }
}

const brokenBySlash = /^[a-z]+(?:\\[ \t]*\r?\n[a-z]+)+(?=\s|$)/i;
const brokenByTick = /^[a-z]+(?:`[ \t]*\r?\n[a-z]+)+(?=\s|$)/i;

/** `R\` and `UN` on the next line: a keyword, as long as nothing stands before the second half. */
function brokenKeyword(text: string, { start, end }: Span, escape: string): RawInstruction['broken'] {
  const pattern = escape === '`' ? brokenByTick : brokenBySlash;
  const word = pattern.exec(text.slice(start, Math.min(end, start + 200)))?.[0];
  if (word === undefined) return undefined;
  return { keyword: word.replaceAll(/[^a-z]/gi, '').toUpperCase(), end: start + word.length };
}

/** BuildKit's `reHeredoc`, on words: `<<EOF`, `<<-EOF`, `3<<EOF`; glued to something else it is none. */
const heredocWord = /^(\d*)<<(-?)([^<]+)$/;

function heredocStarts(head: string, offset: number): Pick<Heredoc, 'name' | 'literal' | 'chomp' | 'start'>[] {
  const found: Pick<Heredoc, 'name' | 'literal' | 'chomp' | 'start'>[] = [];
  if (!head.includes('<<')) return found;
  for (const word of head.matchAll(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\]|["'])+/g)) {
    const match = heredocWord.exec(word[0]);
    if (match === null) continue;
    const raw = match[3] ?? '';
    // A quoted or escaped delimiter loses its quotes and backslashes, as in a shell.
    const name = raw.replace(
      /"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/g,
      (_, double?: string, single?: string, escaped?: string) => double ?? single ?? escaped ?? '',
    );
    found.push({
      name,
      literal: /["'\\]/.test(raw),
      chomp: match[2] === '-',
      start: { start: offset + word.index, end: offset + word.index + word[0].length },
    });
  }
  return found;
}

function readHeredoc(
  text: string,
  from: number,
  name: string,
  chomp: boolean,
): { body: Span; end: number; unterminated: boolean } {
  let at = from;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const line = chomp ? text.slice(at, end).replace(/^\t+/, '') : text.slice(at, end);
    if (line === name) return { body: { start: from, end: at }, end, unterminated: false };
    at = nextLine(text, at);
  }
  return { body: { start: Math.min(from, text.length), end: text.length }, end: text.length, unterminated: true };
}

/** Collects stretches that read as blanks, and applies them once. */
class Blanks {
  readonly #source: string;
  readonly #spans: Span[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  add(start: number, end: number): void {
    if (end > start) this.#spans.push({ start, end });
  }

  /** The same for several lines, which stay lines. */
  addLines(start: number, end: number): void {
    for (let at = start; at < end; at = nextLine(this.#source, at))
      this.add(at, Math.min(end, lineEnd(this.#source, at)));
  }

  /** A stretch as it reads with what was blanked in it. */
  slice(of: Span): string {
    let from = this.#spans.length;
    while (from > 0 && (this.#spans[from - 1] as Span).end > of.start) from--;
    return blanked(this.#source, of, this.#spans.slice(from));
  }

  get text(): string {
    return blanked(this.#source, { start: 0, end: this.#source.length }, this.#spans);
  }
}

function blanked(text: string, of: Span, spans: readonly Span[]): string {
  const parts: string[] = [];
  let at = of.start;
  for (const { start, end } of spans) {
    if (end <= at || start >= of.end) continue;
    const from = Math.max(start, at);
    parts.push(text.slice(at, from), ' '.repeat(Math.min(end, of.end) - from));
    at = Math.min(end, of.end);
  }
  parts.push(text.slice(at, of.end));
  return parts.join('');
}
