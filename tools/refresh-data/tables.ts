/** When the tables of `rules/data/` were read, as they say themselves. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageReleases } from '../../rules/data/image-releases.ts';
import { root } from '../root.ts';
import { dayAfter } from './days.ts';
import type { Outcome, Request } from './outcome.ts';

export interface Table {
  /** `secret-words.ts`, or a row of it. */
  readonly name: string;
  /** Its first comment names a source. */
  readonly hasSource: boolean;
  /** The days on which sources were read, oldest first. */
  readonly read: readonly string[];
}

/** Every table: its first comment says `Source: ...; read 2026-12-31`, or `as of` of the state of a source. */
export function tables(): readonly Table[] {
  const folder = join(root, 'rules/data');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const [head = ''] = /\/\*\*[\s\S]*?\*\//.exec(readFileSync(join(folder, name), 'utf8')) ?? [];
      return {
        name,
        hasSource: /\bSources?\b/.test(head),
        read: [...head.matchAll(/\b(?:read|as of) (\d{4}-\d{2}-\d{2})\b/gi)].map(([, day = '']) => day).sort(),
      };
    });
}

/** What was read more than a year ago, named with its day. */
export function olderThanAYear(today: string, all: readonly Table[]): readonly string[] {
  return all.flatMap(({ name, read: [oldest] }) =>
    oldest !== undefined && dayAfter(oldest, 365) < today ? [`${name}: read ${oldest}`] : [],
  );
}

export function checkAges({ today }: Request): Outcome {
  const rows = imageReleases.map(({ images, read }) => ({
    name: `image-releases.ts, ${images}`,
    hasSource: true,
    read: [read],
  }));
  const toDo = olderThanAYear(today, [...tables(), ...rows]).map(
    (line) => `${line}, more than a year ago: read its source again`,
  );
  return { changed: [], toDo, unreached: [] };
}
