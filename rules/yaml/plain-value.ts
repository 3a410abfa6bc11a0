/** Documents as plain values, for what is computed and not shown: what has no place in a text any more. */
import type { Field } from './field.ts';
import type { ScalarValue } from './scalar.ts';

export type PlainMap = { readonly [key: string]: PlainValue };
export type PlainValue = ScalarValue | readonly PlainValue[] | PlainMap;

/** Nodes; what is longer, or stands for more by its aliases, is nothing that anybody computes with. */
const mostNodes = 50_000;

/** @returns undefined where a part of it is unknown, such as what a template makes. */
export function plainOf(field: Field): PlainValue | undefined {
  let left = mostNodes;
  const read = (at: Field): PlainValue | undefined => {
    if (--left < 0) return undefined;
    if (at.isMap) {
      const map: Record<string, PlainValue> = Object.create(null);
      for (const [key, below] of at.entries) {
        const value = read(below);
        if (value === undefined) return undefined;
        map[key] = value;
      }
      return map;
    }
    if (at.isList) {
      const items = at.items.map(read);
      return items.every((item): item is PlainValue => item !== undefined) ? items : undefined;
    }
    return at.unknown ? undefined : (at.value ?? null);
  };
  return read(field);
}

export const isPlainMap = (value: PlainValue | undefined): value is PlainMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isPlainList = (value: PlainValue | undefined): value is readonly PlainValue[] => Array.isArray(value);
