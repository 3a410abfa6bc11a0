/** JSON patches. Source: RFC 6902, and RFC 6901 for its paths. */
import { isPlainList, isPlainMap, type PlainMap, type PlainValue } from '../../yaml/plain-value.ts';

/** One operation; other ones than these make the patch unknown. */
export interface Operation {
  readonly op: 'add' | 'replace' | 'remove';
  /** Keys and places from the root. */
  readonly path: readonly string[];
  readonly value?: PlainValue;
}

/** @returns undefined for what is no list of operations that change something in one place. */
export function readOperations(value: PlainValue | undefined): readonly Operation[] | undefined {
  if (!isPlainList(value)) return undefined;
  const operations = value.flatMap((item): readonly Operation[] => {
    if (!isPlainMap(item)) return [];
    const { op, path, value: to } = item;
    if ((op !== 'add' && op !== 'replace' && op !== 'remove') || typeof path !== 'string') return [];
    return [{ op, path: keysOf(path), ...(to === undefined ? {} : { value: to }) }];
  });
  return operations.length === value.length ? operations : undefined;
}

const keysOf = (path: string): readonly string[] =>
  path
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

/** @returns undefined where a path leads nowhere, so that kustomize would refuse it. */
export function applied(base: PlainValue, operations: readonly Operation[]): PlainValue | undefined {
  let result: PlainValue | undefined = base;
  for (const operation of operations) {
    if (result === undefined) return undefined;
    result = changed(result, operation, 0);
  }
  return result;
}

function changed(at: PlainValue, operation: Operation, depth: number): PlainValue | undefined {
  const { op, path, value = null } = operation;
  const key = path[depth];
  if (key === undefined) return op === 'remove' ? undefined : value;
  const isLast = depth === path.length - 1;
  if (isPlainMap(at)) {
    const below = at[key];
    if (isLast)
      return op !== 'add' && below === undefined ? undefined : withKey(at, key, op === 'remove' ? undefined : value);
    const now = below === undefined ? undefined : changed(below, operation, depth + 1);
    return now === undefined ? undefined : withKey(at, key, now);
  }
  if (!isPlainList(at)) return undefined;
  const index = key === '-' ? at.length : Number(key);
  if (!Number.isInteger(index) || index < 0 || index > at.length) return undefined;
  if (isLast && op === 'add') return at.toSpliced(index, 0, value);
  const below = at[index];
  if (below === undefined) return undefined;
  if (isLast && op === 'remove') return at.toSpliced(index, 1);
  const now = changed(below, operation, depth + 1);
  return now === undefined ? undefined : at.toSpliced(index, 1, now);
}

function withKey(map: PlainMap, key: string, value: PlainValue | undefined): PlainMap {
  const result: Record<string, PlainValue> = Object.assign(Object.create(null), map);
  if (value === undefined) delete result[key];
  else result[key] = value;
  return result;
}

/**
 * What an operation says of an object, as a part of one: lists have the one item that it speaks of.
 * @returns undefined for one that only takes away.
 */
export function partOf({ op, path, value = null }: Operation): PlainMap | undefined {
  if (op === 'remove') return undefined;
  const part = path.reduceRight<PlainValue>(
    (below, key) => (/^(?:\d+|-)$/.test(key) ? [below] : { [key]: below }),
    value,
  );
  return isPlainMap(part) ? part : undefined;
}
