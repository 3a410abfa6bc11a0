/** Reads a setting of one shape from its field, and says in one sentence what is wrong with it. */

import { closest } from '../../text/similar.ts';
import type { Field } from '../../yaml/field.ts';

/**
 * Reports a problem of a field.
 * @param onKey it is the key that is wrong. @param harmless worth a word, but the configuration is right.
 */
export type Complain = (field: Field, message: string, onKey?: boolean, harmless?: boolean) => void;

/** Ends a sentence about a word that nobody knows: with the nearest of those that are known. */
export function meaning(word: string, candidates: Iterable<string>): string {
  const meant = closest(word, candidates);
  return meant === undefined ? '.' : `; did you mean ${meant}?`;
}

/** @param complain is told each key that is not allowed, with the allowed one that is like it. */
export function onlyKeys(map: Field, allowed: readonly string[], complain: Complain): void {
  for (const [key, field] of map.entries)
    if (!allowed.includes(key)) complain(field, `There is no setting ${key}${meaning(key, allowed)}`, true);
}

/** @returns undefined for what is not one of the words. */
export function oneOf<T extends string>(field: Field, words: readonly T[], complain: Complain): T | undefined {
  if (!field.present) return undefined;
  const found = words.find((word) => field.is(word));
  if (found === undefined) complain(field, `${field.path} is one of ${words.join(', ')}.`);
  return found;
}

/** @param what the list holds, for the problem. @returns undefined for what is not a list of words. */
export function strings(field: Field, what: string, complain: Complain): string[] | undefined {
  if (!field.present) return undefined;
  if (!field.isList || field.items.some((item) => item.string === undefined)) {
    complain(field, `${field.path} is ${what}.`);
    return undefined;
  }
  return field.strings.map(({ text }) => text);
}

/** The maps of a list; none where something of it is no map. */
export function itemsOf(field: Field, what: string, complain: Complain): readonly Field[] {
  if (!field.present) return [];
  if (field.isList && field.items.every((item) => item.isMap)) return field.items;
  complain(field, `${field.path} is ${what}.`);
  return [];
}
