/** What was worked out of an object, kept on the object itself. Must not know of what. */

/**
 * Remembers one thing of each object for as long as the object lives. Unlike a WeakMap, which, once it has grown old itself, keeps all that was put into it alive
 * until the whole heap is collected (V8 takes its values for roots), so that each edit of a file would leave its trees behind.
 */
export class Kept<Holder extends object, Value> {
  readonly #key = Symbol('kept');

  of(holder: Holder): Value | undefined {
    return (holder as { readonly [key: symbol]: Value | undefined })[this.#key];
  }

  /** @param holder not frozen; copies of it do not hold the value. */
  keep(holder: Holder, value: Value): void {
    Object.defineProperty(holder, this.#key, { value, writable: true, configurable: true, enumerable: false });
  }
}
