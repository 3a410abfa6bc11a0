/** Work that takes time, one piece after the other. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /**
   * Does something once all that was given before is done, however that ended. Work must not wait for other work that is given to the same turns: both
   * would wait for ever.
   * @returns what it returns. @throws what it throws.
   */
  take<T>(work: () => Promise<T>): Promise<T> {
    const taken = this.#last.then(work);
    this.#last = taken.catch(() => undefined);
    return taken;
  }
}
