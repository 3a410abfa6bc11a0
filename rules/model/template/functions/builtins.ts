/** Go's own functions: comparison, print, index and their like. Source: text/template/funcs.go. `and` and `or` are the evaluator's, which stops early. */
import { bytesOf, offsetOfByte } from '../value/bytes.ts';
import { GoError } from '../value/errors.ts';
import { lengthOf, printed, sprint, sprintf, sprintln } from '../value/print.ts';
import {
  compareText,
  Int,
  isDict,
  isList,
  isNil,
  isObject,
  isText,
  isTrue,
  kindOf,
  StringDict,
  typeOf,
  Unknown,
  unknownIn,
  type Value,
} from '../value/value.ts';
import { define, type Functions } from './function.ts';

type Kind = 'bool' | 'int' | 'uint' | 'float' | 'string' | 'invalid';

function basicKind(value: Value): Kind {
  if (typeof value === 'boolean') return 'bool';
  if (value instanceof Int) return value.type.startsWith('u') ? 'uint' : 'int';
  if (typeof value === 'number') return 'float';
  return isText(value) ? 'string' : 'invalid';
}

const isWhole = (kind: Kind): boolean => kind === 'int' || kind === 'uint';

/** @throws GoError for values that Go does not compare. */
function isEqual(a: Value, b: Value): boolean {
  const [kindA, kindB] = [basicKind(a), basicKind(b)];
  if (isWhole(kindA) && isWhole(kindB)) return (a as Int).value === (b as Int).value;
  if (kindA !== kindB) {
    if (!isNil(a) && !isNil(b)) throw new GoError(`incompatible types for comparison: ${typeOf(a)} and ${typeOf(b)}`);
    return false;
  }
  if (kindA === 'string') return String(a) === String(b);
  if (kindA !== 'invalid') return a === b;
  if (isNil(a) || isNil(b)) return isNil(a) === isNil(b);
  if (kindOf(a) !== kindOf(b))
    throw new GoError(`non-comparable types ${printed(a)}: ${typeOf(a)}, ${printed(b)}: ${typeOf(b)}`);
  if (!isObject(b)) throw new GoError(`non-comparable type ${printed(b)}: ${typeOf(b)}`);
  return a === b;
}

function equalsAny(first: Value, others: readonly Value[]): boolean {
  if (others.length === 0) throw new GoError('missing argument for comparison');
  return others.some((other) => isEqual(first, other));
}

function isLess(a: Value, b: Value): boolean {
  const [kindA, kindB] = [basicKind(a), basicKind(b)];
  if (kindA === 'invalid' || kindB === 'invalid') throw new GoError('invalid type for comparison');
  if (isWhole(kindA) && isWhole(kindB)) return (a as Int).value < (b as Int).value;
  if (kindA !== kindB) throw new GoError(`incompatible types for comparison: ${typeOf(a)} and ${typeOf(b)}`);
  if (kindA === 'bool') throw new GoError('invalid type for comparison');
  if (kindA === 'string') return compareText(String(a), String(b)) < 0;
  return (a as number) < (b as number);
}

function atMost(a: Value, b: Value): boolean {
  return isLess(a, b) || isEqual(a, b);
}

/** An index into what has a length. @throws GoError */
function indexIn(index: Value, length: number, mayBeLength = false): number {
  if (isNil(index)) throw new GoError('cannot index slice/array with nil');
  if (!(index instanceof Int)) throw new GoError(`cannot index slice/array with type ${typeOf(index)}`);
  const at = Number(index.value);
  if (at < 0 || (mayBeLength ? at > length : at >= length)) throw new GoError(`index out of range: ${at}`);
  return at;
}

