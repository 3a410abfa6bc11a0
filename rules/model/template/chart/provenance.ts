/**
 * Where each stretch of rendered text comes from, and what of it is unknown, for a reader of YAML. Must not know what the text says.
 */
import { lineStart } from '../../../text/source.ts';
import type { HiddenLine, Masked } from '../../../yaml/template.ts';
import { isBoundedBlock, type Piece, type Text } from '../value/text.ts';

/** A part of a piece, with its place in the rendered text. */
export interface Stretch {
  /** UTF-16 offsets in the rendered text. */
  readonly start: number;
  readonly end: number;
  readonly piece: Piece;
}

/** The pieces of a rendered text by their place in it. */
export class Provenance {
  readonly text: string;
  readonly #pieces: readonly Piece[];
  readonly #starts: readonly number[];

  constructor(text: Text) {
    this.text = text.toString();
    this.#pieces = text.pieces.filter((piece) => piece.text !== '');
    let at = 0;
    this.#starts = this.#pieces.map((piece) => {
      const start = at;
      at += piece.text.length;
      return start;
    });
  }

  /** What a stretch was written by, cut to the stretch, in order. @param end the same as `start` asks for what stands there. */
  within(start: number, end: number): readonly Stretch[] {
    const found: Stretch[] = [];
    for (let at = this.#indexAt(start); at < this.#pieces.length; at++) {
      const piece = this.#pieces[at] as Piece;
      const from = this.#starts[at] as number;
      if (from >= Math.max(end, start + 1)) break;
      const [first, last] = [Math.max(start, from), Math.min(Math.max(end, start + 1), from + piece.text.length)];
      found.push({ start: first, end: last, piece: cutTo(piece, first - from, last - from) });
    }
    return found;
  }

  /** The last piece that begins at an offset or before. */
  #indexAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function cutTo(piece: Piece, from: number, to: number): Piece {
  const text = piece.text.slice(from, to);
  return piece.literal ? { ...piece, text, start: piece.start + from, end: piece.start + to } : { ...piece, text };
}

/** @returns the text with its unknown parts hidden; undefined where all of it is known. */
export function maskUnknown(text: string): Masked | undefined {
  const inline: { start: number; end: number }[] = [];
  const lines: HiddenLine[] = [];
  const hidden = text.replaceAll(/[\uE0F0\uE0F1][\uE100-\uE17F]*\uE0F2/g, (mark, start: number) => {
    const end = start + mark.length;
    const isLine = mark.startsWith('\uE0F1') && isBlank(text, start, -1) && isBlank(text, end, 1);
    if (isLine && isBoundedBlock(mark)) lines.push({ start, end, column: start - lineStart(text, start) });
    else (isLine ? lines : inline).push({ start, end });
    return (isLine ? ' ' : 'x').repeat(mark.length);
  });
  return inline.length + lines.length === 0 ? undefined : { text: hidden, inline, lines };
}

/** Whether nothing but blanks stands between an offset and the end of its line, or with a step of -1 its start. */
function isBlank(text: string, from: number, step: 1 | -1): boolean {
  for (let at = step === 1 ? from : from - 1; at >= 0 && at < text.length; at += step) {
    const character = text[at];
    if (character === '\n') return true;
    if (character !== ' ' && character !== '\t' && character !== '\r') return false;
  }
  return true;
}
