/**
 * What an editor sends while a person types a text: one change for each key, with the brackets and quotes that VS Code closes by itself, its indentation
 * after Enter, and the keys that put these right. Source: VS Code's `editor.autoClosingBrackets: languageDefined`, `editor.autoIndent: full`, and the
 * language configurations of its extensions `yaml` and `docker`. Must not know who reads it.
 */
import type { TextEdit } from '../../../rules/text/edit.ts';

const pairs: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')', '"': '"', "'": "'" };
const isQuote = (character: string): boolean => character === '"' || character === "'";

/** A text and a cursor in it, and what the editor closed behind the cursor. */
export class Typist {
  #before: string;
  #after: string;
  /** The beginning of what stands behind the cursor, which the editor wrote. */
  #closed = '';

  /** @param before the cursor stands behind it. */
  constructor(before = '', after = '') {
    this.#before = before;
    this.#after = after;
  }

  get text(): string {
    return this.#before + this.#after;
  }

  /** @yields the change of each key, in offsets of the text before it. `text` is the text after it. */
  *types(wanted: string): Generator<TextEdit> {
    let at = 0;
    while (at < wanted.length) {
      const character = wanted[at] as string;
      if (character === '\r') {
        at++;
        continue;
      }
      const over = this.#overtyped(wanted.slice(at));
      if (over > 0) {
        at += over;
        continue;
      }
      if (character === '\n') {
        at++;
        const indentation = /^[ \t]*/.exec(wanted.slice(at))?.[0] ?? '';
        // A blank line keeps what the editor indented until it is left.
        yield* this.#enter(indentation);
        at += indentation.length;
        continue;
      }
      yield this.#key(character);
      at++;
    }
    yield* this.#dropClosed();
  }

  /** How much of what is wanted the editor wrote already: the cursor only moves over it. */
  #overtyped(wanted: string): number {
    const closed = this.#closed;
    if (closed === '') return 0;
    const upTo = closed.search(/[^\s]/) + 1;
    if (upTo === 0 || !wanted.startsWith(closed.slice(0, upTo))) return 0;
    this.#before += closed.slice(0, upTo);
    this.#after = this.#after.slice(upTo);
    this.#closed = closed.slice(upTo);
    return upTo;
  }

  #key(character: string): TextEdit {
    const closer = pairs[character];
    const closes =
      closer !== undefined &&
      /^(?:$|[\s\]})"',])/.test(this.#after) &&
      !(isQuote(character) && /[\w"']$/.test(this.#before));
    return this.#insert(character, closes ? closer : '');
  }

  #insert(text: string, behind: string): TextEdit {
    const at = this.#before.length;
    this.#before += text;
    this.#after = behind + this.#after;
    this.#closed = behind + this.#closed;
    return { start: at, end: at, text: text + behind };
  }

  /** @param indentation that is wanted. */
  *#enter(indentation: string): Generator<TextEdit> {
    const line = this.#before.slice(this.#before.lastIndexOf('\n') + 1);
    const own = /^[ \t]*/.exec(line)?.[0] ?? '';
    const opener = line.at(-1) ?? '';
    if ('{[('.includes(opener) && opener !== '' && this.#closed.startsWith(pairs[opener] as string)) {
      yield this.#insert(`\n${own}  `, `\n${own}`);
    } else {
      yield* this.#dropClosed();
      const deeper = /(?::|-)[ ]?(?:\{[^}"']*|\([^)"']*)?$/.test(line) ? '  ' : '';
      yield this.#insert(`\n${own}${deeper}`, '');
    }
    yield* this.#indent(indentation);
  }

  *#indent(wanted: string): Generator<TextEdit> {
    const current = (): string => this.#before.slice(this.#before.lastIndexOf('\n') + 1);
    while (!wanted.startsWith(current())) {
      // Backspace goes back by one level.
      const length = current().length % 2 === 0 ? 2 : 1;
      yield this.#erase(Math.min(length, current().length));
    }
    while (current() !== wanted) {
      const missing = wanted.slice(current().length);
      yield this.#insert(missing.startsWith('  ') ? '  ' : missing.slice(0, 1), '');
    }
  }

  #erase(length: number): TextEdit {
    const end = this.#before.length;
    this.#before = this.#before.slice(0, end - length);
    return { start: end - length, end, text: '' };
  }

  /** What the editor closed and nobody wanted is deleted. */
  *#dropClosed(): Generator<TextEdit> {
    if (this.#closed === '') return;
    const start = this.#before.length;
    const { length } = this.#closed;
    this.#after = this.#after.slice(length);
    this.#closed = '';
    yield { start, end: start + length, text: '' };
  }
}
