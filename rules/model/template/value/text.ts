/**
 * Text that knows where it comes from: pieces, each with its stretch of a template and, where it is printed from a value, the value's path. Owns what
 * can be done to text without losing that; must not know templates.
 */

/** A stretch of output with the place that it comes from. */
export interface Piece {
  readonly text: string;
  /** The template that wrote it, by its name. */
  readonly template: string;
  /** UTF-16 offsets in the template: of this very text for literal text, of the action for what an action made. */
  readonly start: number;
  readonly end: number;
  readonly literal: boolean;
  /** Path of the value in the chart's values, where it was printed from one. */
  readonly path?: readonly string[];
  /** The value was changed on the way, so that another value cannot simply be written. */
  readonly derived?: true;
}

/**
 * Marks in text that stand for a value that is not known, or for any number of lines of which this is so, with the reason between them. All are
 * characters for private use, which no chart holds and YAML reads as letters.
 */
const mark = { value: '\uE0F0', block: '\uE0F1', end: '\uE0F2', letters: 0xe100 } as const;

const written = (reason: string): string =>
  [...reason].map((letter) => String.fromCharCode(mark.letters + ((letter.codePointAt(0) as number) & 0x7f))).join('');

/** @param reason in ASCII. */
export const unknownText = (reason: string): string => mark.value + written(reason) + mark.end;

/** Says of a block that none of its lines begins further left than the mark stands. No reason holds it. */
const boundary = '\uE17F';

/**
 * The mark of lines that are unknown as a whole, within a text.
 * @param reason why. @param isBounded none of the lines begins further left than the mark is going to stand on a line of its own.
 */
export const unknownBlock = (reason: string, isBounded = false): string =>
  mark.block + (isBounded ? boundary : '') + written(reason) + mark.end;

/** Whether a mark is one of a block that nothing stands left of. */
export const isBoundedBlock = (text: string): boolean => text.startsWith(mark.block + boundary);

/** The same mark of a block, alone at the start of a line that is going to be indented together with the lines behind the mark. */
const indentedMark = (text: string): string =>
  text.startsWith(mark.block) && !isBoundedBlock(text) && text.indexOf(mark.end) === text.length - 1
    ? mark.block + boundary + text.slice(1)
    : text;

/** Whether some part of a text is unknown. */
export const holdsUnknown = (text: string): boolean => text.includes(mark.end);

/** Whether some lines of a text are unknown as a whole. */
export const holdsUnknownBlock = (text: string): boolean => text.includes(mark.block);

/** Why a part of a text is unknown: the first reason in it. */
export function reasonIn(text: string): string | undefined {
  const letters = /[\uE0F0\uE0F1]\uE17F?([\uE100-\uE17F]*)\uE0F2/.exec(text)?.[1];
  return letters === undefined
    ? undefined
    : [...letters].map((letter) => String.fromCharCode(letter.charCodeAt(0) - mark.letters)).join('');
}

/** Output that knows where each stretch of it comes from. As a value of a template it is a text like any other. */
export class Text {
  readonly pieces: readonly Piece[];
  #whole: string | undefined;

  constructor(pieces: readonly Piece[]) {
    this.pieces = pieces;
  }

  toString(): string {
    this.#whole ??= this.pieces.map(({ text }) => text).join('');
    return this.#whole;
  }

  get length(): number {
    return this.toString().length;
  }

  /** A stretch of it, by UTF-16 offsets. */
  slice(start: number, end = this.length): Text {
    const kept: Piece[] = [];
    let at = 0;
    for (const piece of this.pieces) {
      const from = Math.max(start - at, 0);
      const to = Math.min(end - at, piece.text.length);
      if (from < to) kept.push(cut(piece, from, to));
      at += piece.text.length;
      if (at >= end) break;
    }
    return new Text(kept);
  }

  /** Everything behind a line break indented; the first line, too, if it is told so. */
  indented(pad: string, first: boolean): Text {
    if (pad === '') return this;
    const made: Piece[] = [];
    const [head] = this.pieces;
    const blank = (near: Piece): Piece => ({ ...near, text: pad, literal: false });
    if (first)
      made.push(head === undefined ? { text: pad, template: '', start: 0, end: 0, literal: false } : blank(head));
    // All lines that an unknown block stands for are indented, too.
    let isStart = first;
    for (const piece of this.pieces) {
      let from = 0;
      for (let at = piece.text.indexOf('\n'); at >= 0; at = piece.text.indexOf('\n', at + 1)) {
        made.push(cut(piece, from, at + 1), blank(piece));
        from = at + 1;
        isStart = true;
      }
      if (from === piece.text.length) continue;
      const rest = cut(piece, from, piece.text.length);
      made.push(isStart ? { ...rest, text: indentedMark(rest.text) } : rest);
      isStart = false;
    }
    return new Text(made);
  }

  /** Text before and behind it, with the place of its first piece. */
  within(before: string, after: string): Text {
    const [head] = this.pieces;
    const around = (text: string): Piece[] =>
      text === '' ? [] : [{ ...(head ?? { template: '', start: 0, end: 0 }), text, literal: false }];
    return new Text([...around(before), ...this.pieces, ...around(after)]);
  }
}

function cut(piece: Piece, from: number, to: number): Piece {
  if (from === 0 && to === piece.text.length) return piece;
  const text = piece.text.slice(from, to);
  return piece.literal ? { ...piece, text, start: piece.start + from, end: piece.start + to } : { ...piece, text };
}
