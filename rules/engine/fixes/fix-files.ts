/** Fixes one file, or many until none changes any more: what one file becomes may tell something of another. */
import type { FileFinding } from '../analyse/assemble.ts';
import { type FixAllResult, fixAll } from './fix-all.ts';

/** A copy of the files of a scope, which may be given other texts. */
export interface Trial {
  text(path: string): string | undefined;
  findings(path: string): readonly FileFinding[];
  give(path: string, text: string): void;
  /** Brings what rules on several files say up to date. */
  refresh(): void;
  /** Ids of the rules that a rule's fix lets speak. */
  uncovers(rule: string): readonly string[];
}

/** @returns undefined when nothing was done, or the text was not retained. */
export function fixFile(
  trial: Trial,
  path: string,
  level: 'safe' | 'review',
  only?: ReadonlySet<string>,
): FixAllResult | undefined {
  const text = trial.text(path);
  if (text === undefined) return undefined;
  // What rules on several files say of the text as it was is no harm that a fix does.
  trial.refresh();
  const analyse = (version: string): readonly FileFinding[] => {
    if (version !== trial.text(path)) trial.give(path, version);
    return trial.findings(path);
  };
  return fixAll(text, level, only, analyse, (rule) => trial.uncovers(rule));
}

/** Passes over all files; more would be files undoing each other. */
const passLimit = 5;

/**
 * @yields before each file, so that the caller can look whether to go on.
 * @returns results by path, of the files that changed.
 */
export function* fixFiles(
  trial: Trial,
  paths: readonly string[],
  level: 'safe' | 'review',
  only?: ReadonlySet<string>,
): Generator<string, ReadonlyMap<string, FixAllResult>, void> {
  const results = new Map<string, FixAllResult>();
  for (let pass = 0, changed = true; changed && pass < passLimit; pass++) {
    changed = false;
    for (const path of paths) {
      yield path;
      const before = trial.text(path);
      const done = fixFile(trial, path, level, only);
      const after = done?.text ?? before;
      // The last version that was tried need not be the one that was chosen.
      if (after !== undefined && after !== trial.text(path)) trial.give(path, after);
      if (done === undefined) continue;
      changed = true;
      const { applied, steps } = results.get(path) ?? { applied: [], steps: [] };
      results.set(path, {
        text: done.text,
        applied: [...applied, ...done.applied],
        steps: [...steps, ...done.steps],
        cut: done.cut,
      });
    }
  }
  return results;
}
