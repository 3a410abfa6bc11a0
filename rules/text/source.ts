/**
 * The text of a file and its line table. Offsets are UTF-16 code units from zero; spans are half open.
 * Knows nothing of YAML, Dockerfiles or the Language Server Protocol's types, but its positions are LSP positions.
 */

/** A half-open stretch of text: UTF-16 offsets, `start` included, `end` not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place as LSP counts it: zero-based line and zero-based UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export type LineEnding = '\n' | '\r\n';

export function shifted(of: Span, by: number): Span {
  return by === 0 ? of : { start: of.start + by, end: of.end + by };
}

/** Whether a stretch shares a character with one of several, which are given in order and do not overlap. */
export function overlaps(spans: readonly Span[], start: number, end: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).end <= start) low = middle + 1;
    else high = middle;
  }
  const first = spans[low];
  return first !== undefined && first.start < end;
}

/** The starts of lines; all that is needed to turn offsets into positions once the text itself is gone. */
export class LineTable {
  readonly starts: Uint32Array;
  /** Length of the text in UTF-16 code units. */
  readonly length: number;

  constructor(text: string) {
    const starts = [0];
    // A line ends at LF or CRLF. A lone CR is no line break for Kubernetes, BuildKit or the `yaml` package.
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.starts = Uint32Array.from(starts);
    this.length = text.length;
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** Zero-based line that holds the offset; offsets outside the text are clamped to it. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.length));
    const line = this.lineAt(clamped);
    return { line, character: clamped - (this.starts[line] as number) };
  }

  /** Offset of a position; a line or column past the end gives the end of the text or of the line. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.starts.length) return this.length;
    const start = this.starts[position.line] as number;
    const next = position.line + 1 < this.starts.length ? (this.starts[position.line + 1] as number) : this.length;
    return Math.max(start, Math.min(start + position.character, next));
  }
}

/** A text with its line table and line ending. Immutable: a new version of a file is a new object. */
export class SourceText {
  readonly text: string;
  #lines: LineTable | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get lines(): LineTable {
    this.#lines ??= new LineTable(this.text);
    return this.#lines;
  }

  /** The ending of the first line, which inserted lines copy; LF where there is none. */
  get lineEnding(): LineEnding {
    return lineEndingOf(this.text);
  }

  slice(of: Span): string {
    return this.text.slice(of.start, of.end);
  }
}

export function lineEndingOf(text: string): LineEnding {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}

/** Offset of the first character of the line that holds `offset`. */
export function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset just before the line break that ends the line of `offset` (before the CR of a CRLF), or the text's end. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return at > offset && text[at - 1] === '\r' ? at - 1 : at;
}

/** Offset just before the line break in front of a line that begins at `start`, which is not the text's first. */
export function previousLineEnd(text: string, start: number): number {
  return start > 1 && text[start - 2] === '\r' ? start - 2 : start - 1;
}

/** Offset just after the line break that ends the line of `offset`, or the text's end. */
export function nextLine(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at + 1;
}
