/** What keeps files out of a build context. Source: Docker documentation, "Build context", .dockerignore files. */

import { isBuildIgnoreName } from '../../model/dockerfile/name.ts';
import { type Fact, type FactSource, startOfFile } from '../fact.ts';

/** Patterns that keep files out of a build context. */
export interface BuildIgnoreFact extends Fact {
  readonly patterns: readonly string[];
}

export const buildIgnore: FactSource<BuildIgnoreFact> = {
  buildContext(path, text) {
    if (!isBuildIgnoreName(path)) return undefined;
    const patterns = text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'));
    return [{ says: { patterns }, places: { name: startOfFile } }];
  },
};
