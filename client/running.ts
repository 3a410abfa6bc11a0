/** Work that is begun once while it runs, however often it is asked for. Must not know what the work is. */
export class Running<T> {
  readonly #running = new Map<string, Promise<T>>();

  /** @param key of what is asked for. @returns what runs for it already, else what `begin` begins. */
  of(key: string, begin: () => Promise<T>): Promise<T> {
    const known = this.#running.get(key);
    if (known !== undefined) return known;
    const begun = begin().finally(() => this.#running.delete(key));
    this.#running.set(key, begun);
    return begun;
  }
}
