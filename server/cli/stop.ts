/** A wish to stop while files are written: what was begun is ended, nothing new begins, and the process then ends as its sender expects. */

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** In milliseconds; on a busy machine a signal to oneself may take a while. */
const longestDelivery = 5000;

export class Stop {
  #signal: NodeJS.Signals | undefined;
  readonly #hear = (signal: NodeJS.Signals): void => {
    this.#signal = signal;
  };

  /** From now on no signal ends the process by itself. */
  constructor() {
    for (const signal of signals) process.on(signal, this.#hear);
  }

  /** The signal that somebody sent. Lets those in that came while the process was at work. */
  async asked(): Promise<NodeJS.Signals | undefined> {
    await new Promise((resolve) => setImmediate(resolve));
    return this.#signal;
  }

  /** Signals count as usual again, and the one that came ends the process. */
  obey(): void {
    for (const signal of signals) process.off(signal, this.#hear);
    if (this.#signal === undefined) return;
    process.kill(process.pid, this.#signal);
    // Any thread may be the one that takes the signal: the process must not end by itself before it does.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, longestDelivery);
  }
}
