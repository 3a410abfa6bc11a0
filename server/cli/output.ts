/** Where commands write, and how they refuse. */

export interface Output {
  out(text: string): void;
  /** One line, without its end. */
  error(line: string): void;
  /** Resolves once a reader has taken all that was written, or nobody is left who could. */
  flushed(): Promise<void>;
}

/** The command line itself is wrong; the message says what to do. Exit status 2. */
export class UsageError extends Error {}
