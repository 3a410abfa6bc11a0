/**
 * Where the reader of plain YAML stands in a text: its line, what belongs to the value that was read last, and the steps over blanks and comments that
 * every form of value takes.
 */
import type { LineEnding } from '../../text/source.ts';
import type { ScalarStyle, YamlScalar } from '../tree.ts';

/** Thrown to leave the recursion. No `Error`, since gathering its stack would cost more than reading did. */
export const notPlain = Symbol('not plain');

/** Deeper text is no manifest. */
export const depthLimit = 100;

export const [tab, space, hash, dash, colon, question] = [...'\t #-:?'].map((char) => char.charCodeAt(0));

export class Cursor {
  readonly text: string;
  /** Where reading stands. */
  at = 0;
  /** Column of the first thing in this line, or of what follows its dashes; -1 at the end of the text. */
  column = 0;
  /** Offset of this line's ending, or of the text's end. */
  lineEnd = 0;
  /** Where the last value ends for the full reader, which counts the rest of its line to it, and comments below it that stand deeper. */
  end = 0;
  /** The deepest column of the comments above this line that belong to no value yet; -1 without any. */
  comments = -1;

  /** Length and first character of every line ending. */
  readonly ending: number;
  readonly newline: number;

  constructor(text: string, ending: LineEnding) {
    this.text = text;
    this.ending = ending.length;
    this.newline = ending.charCodeAt(0);
  }

  /** Passes a character and the spaces behind it. */
  pass(char: string): void {
    if (this.text[this.at] !== char) throw notPlain;
    this.at++;
    this.skipSpaces();
  }

  /** Behind a value: nothing but a comment may follow in its line. */
  finishLine(): void {
    const start = this.at;
    this.skipSpaces();
    if (this.at < this.lineEnd && (this.at === start || this.code(this.at) !== hash)) throw notPlain;
    this.end = Math.min(this.lineEnd + this.ending, this.text.length);
  }

  /**
   * Goes on to the next line that says something.
   * @param from the start of a line.
   * @param owner column of the collection whose scalar was read last: comments that stand deeper, up to the first that does not, are
   *   counted to the scalar. -1 where nothing takes them.
   */
  skip(from: number, owner: number): void {
    const { length } = this.text;
    let taking = owner >= 0;
    let at = from;
    while (at < length) {
      const start = at;
      while (this.code(at) === space) at++;
      const code = this.code(at);
      if (code === this.newline) {
        at += this.ending;
        continue;
      }
      if (at >= length) break;
      if (code === tab) throw notPlain;
      const end = this.endOfLine(at);
      const column = at - start;
      if (code !== hash) {
        this.at = at;
        this.column = column;
        this.lineEnd = end;
        return;
      }
      at = Math.min(end + this.ending, length);
      if (taking && column > owner) this.end = at;
      else {
        taking = false;
        this.comments = Math.max(this.comments, column);
      }
    }
    this.at = length;
    this.lineEnd = length;
    this.column = -1;
  }

  skipSpaces(): void {
    while (this.code(this.at) === space) this.at++;
  }

  /**
   * Between brackets: passes blanks and ends of lines. Comments are left to the full reader.
   * @param column of the collection that the brackets are a part of, deeper than which every line has to stand; -1 for none.
   */
  skipLines(column: number): void {
    this.skipSpaces();
    while (this.at === this.lineEnd && this.at < this.text.length) {
      const start = this.at + this.ending;
      this.at = start;
      this.skipSpaces();
      this.lineEnd = this.endOfLine(this.at);
      if (this.at === this.lineEnd) continue;
      const code = this.code(this.at);
      if (this.at - start <= column || code === hash || code === tab) throw notPlain;
      // Markers of documents begin a line.
      if (this.at === start && /^(?:---|\.\.\.)/.test(this.text.slice(start, start + 3))) throw notPlain;
    }
  }

  /** Whether anything but a comment follows in this line. */
  says(): boolean {
    return this.at < this.lineEnd && this.code(this.at) !== hash;
  }

  isDash(): boolean {
    return this.code(this.at) === dash && this.isBlank(this.at + 1);
  }

  /** A space, a newline or the end of the text. */
  isBlank(at: number): boolean {
    const code = this.code(at);
    return code === space || code === this.newline || at >= this.text.length;
  }

  endOfLine(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end + 1 - this.ending;
  }

  scalar(style: ScalarStyle, start: number, end: number): YamlScalar {
    return { kind: 'scalar', start, end, style, text: this.text.slice(start, end) };
  }

  code(at: number): number {
    return this.text.charCodeAt(at);
  }
}
