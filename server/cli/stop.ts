/** A wish to stop while files are written: what was begun is ended, nothing new begins, and the process then ends as its sender expects. */
import type { Output } from './output.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** In milliseconds; on a busy machine a signal to oneself may take a while, and so may a reader of what was said. */
const longestDelivery = 5000;

export class Stop {
  #signal: NodeJS.Signals | undefined;
  readonly #output: Output;
  readonly #heard = new AbortController();
  readonly #hear = (signal: NodeJS.Signals): void => {
    this.#signal = signal;
    this.#heard.abort();
  };

  /** From now on no signal ends the process by itself. @param output what was said there arrives before the process ends. */
  constructor(output: Output) {
    this.#output = output;
    for (const signal of signals) process.on(signal, this.#hear);
  }

  /** The signal that somebody sent. Lets those in that came while the process was at work, and waits for those who read what it says. */
  async asked(): Promise<NodeJS.Signals | undefined> {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#signal === undefined) await this.#flushed(this.#heard.signal);
    return this.#signal;
  }

  /** Signals count as usual again, and the one that came ends the process. */
  async obey(): Promise<void> {
    for (const signal of signals) process.off(signal, this.#hear);
    if (this.#signal === undefined) return;
    await this.#flushed(AbortSignal.timeout(longestDelivery));
    process.kill(process.pid, this.#signal);
    // Any thread may be the one that takes the signal: the process must not end by itself before it does.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, longestDelivery);
  }

  /** Resolves also when `until` is aborted. */
  async #flushed(until: AbortSignal): Promise<void> {
    const done = new AbortController();
    const aborted = new Promise((resolve) => until.addEventListener('abort', resolve, { signal: done.signal }));
    await Promise.race([this.#output.flushed(), aborted]);
    done.abort();
  }
}
