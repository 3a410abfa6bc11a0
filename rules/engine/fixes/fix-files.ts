/** Fixes one file, or many until none changes any more: what one file becomes may tell something of another. */
import type { FileFinding } from '../analyse/assemble.ts';
import { type FixAllResult, fixAll } from './fix-all.ts';
import { fixRendered, type Trial } from './fix-rendered.ts';

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
  const direct = fixAll(text, level, only, analyse, (rule) => trial.uncovers(rule));
  if (trial.making(path).length === 0) return direct;
  const between = direct?.text ?? text;
  // The last version that was tried need not be the one that was chosen.
  if (between !== trial.text(path)) trial.give(path, between);
  const rendered = fixRendered(trial, path, between, level, only);
  return direct === undefined || rendered === undefined ? (rendered ?? direct) : joined(direct, rendered);
}

/** What was done first, and what was done after it. */
const joined = (first: FixAllResult, then: FixAllResult): FixAllResult => ({
  text: then.text,
  applied: [...first.applied, ...then.applied],
  steps: [...first.steps, ...then.steps],
  cut: then.cut,
});

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
      const known = results.get(path);
      results.set(path, known === undefined ? done : joined(known, done));
    }
  }
  return results;
}