/** `index`, for any number of steps. @throws GoError */
function indexed(item: Value, indexes: readonly Value[]): Value {
  if (isNil(item)) throw new GoError('index of untyped nil');
  let at: Value = item;
  for (const index of indexes) {
    const reason = at instanceof Unknown ? at.reason : unknownIn(index);
    if (reason !== undefined) return new Unknown(reason);
    if (isNil(at)) throw new GoError('index of nil pointer');
    if (isList(at)) at = at[indexIn(index, at.length)] ?? null;
    else if (isText(at)) {
      const bytes = bytesOf(String(at));
      at = new Int(bytes[indexIn(index, bytes.length)] as number, 'uint8');
    } else if (isDict(at)) {
      if (isNil(index)) throw new GoError('value is nil; should be of type string');
      if (!isText(index)) throw new GoError(`value has type ${typeOf(index)}; should be string`);
      const found = at.get(String(index));
      at = found === undefined ? (at instanceof StringDict ? '' : null) : found;
    } else throw new GoError(`can't index item of type ${typeOf(at)}`);
  }
  return at;
}

function sliced(item: Value, indexes: readonly Value[]): Value {
  if (isNil(item)) throw new GoError('slice of untyped nil');
  if (indexes.length > 3) throw new GoError(`too many slice indexes: ${indexes.length}`);
  if (!isList(item) && !isText(item)) throw new GoError(`can't slice item of type ${typeOf(item)}`);
  if (isText(item) && indexes.length === 3) throw new GoError('cannot 3-index slice a string');
  const length = lengthOf(item);
  const [from = 0, to = length] = indexes.map((index) => indexIn(index, length, true));
  if (from > to) throw new GoError(`invalid slice index: ${from} > ${to}`);
  if (isList(item)) return item.slice(from, to);
  const text = String(item);
  const [start, end] = [offsetOfByte(text, from), offsetOfByte(text, to)];
  return start === undefined || end === undefined
    ? new Unknown('a text is cut within a character')
    : text.slice(start, end);
}

const htmlEscapes: Readonly<Record<string, string>> = {
  '"': '&#34;',
  "'": '&#39;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\0': '\uFFFD',
};
const jsEscapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '<': '\\u003C',
  '>': '\\u003E',
  '&': '\\u0026',
  '=': '\\u003D',
};

/** `url.QueryEscape`. */
const queryEscaped = (text: string): string =>
  [...bytesOf(text)]
    .map((byte) => {
      const letter = String.fromCharCode(byte);
      if (/[A-Za-z0-9_.~-]/.test(letter)) return letter;
      return letter === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');

const jsEscaped = (text: string): string =>
  [...text]
    .map((letter) => {
      const code = letter.charCodeAt(0);
      return jsEscapes[letter] ?? (code < 0x20 ? `\\u${code.toString(16).toUpperCase().padStart(4, '0')}` : letter);
    })
    .join('');

/** What html, js and urlquery are given: one text, or all of it printed. */
const joined = (args: readonly Value[]): string => sprint(args.map((arg) => (isNil(arg) ? '<no value>' : arg)));

/** The functions of Go's text/template itself. Source: pkg.go.dev/text/template, "Functions". */
export const builtins: Functions = {
  not: define('a', (value) => !isTrue(value)),
  eq: define('a a*', (first, ...others) => equalsAny(first, others)),
  ne: define('a a', (a, b) => !isEqual(a, b)),
  lt: define('a a', isLess),
  le: define('a a', atMost),
  gt: define('a a', (a, b) => !atMost(a, b)),
  ge: define('a a', (a, b) => !isLess(a, b)),
  index: define('a a*', (item, ...indexes) => indexed(item, indexes), { passesUnknown: true }),
  slice: define('a a*', (item, ...indexes) => sliced(item, indexes)),
  len: define('a', (item) => new Int(lengthOf(item))),
  print: define('a*', (...args) => sprint(args), { passesUnknown: true }),
  println: define('a*', (...args) => sprintln(args), { passesUnknown: true }),
  printf: define('s a*', (format, ...args) => sprintf(format, args), { passesUnknown: true }),
  html: define('a*', (...args) => joined(args).replaceAll(/["'&<>\0]/g, (letter) => htmlEscapes[letter] as string)),
  js: define('a*', (...args) => jsEscaped(joined(args))),
  urlquery: define('a*', (...args) => queryEscaped(joined(args))),
  call: define('a a*', () => {
    throw new GoError('call of a value that is not a function');
  }),
};
