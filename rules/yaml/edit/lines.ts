/** Whole lines of a block that come and go: where they begin, and which line breaks and blanks go with them. */
import { lineEnd, lineStart, nextLine, previousLineEnd } from '../../text/source.ts';
import type { Splice } from './splice.ts';

export class Lines {
  readonly #splice: Splice;
  readonly #text: string;
  readonly #eol: string;

  constructor(splice: Splice, eol: string) {
    this.#splice = splice;
    this.#text = splice.text;
    this.#eol = eol;
  }

  /** Whether nothing but blanks stands before an offset in its line. */
  beginsLine(offset: number): boolean {
    return this.#text.slice(lineStart(this.#text, offset), offset).trim() === '';
  }

  /**
   * The end of what stands above the first entry of a block, on the line of its key or dash: comments above that line are not the entry's. At the top
   * of a document none are, since they may speak of all of it.
   */
  floorOf(first: number): number {
    const text = this.#text;
    const own = lineStart(text, first);
    for (let at = own; at > 0; ) {
      const above = lineStart(text, at - 1);
      const line = text.slice(above, at).trim();
      if (line !== '' && !line.startsWith('#')) return /^---(?:\s|$)/.test(line) ? own - 1 : lineEnd(text, above);
      at = above;
    }
    return own - 1;
  }

  /**
   * Leaves lines out, with the line break before them; at the top of the text with the one behind them. Where the text ends with them, without a line
   * break, the blank lines above them go too, so that it still ends without one.
   */
  removeLines(start: number, end: number): void {
    const text = this.#text;
    if (start === 0) {
      this.#splice.skipTo(nextLine(text, end));
      return;
    }
    let from = previousLineEnd(text, start);
    if (end === text.length)
      while (from > 0 && text.slice(lineStart(text, from), from).trim() === '')
        from = previousLineEnd(text, lineStart(text, from));
    this.#splice.keepTo(from);
    this.#splice.skipTo(end);
  }

  /** Leaves out what shares its line with a dash; the entry that follows moves up to it, or stays below it with the comments above it. */
  moveUp(start: number, end: number, next: number): void {
    const text = this.#text;
    const below = text.slice(nextLine(text, end), lineStart(text, next));
    this.#splice.keepTo(below.includes('#') ? start - trailingBlanks(text, start) : start);
    this.#splice.skipTo(below.includes('#') ? end : next);
  }

  /** Lines behind a line. @param at its end. */
  insertLines(at: number, lines: readonly string[], column: number): void {
    this.#splice.keepTo(at);
    this.#splice.write(this.#eol + ' '.repeat(column) + this.join(lines, column));
  }

  /** Lines in front of the first entry of a block. */
  insertAbove(first: number, lines: readonly string[], column: number): void {
    this.#splice.keepTo(first);
    this.#splice.write(this.join(lines, column) + this.#eol + ' '.repeat(column));
  }

  /** Joins lines; all but the first get `column` blanks in front. */
  join(lines: readonly string[], column: number): string {
    return lines.join(this.#eol + ' '.repeat(column));
  }
}

function trailingBlanks(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] === ' ') at--;
  return offset - at;
}
