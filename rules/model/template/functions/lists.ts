/** Functions of lists: sprig's list.go and numeric.go. A list is never changed in place. */
import { GoError } from '../value/errors.ts';
import {
  deepEqual,
  Int,
  isDict,
  isList,
  isNil,
  isText,
  isTrue,
  type List,
  ofType,
  typeOf,
  type Value,
} from '../value/value.ts';
import { toInt64 } from './conversion.ts';
import { define, type Functions, type GoFunction } from './function.ts';

const passes = { passesUnknown: true } as const;
const most = 100_000;

/** @throws GoError for what is no list. */
function listOf(value: Value, verb: string): List {
  if (isList(value)) return value;
  throw new GoError(`Cannot ${verb} on type ${isDict(value) ? 'map' : isText(value) ? 'string' : typeOf(value)}`);
}

function counted(start: number, stop: number, step: number): Int[] {
  const made: Int[] = [];
  if (stop < start ? step >= 0 : step <= 0) return made;
  if (Math.abs((stop - start) / step) > most) throw new GoError('too many numbers');
  for (let at = start; step < 0 ? at > stop : at < stop; at += step) made.push(new Int(at));
  return made;
}

const without = (list: List, omitted: List): List =>
  list.filter((item) => !omitted.some((one) => deepEqual(one, item)));

function unique(list: List): Value[] {
  const seen = new Set<string>();
  const made: Value[] = [];
  for (const item of list) {
    if (isText(item)) {
      const text = String(item);
      if (seen.has(text)) continue;
      seen.add(text);
    } else if (made.some((one) => deepEqual(one, item))) continue;
    made.push(item);
  }
  return made;
}

/** @param step of `seq`, which counts to its end included. */
function seq(...bounds: readonly number[]): string {
  const [first = 0, second, third] = bounds;
  const run = (start: number, stop: number, step: number): string =>
    counted(start, stop, step)
      .map(({ value }) => String(value))
      .join(' ');
  if (bounds.length === 0) return '';
  if (second === undefined) return run(1, first + (first < 1 ? -1 : 1), first < 1 ? -1 : 1);
  if (third === undefined) return run(first, second + (second < first ? -1 : 1), second < first ? -1 : 1);
  const step = second;
  if (step === 0 || (third < first ? step > 0 : step < 0)) return '';
  return run(first, third + (third < first ? -1 : 1), step);
}

function chunked(size: number, list: List): List {
  if (size < 1) throw new GoError('integer divide by zero');
  const made: Value[] = [];
  for (let at = 0; at < list.length; at += size) made.push(list.slice(at, at + size));
  return made;
}

function sliceOf(list: List, bounds: List): Value {
  if (list.length === 0) return null;
  const [from, to] = bounds.map((bound) => Number(toInt64(bound)));
  const [start, end] = [from ?? 0, to ?? list.length];
  if (start < 0 || end > list.length || start > end)
    throw new GoError(`reflect.Value.Slice: slice index out of bounds`);
  return list.slice(start, end);
}

const first = (value: Value): Value => listOf(value, 'find first')[0];
const last = (value: Value): Value => listOf(value, 'find last').at(-1);

const append = (list: Value, item: Value): List => [...listOf(list, 'push'), item];
const prepend = (list: Value, item: Value): List => [item, ...listOf(list, 'prepend')];
const has = (item: Value, list: Value): boolean =>
  !isNil(list) && listOf(list, 'find').some((one) => deepEqual(one, item));

function concatenated(part: Value): List {
  if (isNil(part)) throw new GoError('runtime error: invalid memory address or nil pointer dereference');
  return listOf(part, 'concat');
}

/** Each also as `must...`, which fails where the other panics: to a template it is the same. */
function withMust(functions: Readonly<Record<string, GoFunction>>): Functions {
  return Object.fromEntries(
    Object.entries(functions).flatMap(([name, fn]) => [
      [name, fn],
      [`must${name.slice(0, 1).toUpperCase()}${name.slice(1)}`, fn],
    ]),
  );
}

/** sprig's functions on lists, by name. */
export const lists: Functions = {
  list: define('a*', (...items) => items, passes),
  tuple: define('a*', (...items) => items, passes),
  until: define('i', (count) => ofType('[]int', counted(0, count, count < 0 ? -1 : 1))),
  untilStep: define('i i i', (start, stop, step) => ofType('[]int', counted(start, stop, step))),
  seq: define('i*', seq),
  concat: define('a*', (...parts) => parts.flatMap((part) => concatenated(part)), passes),
  ...withMust({
    first: define('a', first, passes),
    last: define('a', last, passes),
    rest: define('a', (list) => listOf(list, 'find rest').slice(1), passes),
    initial: define('a', (list) => listOf(list, 'find initial').slice(0, -1), passes),
    append: define('a a', append, passes),
    push: define('a a', append, passes),
    prepend: define('a a', prepend, passes),
    reverse: define('a', (list) => [...listOf(list, 'find reverse')].reverse(), passes),
    uniq: define('a', (list) => unique(listOf(list, 'find uniq'))),
    without: define('a a*', (list, ...omitted) => without(listOf(list, 'find without'), omitted)),
    compact: define('a', (list) => listOf(list, 'compact').filter(isTrue)),
    has: define('a a', has),
    slice: define('a a*', (list, ...bounds) => sliceOf(listOf(list, 'slice'), bounds)),
    chunk: define('i a', (size, list) => chunked(size, listOf(list, 'chunk'))),
  }),
};
