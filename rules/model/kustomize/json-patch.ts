/** What operations of JSON patches say by themselves. Source: RFC 6902, and RFC 6901 for its paths. */
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
