/** Fixes many files until none changes any more: what one file becomes may tell something of another. */

import type { FixAllResult } from './fix-all.ts';

/** Files that may be given other texts. */
export interface FixableFiles {
  text(path: string): string | undefined;
  /** @returns undefined when nothing was done. */
  fix(path: string): FixAllResult | undefined;
  give(path: string, text: string): void;
}

/** Passes over all files; more would be files undoing each other. */
const passLimit = 5;

/**
 * @yields before each file, so that the caller can look whether to go on.
 * @returns results by path, of the files that changed.
 */
export function* fixFiles(
  files: FixableFiles,
  paths: readonly string[],
): Generator<string, ReadonlyMap<string, FixAllResult>, void> {
  const results = new Map<string, FixAllResult>();
  for (let pass = 0, changed = true; changed && pass < passLimit; pass++) {
    changed = false;
    for (const path of paths) {
      yield path;
      const before = files.text(path);
      const done = files.fix(path);
      const after = done?.text ?? before;
      // The last version that was tried need not be the one that was chosen.
      if (after !== undefined && after !== files.text(path)) files.give(path, after);
      if (done === undefined) continue;
      changed = true;
      const { applied, steps } = results.get(path) ?? { applied: [], steps: [] };
      results.set(path, {
        text: done.text,
        applied: [...applied, ...done.applied],
        steps: [...steps, ...done.steps],
      });
    }
  }
  return results;
}
