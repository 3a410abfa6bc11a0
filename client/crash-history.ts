/** Which servers were lost, and what the next one is spared for it. Knows neither the editor nor the protocol. */

/** So many ends within so many milliseconds are no accident any more. */
const limit = 4;
const within = 3 * 60 * 1000;

export class CrashHistory {
  readonly #now: () => number;
  readonly #aside = new Set<string>();
  #count = 0;
  #ends: readonly number[] = [];
  #gathers = true;

  /** @param now in milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** URIs of documents that are left alone until they change. */
  get aside(): readonly string[] {
    return [...this.#aside];
  }

  /** Whether a server may read folders in the background. */
  get gathers(): boolean {
    return this.#gathers;
  }

  /** A server did not answer. @param document that it was asked about; undefined when it was asked nothing. */
  lost(document: string | undefined): void {
    this.#count++;
    if (document !== undefined) this.#aside.add(document);
    // Either it was about no document, or about another one than was thought.
    if (document === undefined || this.#count > 1) this.#gathers = false;
  }

  changed(document: string): void {
    this.#aside.delete(document);
  }

  /** A server ended that should not have. @returns whether another one is to be started. */
  closed(): boolean {
    const now = this.#now();
    this.#ends = [...this.#ends.filter((end) => now - end < within), now];
    return this.#ends.length <= limit;
  }
}
