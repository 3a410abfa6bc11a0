/**
 * Rewrites a text from its beginning to its end: what is kept, left out and written follows one cursor that never goes back. So two insertions at
 * one offset stand in the order they were made in, and no two edits can overlap.
 */
import type { TextEdit } from '../../text/edit.ts';

/** Thrown where a writer would have to go back: two changes touch the same text. */
export class OutOfOrder extends Error {}

export class Splice {
  readonly text: string;
  readonly #edits: TextEdit[] = [];
  /** Start of the edit in the making; equal to the cursor when there is none. */
  #from = 0;
  #at = 0;
  #written = '';

  constructor(text: string) {
    this.text = text;
  }

  /** Keeps the text up to an offset. @throws OutOfOrder when the cursor is beyond it. */
  keepTo(offset: number): void {
    if (offset < this.#at) throw new OutOfOrder();
    if (offset === this.#at) return;
    this.#flush();
    this.#from = this.#at = offset;
  }

  /** Leaves out the text up to an offset. @throws OutOfOrder when the cursor is beyond it. */
  skipTo(offset: number): void {
    if (offset < this.#at) throw new OutOfOrder();
    this.#at = offset;
  }

  /** Writes at the cursor. */
  write(text: string): void {
    this.#written += text;
  }

  /** Writes in place of a stretch. */
  replace(start: number, end: number, text: string): void {
    this.keepTo(start);
    this.write(text);
    this.skipTo(end);
  }

  edits(): readonly TextEdit[] {
    this.#flush();
    return this.#edits;
  }

  #flush(): void {
    const isEdit = this.#written !== this.text.slice(this.#from, this.#at);
    if (isEdit) this.#edits.push({ start: this.#from, end: this.#at, text: this.#written });
    this.#from = this.#at;
    this.#written = '';
  }
}
