/** What differs between two documents, value by value. Must not know where they come from. */
import { Field } from '../../../yaml/field.ts';
import type { YamlDocument } from '../../../yaml/tree.ts';

/** Keys from the root to a value. */
export type KeyPath = readonly (string | number)[];

/** Values as JSON, by their paths as JSON; an empty map or list is a value. */
export type Leaves = ReadonlyMap<string, string>;

/** Nodes; longer documents are not compared. */
const mostNodes = 50_000;

/** What is unknown stands as the mark that it is rendered as. @returns undefined for a document that is too long. */
export function leavesOf(document: YamlDocument): Leaves | undefined {
  const found = new Map<string, string>();
  // Marks of whole lines belong to no value.
  const marks = document.text.match(unknownMark);
  if (marks !== null) found.set(JSON.stringify(['unknown marks']), marks.join(''));
  let left = mostNodes;
  const open: { readonly at: Field; readonly path: KeyPath }[] = [{ at: Field.root(document, true), path: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (--left < 0) return undefined;
    const { at, path } = next;
    const below: readonly (readonly [string | number, Field])[] = at.isList ? [...at.items.entries()] : at.entries;
    if (below.length === 0) found.set(JSON.stringify(path), said(at, document.text));
    for (const [key, field] of [...below].reverse()) open.push({ at: field, path: [...path, key] });
  }
  return found;
}

const unknownMark = /[\uE0F0\uE0F1][\uE100-\uE17F]*\uE0F2/g;

function said(at: Field, text: string): string {
  if (at.isList) return '[]';
  if (at.isMap) return '{}';
  return at.unknown && at.node !== undefined
    ? `? ${text.slice(at.node.start, at.node.end)}`
    : JSON.stringify(at.value ?? null);
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
