/** The bounds of a rendering: steps, output and depth. Past them the rendering is given up, with the reason. */
import { LimitError } from '../value/errors.ts';

/** How much one rendering may do before it is given up. */
export interface Bounds {
  /** Nodes executed and functions called. */
  readonly steps: number;
  /** UTF-16 units of text made, those within included templates counted each time. */
  readonly output: number;
  /** Templates within templates. */
  readonly depth: number;
}

/** Far above what charts need; reached within seconds by one that never ends. */
export const usualBounds: Bounds = { steps: 5_000_000, output: 64_000_000, depth: 400 };

/** What is left of the bounds. Each method throws a `LimitError` when nothing is. */
export class Budget {
  readonly #bounds: Bounds;
  #steps = 0;
  #output = 0;
  #depth = 0;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  /** @throws LimitError */
  spend(steps: number): void {
    this.#steps += steps;
    if (this.#steps > this.#bounds.steps) throw new LimitError('rendering takes too many steps');
  }

  /** @throws LimitError */
  write(length: number): void {
    this.#output += length;
    if (this.#output > this.#bounds.output) throw new LimitError('rendering makes too much text');
  }

  /** @throws LimitError */
  deeper<T>(run: () => T): T {
    if (this.#depth >= this.#bounds.depth) throw new LimitError('templates are included too deeply');
    this.#depth++;
    try {
      return run();
    } finally {
      this.#depth--;
    }
  }
}
