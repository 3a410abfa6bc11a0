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
  /** The days on which sources were read, oldest first; empty where it `isUndated`. */
  readonly read: readonly string[];
  /** It says that nobody noted the day. */
  readonly isUndated: boolean;
}

/**
 * Every table: its first comment says `Source: ...; read 2026-12-31`, or `as of` of the state of a source, or that the day of reading was not noted.
 */
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
        isUndated: /the day of reading was not\s+(?:\* )?noted/.test(head),
      };
    });
}

/** What was read more than a year ago, or on no day that is known. */
export function outdated(today: string, all: readonly Table[]): readonly string[] {
  return all.flatMap(({ name, isUndated, read: [oldest] }) => {
    if (isUndated) return [`${name}: nobody noted when it was read`];
    return oldest !== undefined && dayAfter(oldest, 365) < today
      ? [`${name}: read ${oldest}, more than a year ago`]
      : [];
  });
}

export function checkAges({ today }: Request): Outcome {
  const rows = imageReleases.map(({ images, read }) => ({
    name: `image-releases.ts, ${images}`,
    hasSource: true,
    read: [read],
    isUndated: false,
  }));
  const toDo = outdated(today, [...tables(), ...rows]).map((line) => `${line}; read its source again`);
  return { changed: [], toDo, unreached: [] };
}
