/**
 * The values of Go's templates: what a Go program would hold, as far as templates tell it apart. Owns their types, truth and names; must not know
 * functions or charts.
 *
 * `null` is a nil interface, which has a type but no value: a missing key, an item of a list. `undefined` is no value at all: what a pipeline makes of
 * nil. Fields of the first are an error, fields of the second are nothing (Go, text/template/exec.go, `evalField`).
 */
import { holdsUnknown, reasonIn, type Text } from './text.ts';

/** Go's types of whole numbers that templates meet. */
export type IntType = 'int' | 'int64' | 'int32' | 'uint8' | 'uint32' | 'uint64';

/** A whole number of one of Go's types; numbers of JavaScript are float64. */
export class Int {
  readonly value: bigint;
  readonly type: IntType;

  constructor(value: bigint | number, type: IntType = 'int') {
    const whole = BigInt(value);
    this.value = type === 'int' || type === 'int64' ? BigInt.asIntN(64, whole) : whole;
    this.type = type;
  }
}

/** What only a cluster, a clock or chance can say. */
export class Unknown {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

/** A map of texts to values, in the order of insertion; what is printed is sorted, as in Go. */
export type Dict = Map<string, Value>;

/** A slice of values. */
export type List = readonly Value[];

/** A map of strings: what it lacks is an empty text, not nil. */
export class StringDict extends Map<string, Value> {}

/** `.Values` of a chart: a map of a type of its own, which some functions do not take. */
export class ValuesDict extends Map<string, Value> {}

/** A map of which nobody knows all: what it lacks is unknown. */
export class PartialDict extends Map<string, Value> {
  readonly reason: string;

  /** @param known deep: maps within it are partial, too. */
  constructor(known: Dict, reason: string) {
    super();
    this.reason = reason;
    for (const [key, value] of known) this.set(key, isDict(value) ? new PartialDict(value, reason) : value);
  }

  override get(key: string): Value {
    return this.has(key) ? super.get(key) : new Unknown(this.reason);
  }
}

const listTypes = new WeakMap<List, string>();

/** Remembers that a list is of another type than `[]interface {}`. */
export function ofType(type: string, list: List): List {
  listTypes.set(list, type);
  return list;
}

/** A function of an object. @throws GoError like Go's. */
export type Method = (args: readonly Value[]) => Value;

/** A value with fields and methods that is not a map, such as `.Files`. */
export interface GoObject {
  readonly goType: string;
  readonly fields: ReadonlyMap<string, Value>;
  readonly methods: ReadonlyMap<string, Method>;
  /** What it prints as. */
  readonly printed: string;
  /** What `range` goes over, for an object that is a map. */
  readonly entries?: ReadonlyMap<string, Value>;
}

/** A value of a template. Undefined is what is missing, which prints as `<no value>`; null is Go's nil. */
export type Value = undefined | null | boolean | number | string | Text | Int | Unknown | Dict | List | GoObject;

/** Whether it is a map. */
export const isDict = (value: Value): value is Dict => value instanceof Map;

/** Whether it is a slice. */
export const isList = (value: Value): value is List => Array.isArray(value);

/** Whether it is missing or Go's nil. */
export const isNil = (value: Value): value is null | undefined => value === null || value === undefined;

/** Whether it is an object of Helm's own, such as `.Files`, with methods. */
export const isObject = (value: Value): value is GoObject =>
  typeof value === 'object' && value !== null && 'goType' in value;
/** Whether it is a text, with places or without. */
export const isText = (value: Value): value is string | Text =>
  typeof value === 'string' || (typeof value === 'object' && value !== null && 'pieces' in value);

/** Truth as `if` sees it (text/template, `isTrue`): empty is false. An unknown value must be asked about before. */
export function isTrue(value: Value): boolean {
  if (value === null || value === undefined || value === false || value === '') return false;
  if (typeof value === 'number') return value !== 0;
  if (value instanceof Int) return value.value !== 0n;
  if (isList(value)) return value.length > 0;
  if (isDict(value)) return value.size > 0;
  if (isText(value)) return String(value) !== '';
  return !isObject(value) || value.entries === undefined || value.entries.size > 0;
}

/** The kind as Go's reflect names it; `kindOf` of sprig. */
export function kindOf(value: Value): string {
  if (isNil(value)) return 'invalid';
  if (value instanceof Int) return value.type;
  if (isList(value)) return 'slice';
  if (isDict(value)) return 'map';
  if (isText(value)) return 'string';
  if (isObject(value)) return value.goType.startsWith('*') ? 'ptr' : value.entries === undefined ? 'struct' : 'map';
  return typeof value === 'number' ? 'float64' : 'bool';
}

/** The type as `%T` prints it. */
export function typeOf(value: Value): string {
  if (isNil(value)) return '<nil>';
  if (isList(value)) return listTypes.get(value) ?? '[]interface {}';
  if (value instanceof ValuesDict) return 'common.Values';
  if (value instanceof StringDict) return 'map[string]string';
  if (isDict(value)) return 'map[string]interface {}';
  if (isObject(value)) return value.goType;
  return kindOf(value);
}

/** Keys in the order of their bytes, which is how Go ranges over and prints a map. */
export function sortedKeys(dict: ReadonlyMap<string, unknown>): string[] {
  return [...dict.keys()].sort(compareText);
}

/** Order of UTF-8 bytes, which is that of code points. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (x === y) continue;
    // Surrogates stand for code points above all others.
    const isHighX = x >= 0xd800 && x < 0xe000;
    const isHighY = y >= 0xd800 && y < 0xe000;
    return isHighX === isHighY ? x - y : isHighX ? 1 : -1;
  }
  return a.length - b.length;
}

/** A copy that shares nothing that can be changed; text and objects stay. */
export function deepCopy(value: Value): Value {
  if (isDict(value)) {
    const copy =
      value instanceof StringDict
        ? new StringDict()
        : value instanceof ValuesDict
          ? new ValuesDict()
          : new Map<string, Value>();
    for (const [key, item] of value) copy.set(key, deepCopy(item));
    return copy;
  }
  return isList(value) ? value.map(deepCopy) : value;
}

/** Equality as Go's `reflect.DeepEqual` has it. */
export function deepEqual(a: Value, b: Value): boolean {
  if (isNil(a) || isNil(b)) return isNil(a) && isNil(b);
  if (isText(a) || isText(b)) return isText(a) && isText(b) && String(a) === String(b);
  if (a instanceof Int || b instanceof Int)
    return a instanceof Int && b instanceof Int && a.type === b.type && a.value === b.value;
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, at) => deepEqual(item, b[at]));
  if (isDict(a))
    return isDict(b) && a.size === b.size && [...a].every(([key, item]) => b.has(key) && deepEqual(item, b.get(key)));
  return a === b;
}

/** Why it is unknown, or a part of its text or of its items is. */
export function unknownIn(value: Value, depth = 1): string | undefined {
  if (value instanceof Unknown || value instanceof PartialDict) return value.reason;
  if (isText(value)) {
    const text = String(value);
    return holdsUnknown(text) ? reasonIn(text) : undefined;
  }
  if (depth === 0 || !(isDict(value) || isList(value))) return undefined;
  for (const item of value.values()) {
    const reason = unknownIn(item, depth - 1);
    if (reason !== undefined) return reason;
  }
  return undefined;
}
