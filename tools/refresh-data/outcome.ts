/** What a source of `npm run refresh-data` has to say when it is done. */

export interface Outcome {
  /** Files that it wrote, and what has changed in them. */
  readonly changed: readonly string[];
  /** What a person has to look up or decide. */
  readonly toDo: readonly string[];
  /** What it could not reach, and why. */
  readonly unreached: readonly string[];
}

/** What all sources are handed. */
export interface Request {
  /** As `2026-12-31`. */
  readonly today: string;
  /** The minor version of Kubernetes 1.x that the tables are to know; undefined: the one that they know. */
  readonly minor: number | undefined;
  /** Write nothing. */
  readonly checkOnly: boolean;
}
