/** Functions of maps: sprig's dict.go. Maps are changed in place, as in Go; a change that may not happen leaves an unknown value. */
import { GoError } from '../value/errors.ts';
import { strval } from '../value/print.ts';
import {
  type Dict,
  deepCopy,
  isDict,
  isNil,
  isText,
  ofType,
  PartialDict,
  StringDict,
  sortedKeys,
  typeOf,
  Unknown,
  type Value,
  ValuesDict,
} from '../value/value.ts';
import { define, defineRunning, type Functions, type Running } from './function.ts';
import { mergeInto } from './merge.ts';

const passes = { passesUnknown: true } as const;

/** Writes into a map. Where it came from says nothing of it any more. */
function put(running: Running, dict: Dict, key: string, value: Value): void {
  running.changed(dict);
  running.origins.delete(dict);
  dict.set(key, running.doubt === undefined ? value : new Unknown(running.doubt));
}

function dictOf(pairs: readonly Value[]): Dict {
  const made: Dict = new Map();
  for (let at = 0; at < pairs.length; at += 2)
    made.set(strval(pairs[at]), at + 1 < pairs.length ? (pairs[at + 1] ?? null) : '');
  return made;
}

function got(dict: Dict, key: string): Value {
  const value = dict.get(key);
  return value === undefined ? '' : value;
}

function dug(path: readonly Value[]): Value {
  if (path.length < 3) throw new GoError('dig needs at least three arguments');
  const dict = path.at(-1);
  const fallback = path.at(-2);
  let at: Value = dict;
  for (const key of path.slice(0, -2)) {
    if (at instanceof Unknown) return at;
    if (!isDict(at) || at instanceof ValuesDict)
      throw new GoError(
        `interface conversion: interface {} is ${isNil(at) ? 'nil' : typeOf(at)}, not map[string]interface {}`,
      );
    if (!isText(key)) throw new GoError(`interface conversion: interface {} is ${typeOf(key)}, not string`);
    const next: Value = at.get(String(key));
    if (next === undefined) return fallback;
    at = next;
  }
  return at;
}

function merged(running: Running, to: Dict, from: readonly Value[], overwrite: boolean): Value {
  for (const dict of from) {
    if (dict instanceof Unknown) return dict;
    if (dict instanceof PartialDict) return new Unknown(dict.reason);
    if (isDict(dict)) mergeInto(to, dict, overwrite, (into, key, value) => put(running, into, key, value));
    else if (!isNil(dict))
      throw new GoError(`wrong type for value; expected map[string]interface {}; got ${typeOf(dict)}`);
  }
  return to;
}

/** The maps and keys of a call; a list of keys is not taken apart. */
function only(dict: Dict, keep: (key: string) => boolean): Dict {
  const made: Dict = dict instanceof StringDict ? new StringDict() : new Map();
  for (const [key, value] of dict) if (keep(key)) made.set(key, value);
  return made;
}

function copyOf(value: Value): Value {
  if (isNil(value)) throw new GoError('reflect: call of reflect.Value.Type on zero Value');
  return deepCopy(value);
}

function unset(running: Running, dict: Dict, key: string): Dict {
  if (running.doubt === undefined) {
    running.changed(dict);
    running.origins.delete(dict);
    dict.delete(key);
  } else if (dict.has(key)) put(running, dict, key, null);
  return dict;
}

/** sprig's functions on maps, by name. */
export const dicts: Functions = {
  dict: define('a*', (...pairs) => dictOf(pairs), passes),
  get: define('m s', got, passes),
  set: defineRunning(
    'm s a',
    (running, dict, key, value) => {
      put(running, dict, key, value ?? null);
      return dict;
    },
    passes,
  ),
  unset: defineRunning('m s', unset, passes),
  hasKey: define(
    'm s',
    (dict, key) => dict.has(key) || (dict instanceof PartialDict ? new Unknown(dict.reason) : false),
    passes,
  ),
  pluck: define('s m*', (key, ...all) => all.filter((dict) => dict.has(key)).map((dict) => dict.get(key)), passes),
  // Go's order is another one each time; this is one of them.
  keys: define('m*', (...all) => ofType('[]string', all.flatMap(sortedKeys)), passes),
  values: define('m', (dict) => sortedKeys(dict).map((key) => dict.get(key)), passes),
  pick: define('m s*', (dict, ...keys) => only(dict, (key) => keys.includes(key)), passes),
  omit: define('m s*', (dict, ...keys) => only(dict, (key) => !keys.includes(key)), passes),
  merge: defineRunning('m m*', (running, to, ...from) => merged(running, to, from, false), passes),
  mustMerge: defineRunning('m m*', (running, to, ...from) => merged(running, to, from, false), passes),
  mergeOverwrite: defineRunning('m m*', (running, to, ...from) => merged(running, to, from, true), passes),
  mustMergeOverwrite: defineRunning('m m*', (running, to, ...from) => merged(running, to, from, true), passes),
  deepCopy: define('a', copyOf, passes),
  mustDeepCopy: define('a', copyOf, passes),

  dig: define('a*', (...path) => dug(path), passes),
};
