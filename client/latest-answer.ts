/**
 * What a view shows of the server: asked for again when it is old and somebody looks, one question at a time. Must not know what is shown.
 */
export interface Question<T> {
  /** Whether somebody sees the answer, and there is a server to ask. */
  readonly isWanted: () => boolean;
  /** Rejects when the server stops meanwhile; when it runs again it is asked again. */
  readonly ask: () => Promise<T>;
  readonly take: (answer: T) => void;
}

/** Keeps the answer to a question up to date. */
export class LatestAnswer<T> {
  readonly #question: Question<T>;
  /** What is shown is older than what the server knows. */
  #isStale = true;
  #isAsking = false;

  constructor(question: Question<T>) {
    this.#question = question;
  }

  /** The server may say another thing than before. */
  outdated(): void {
    this.#isStale = true;
    this.look();
  }

  /** Somebody may see it now. */
  look(): void {
    if (!this.#isStale || this.#isAsking || !this.#question.isWanted()) return;
    this.#isStale = false;
    this.#isAsking = true;
    this.#question
      .ask()
      .then(this.#question.take, () => undefined)
      .finally(() => {
        this.#isAsking = false;
        this.look();
      });
  }
}
