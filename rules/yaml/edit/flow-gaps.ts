/** What stands between the entries of a map or list between brackets: commas, line breaks and comments, as entries come and go. */
import { lineEnd, lineStart, previousLineEnd, type Span } from '../../text/source.ts';
import type { YamlMap, YamlSequence } from '../tree.ts';
import { startOfEntry } from './comments.ts';
import type { Splice } from './splice.ts';

/** Writes new text for an entry. @param indent what its line begins with; undefined where all entries share one line. */
export type Fresh = (indent: string | undefined) => string;

/** How the entries of a collection are separated. */
export interface Separation {
  /** Each entry has a line of its own, which begins with `indent`. */
  readonly ownLines: boolean;
  readonly indent: string;
  /** The comma between entries of one line, with the blanks behind it. */
  readonly comma: string;
  readonly eol: string;
}

export class FlowGaps {
  readonly #splice: Splice;
  readonly #text: string;
  readonly #node: YamlMap | YamlSequence;
  readonly #ownLines: boolean;
  readonly #indent: string;
  readonly #comma: string;
  readonly #eol: string;

  constructor(splice: Splice, node: YamlMap | YamlSequence, { ownLines, indent, comma, eol }: Separation) {
    this.#splice = splice;
    this.#text = splice.text;
    this.#node = node;
    this.#ownLines = ownLines;
    this.#indent = indent;
    this.#comma = comma;
    this.#eol = eol;
  }

  exchange(going: readonly Span[], fresh: readonly Fresh[]): void {
    const [first, last] = [going[0] as Span, going.at(-1) as Span];
    const separator = this.#ownLines ? `,${this.#eol}${this.#indent}` : this.#comma;
    this.#splice.replace(first.start, last.end, this.#joined(fresh, separator));
  }

  #joined(fresh: readonly Fresh[], separator: string): string {
    return fresh.map((one) => one(this.#ownLines ? this.#indent : undefined)).join(separator);
  }

  remove(before: Span | undefined, going: readonly Span[], after: Span | undefined): void {
    const text = this.#text;
    const splice = this.#splice;
    const [first, last] = [going[0] as Span, going.at(-1) as Span];
    const floor = before === undefined ? this.#node.start : (this.#behindComma(before.end) ?? before.end);
    const lead = startOfEntry(text, first.start, floor);
    const beginsLine = text.slice(lineStart(text, first.start), first.start).trim() === '';
    const comma = this.#behindComma(last.end);
    const lastEnd = lineEnd(text, comma ?? last.end);
    if (after !== undefined) {
      // Whole lines, so that a comment above the entry that follows stays with it.
      if (beginsLine && lineStart(text, after.start) > lastEnd) {
        splice.keepTo(previousLineEnd(text, lead));
        splice.skipTo(lastEnd);
      } else {
        splice.keepTo(first.start);
        splice.skipTo(after.start);
      }
      return;
    }
    if (before === undefined) return;
    const closesBelow = this.#node.end > lastEnd;
    const keepsComma = comma !== undefined && this.#ownLines;
    if (!keepsComma) {
      const own = this.#behindComma(before.end);
      splice.keepTo(own === undefined ? before.end : own - 1);
      splice.skipTo(own ?? before.end);
    }
    if (beginsLine && lead > before.end) {
      splice.keepTo(Math.max(previousLineEnd(text, lead), keepsComma ? before.end : 0));
      splice.skipTo(closesBelow ? lastEnd : (comma ?? last.end));
    } else splice.skipTo(keepsComma || comma === undefined ? last.end : comma);
  }

  insert(before: Span | undefined, fresh: readonly Fresh[], after: Span | undefined): void {
    const splice = this.#splice;
    const pad = this.#ownLines ? this.#eol + this.#indent : '';
    const separator = this.#ownLines ? `,${pad}` : this.#comma;
    const written = this.#joined(fresh, separator);
    if (before === undefined) {
      if (after === undefined) return;
      splice.keepTo(after.start);
      splice.write(written + separator);
      return;
    }
    const comma = this.#behindComma(before.end);
    if (comma === undefined) {
      splice.keepTo(before.end);
      splice.write(this.#ownLines ? ',' : separator);
      if (this.#ownLines) {
        splice.keepTo(this.#endOfLine(before.end, after));
        splice.write(pad);
      }
      splice.write(written);
      return;
    }
    splice.keepTo(comma);
    if (this.#ownLines) {
      splice.keepTo(this.#endOfLine(comma, after));
      splice.write(`${pad}${written},`);
    } else splice.write(after === undefined ? ` ${written}` : `${this.#comma.slice(1)}${written},`);
  }

  /** The end of a line, so that its comment stays in it, unless something of the collection follows there. */
  #endOfLine(offset: number, after: Span | undefined): number {
    const end = lineEnd(this.#text, offset);
    return end <= (after?.start ?? this.#node.end - 1) ? end : offset;
  }

  /** Offset just behind the comma that follows an entry; undefined when none does. */
  #behindComma(from: number): number | undefined {
    const text = this.#text;
    for (let at = from; at < this.#node.end; at++) {
      const character = text[at];
      if (character === ',') return at + 1;
      if (character === '#') at = lineEnd(text, at) - 1;
      else if (character !== ' ' && character !== '\n' && character !== '\r' && character !== '\t') return undefined;
    }
    return undefined;
  }
}
