/**
 * Notices a server that does not answer any more, and over which document that was. Knows neither the editor nor the protocol: it is given a clock, a
 * way to ask and what to do.
 */

/** A clock as ticks: one that is counted, not read, so that a machine that slept does not seem to have waited. */
export interface Ticker {
  every(milliseconds: number, tick: () => void): { dispose(): void };
}

/** In milliseconds. */
const tickLength = 1000;
/** Ticks from one question to the next. */
const askEvery = 5;
/** Ticks without an answer after which the server counts as lost. */
const patience = 10;

export class Watchdog {
  readonly #ticker: Ticker;
  readonly #ping: () => Promise<unknown>;
  readonly #onLost: (document: string | undefined) => void;
  #ticking: { dispose(): void } | undefined;
  /** Documents that an answer is owed for, the longest first. */
  readonly #owed = new Map<object, string>();
  #sinceAsked = 0;
  /** The question that is not answered yet. */
  #asked: object | undefined;

  /** @param onLost told once, with the document that was waited for longest. */
  constructor(ticker: Ticker, ping: () => Promise<unknown>, onLost: (document: string | undefined) => void) {
    this.#ticker = ticker;
    this.#ping = ping;
    this.#onLost = onLost;
  }

  /** The server runs. */
  begin(): void {
    this.end();
    this.#ticking = this.#ticker.every(tickLength, () => this.#tick());
  }

  /** The server does not run, or is not to. */
  end(): void {
    this.#ticking?.dispose();
    this.#ticking = undefined;
    this.#owed.clear();
    this.#asked = undefined;
    this.#sinceAsked = 0;
  }

  /** A request about a document. @returns what it answers. */
  async during<T>(document: string, request: () => Promise<T>): Promise<T> {
    const key = {};
    this.#owed.set(key, document);
    try {
      return await request();
    } finally {
      this.#owed.delete(key);
    }
  }

  #tick(): void {
    this.#sinceAsked++;
    if (this.#asked === undefined) {
      if (this.#sinceAsked >= askEvery) this.#ask();
    } else if (this.#sinceAsked >= patience) {
      const [document] = this.#owed.values();
      this.end();
      this.#onLost(document);
    }
  }

  #ask(): void {
    const asked = {};
    this.#asked = asked;
    this.#sinceAsked = 0;
    const answered = (): void => {
      if (this.#asked === asked) this.#asked = undefined;
    };
    // An error is an answer, too.
    this.#ping().then(answered, answered);
  }
}
