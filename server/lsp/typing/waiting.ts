/**
 * Files of which the client is to be told more once time has passed. Many ask what is found in a document, and only diagnostics tell it: a file waits until
 * those were given, whoever looked at it meanwhile.
 */
import type { Clock } from '../host.ts';

interface WaitingFile {
  /** When it was looked at, in milliseconds of the clock. */
  readonly looked: number;
  /** Something found in it was not to be shown then. */
  readonly holds: boolean;
}

export class Waiting {
  readonly #clock: Clock;
  readonly #restAt: () => number;
  readonly #onRest: (uris: readonly string[]) => void;
  readonly #files = new Map<string, WaitingFile>();
  #callOff: () => void = () => undefined;

  /**
   * @param restAt when what was typed last counts as written to its end, in milliseconds of the clock; negative infinity where no time passes.
   * @param onRest hears the URIs of files of which more may be shown now.
   */
  constructor(clock: Clock, restAt: () => number, onRest: (uris: readonly string[]) => void) {
    this.#clock = clock;
    this.#restAt = restAt;
    this.#onRest = onRest;
  }

  /** Somebody looked at a file. @param holds something found in it is not to be shown yet. */
  looked(uri: string, holds: boolean): void {
    if (!holds && !this.#files.has(uri)) return;
    this.#files.set(uri, { looked: this.#clock.now(), holds });
    this.#begin();
  }

  /** The client is given the diagnostics of a file that was looked at just now. */
  told(uri: string): void {
    if (this.#files.get(uri)?.holds === false) this.forget(uri);
  }

  forget(uri: string): void {
    if (this.#files.delete(uri)) this.#begin();
  }

  wake(): void {
    this.#callOff();
    const uris = [...this.#files.keys()];
    this.#files.clear();
    if (uris.length > 0) this.#onRest(uris);
  }

  #begin(): void {
    this.#callOff();
    if (this.#files.size === 0) return;
    const now = this.#clock.now();
    const rest = this.#restAt();
    const files = [...this.#files.values()];
    if (files.some(({ holds }) => !holds)) this.#callOff = this.#clock.after(1, () => this.wake());
    // What was looked at behind the pause and still waits then waits for more than time. A clock may ring late: meanwhile others were looked at.
    else if (rest > now || files.some(({ looked }) => looked < rest))
      this.#callOff = this.#clock.after(Math.max(0, Math.ceil(rest - now)) + 1, () => this.wake());
  }
}
