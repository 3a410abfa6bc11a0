/** Values that changes write, held against each other and against what a tree holds. */
import type { YamlValue } from '../change.ts';
import { valueOf } from '../scalar.ts';
import type { YamlNode } from '../tree.ts';

export type YamlRecord = { readonly [key: string]: YamlValue };

export function isCollection(value: YamlValue): value is readonly YamlValue[] | YamlRecord {
  return typeof value === 'object' && value !== null;
}

export function isMap(value: YamlValue): value is YamlRecord {
  return isCollection(value) && !Array.isArray(value);
}

export function sameValue(a: YamlValue, b: YamlValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Two wishes for one missing key: maps are united, lists are joined.
 * @returns undefined when they disagree.
 */
export function combined(known: YamlValue | undefined, wanted: YamlValue): YamlValue | undefined {
  if (known === undefined) return wanted;
  if (isMap(known) && isMap(wanted)) {
    const result: Record<string, YamlValue> = { ...known };
    for (const [key, value] of Object.entries(wanted)) {
      const both = combined(Object.hasOwn(result, key) ? result[key] : undefined, value);
      if (both === undefined) return undefined;
      result[key] = both;
    }
    return result;
  }
  if (Array.isArray(known) && Array.isArray(wanted)) {
    const seen = new Set(known.map((item) => JSON.stringify(item)));
    return [...known, ...wanted.filter((item) => !seen.has(JSON.stringify(item)))];
  }
  return sameValue(known, wanted) ? known : undefined;
}

/** Whether a node holds a value, whatever its style. Anchors, tags, merge keys and templates hold none that can be known. */
export function valueEquals(node: YamlNode | null, value: YamlValue): boolean {
  if (node === null) return value === null;
  switch (node.kind) {
    case 'alias':
      return false;
    case 'scalar':
      return !node.templated && !isCollection(value) && Object.is(valueOf(node), value);
    case 'sequence':
      return (
        Array.isArray(value) &&
        node.items.length === value.length &&
        node.items.every((item, i) => valueEquals(item, value[i] as YamlValue))
      );
    case 'map':
      return (
        isMap(value) &&
        node.pairs.length === Object.keys(value).length &&
        node.pairs.every(
          ({ name, value: below }) =>
            name !== undefined && Object.hasOwn(value, name) && valueEquals(below, value[name] as YamlValue),
        )
      );
  }
}

/** Beyond this many items the middle of a list is written anew instead of being compared in squared time. */
const comparedItems = 300;

/**
 * The steps from the items of a list to other ones.
 * @returns indices of items that go, and new items by the index of the old item they precede.
 */
export function sequenceDifference(
  items: readonly (YamlNode | null)[],
  values: readonly YamlValue[],
): { readonly removed: readonly number[]; readonly added: ReadonlyMap<number, YamlValue[]> } {
  const same = (i: number, j: number): boolean => valueEquals(items[i] ?? null, values[j] as YamlValue);
  let head = 0;
  while (head < items.length && head < values.length && same(head, head)) head++;
  let tail = 0;
  while (
    tail < items.length - head &&
    tail < values.length - head &&
    same(items.length - 1 - tail, values.length - 1 - tail)
  )
    tail++;
  const [itemsEnd, valuesEnd] = [items.length - tail, values.length - tail];
  const removed: number[] = [];
  const added = new Map<number, YamlValue[]>();
  const add = (before: number, value: YamlValue): void => {
    added.set(before, [...(added.get(before) ?? []), value]);
  };
  const lengths = commonLengths(head, itemsEnd, head, valuesEnd, same);
  let [i, j] = [head, head];
  // New items go in front of those they replace, so that both are one stretch.
  let gap = i;
  while (i < itemsEnd || j < valuesEnd) {
    const length = lengths(i, j);
    if (i < itemsEnd && j < valuesEnd && same(i, j) && lengths(i + 1, j + 1) + 1 === length) {
      i++;
      j++;
      gap = i;
    } else if (i < itemsEnd && lengths(i + 1, j) === length) removed.push(i++);
    else add(gap, values[j++] as YamlValue);
  }
  return { removed, added };
}

/** Lengths of the longest common subsequences of the remainders; zero throughout where the lists are too long to compare. */
function commonLengths(
  fromItem: number,
  toItem: number,
  fromValue: number,
  toValue: number,
  same: (i: number, j: number) => boolean,
): (i: number, j: number) => number {
  const [rows, columns] = [toItem - fromItem + 1, toValue - fromValue + 1];
  if (rows > comparedItems || columns > comparedItems) return () => 0;
  const table = new Uint16Array(rows * columns);
  for (let i = rows - 2; i >= 0; i--)
    for (let j = columns - 2; j >= 0; j--)
      table[i * columns + j] = same(fromItem + i, fromValue + j)
        ? (table[(i + 1) * columns + j + 1] as number) + 1
        : Math.max(table[(i + 1) * columns + j] as number, table[i * columns + j + 1] as number);
  return (i, j) => (i >= toItem || j >= toValue ? 0 : (table[(i - fromItem) * columns + (j - fromValue)] as number));
}
