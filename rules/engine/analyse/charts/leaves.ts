/** What differs between two documents, value by value. Must not know where they come from. */
import { Field } from '../../../yaml/field.ts';
import { isPlainList, isPlainMap, type PlainValue, plainOf } from '../../../yaml/plain-value.ts';
import type { YamlDocument } from '../../../yaml/tree.ts';

/** Keys from the root to a value. */
export type KeyPath = readonly (string | number)[];

/** Values as JSON, by their paths as JSON; an empty map or list is a value. */
export type Leaves = ReadonlyMap<string, string>;

/** @returns undefined where a part of the document is unknown. */
export function leavesOf(document: YamlDocument): Leaves | undefined {
  const plain = plainOf(Field.root(document, true));
  if (plain === undefined) return undefined;
  const found = new Map<string, string>();
  gather(plain, [], found);
  return found;
}

function gather(value: PlainValue, path: KeyPath, into: Map<string, string>): void {
  const below: readonly (readonly [string | number, PlainValue])[] = isPlainList(value)
    ? [...value.entries()]
    : isPlainMap(value)
      ? Object.entries(value)
      : [];
  if (below.length === 0) into.set(JSON.stringify(path), JSON.stringify(value));
  for (const [key, item] of below) gather(item, [...path, key], into);
}

/** Paths of the values that only one of both has, or that differ. */
export function differing(before: Leaves, after: Leaves): readonly KeyPath[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].flatMap((path) => (before.get(path) === after.get(path) ? [] : [JSON.parse(path) as KeyPath]));
}

/** Keys of a field from the root. */
export function keysTo(field: Field): KeyPath {
  const keys: (string | number)[] = [];
  for (let at: Field | undefined = field; at?.key !== undefined; at = at.parent) keys.unshift(at.key);
  return keys;
}
