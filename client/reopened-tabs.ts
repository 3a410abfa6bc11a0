/**
 * Tabs that are closed and opened again soon. The client library drops what it is told of a file that is closed while it waits for the answer, and does not
 * ask again when it is opened before that comes: https://github.com/microsoft/vscode-languageserver-node/issues/1821.
 */

/** A file that is opened again within so many milliseconds may have been waited for when it was closed. */
const soon = 10_000;

export class ReopenedTabs {
  readonly #now: () => number;
  /** When files were closed, by their URIs. */
  readonly #closed = new Map<string, number>();

  /** @param now in milliseconds of a clock that only goes forward. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** @param opened URIs of the files of tabs. @returns whether one of these was closed shortly before. */
  changed(opened: readonly string[], closed: readonly string[]): boolean {
    const now = this.#now();
    for (const [uri, at] of this.#closed) if (at <= now - soon) this.#closed.delete(uri);
    for (const uri of closed) this.#closed.set(uri, now);
    return opened.filter((uri) => this.#closed.delete(uri)).length > 0;
  }
}
