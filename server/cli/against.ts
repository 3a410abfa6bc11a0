/** What the findings of a survey were held against, so that only new ones are in it. */
import type { BaselineEntry } from '../host/baseline/entry.ts';

export interface Against {
  /** For people: the path of a baseline, or a commit as the user named it. */
  readonly name: string;
  readonly kind: 'baseline' | 'commit';
  /** How many findings both have, which are not in the survey any more. */
  readonly known: number;
  /** What it has of what is found today, and what became visible since greater dangers of it were fixed. */
  readonly entries: readonly BaselineEntry[];
  /** What it has of the paths that were asked for, and nothing is found of any more. */
  readonly gone: readonly BaselineEntry[];
}
