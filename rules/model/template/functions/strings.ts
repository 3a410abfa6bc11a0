/** Functions of texts: sprig's strings.go and the package strings of Go. Lengths and offsets are bytes, as in Go. */
import { byteLength, bytesOf, isAscii, offsetOfByte } from '../value/bytes.ts';
import { GoError } from '../value/errors.ts';
import { printed, quoted, strval } from '../value/print.ts';
import { Text, unknownBlock } from '../value/text.ts';
import { compareText, isList, isNil, isText, ofType, StringDict, Unknown, type Value } from '../value/value.ts';
import { define, type Functions } from './function.ts';
import { camelCase, kebabCase, snakeCase, titled, untitled, wrapped } from './words.ts';

type Rope = string | Text;

const keeps = { passesUnknown: true, keepsPlace: true } as const;

/** A stretch of a text in bytes. Half a character is nothing that can be printed. */
function cutBytes(text: string, from: number, to: number): Value {
  const [start, end] = [offsetOfByte(text, from), offsetOfByte(text, to)];
  return start === undefined || end === undefined
    ? new Unknown('a text is cut within a character')
    : text.slice(start, end);
}

function truncated(count: number, text: string): Value {
  const size = byteLength(text);
  if (count < 0 && size + count > 0) return cutBytes(text, size + count, size);
  return count >= 0 && size > count ? cutBytes(text, 0, count) : text;
}

function substring(start: number, end: number, text: string): Value {
  const size = byteLength(text);
  if (start < 0) return checked(text, 0, end, size);
  return checked(text, start, end < 0 || end > size ? size : end, size);
}

function checked(text: string, from: number, to: number, size: number): Value {
  if (from > to || to > size || from < 0) throw new GoError(`runtime error: slice bounds out of range [${from}:${to}]`);
  return cutBytes(text, from, to);
}

/** The first and last offset that stays of a text. */
function trimmed(text: Rope, isCut: (character: string) => boolean, left: boolean, right: boolean): Rope {
  const whole = [...String(text)];
  let [from, to] = [0, whole.length];
  if (left) while (from < to && isCut(whole[from] as string)) from++;
  if (right) while (to > from && isCut(whole[to - 1] as string)) to--;
  if (from === 0 && to === whole.length) return text;
  const start = whole.slice(0, from).join('').length;
  return text.slice(start, start + whole.slice(from, to).join('').length);
}

const isBlank = (character: string): boolean =>
  /^[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/.test(character);
const within =
  (set: string) =>
  (character: string): boolean =>
    set.includes(character);

/** What is not known may be any lines. */
const asLines = (text: Rope | Unknown): Rope => {
  if (!(text instanceof Unknown)) return text;
  return new Text([{ text: unknownBlock(text.reason), template: '', start: 0, end: 0, literal: false }]);
};

function indented(pad: string, given: Rope | Unknown, first: boolean): Rope {
  const text = asLines(given);
  if (text instanceof Text) return text.indented(pad, first);
  return (first ? pad : '') + text.replaceAll('\n', `\n${pad}`);
}

function spaces(count: number): string {
  if (count < 0) throw new GoError('strings: negative Repeat count');
  if (count > 10_000) throw new GoError('the indentation is too wide');
  return ' '.repeat(count);
}

function repeated(count: number, text: string): string {
  if (count < 0) throw new GoError('strings: negative Repeat count');
  if (count * text.length > 1_000_000) throw new GoError('the repeated text is too long');
  return text.repeat(count);
}

/** `strings.Split`: an empty separator cuts behind each character. */
const splitAll = (separator: string, text: string): string[] => (separator === '' ? [...text] : text.split(separator));

function splitN(separator: string, count: number, text: string): string[] {
  if (count === 0) return [];
  const all = splitAll(separator, text);
  return count < 0 || all.length <= count ? all : [...all.slice(0, count - 1), all.slice(count - 1).join(separator)];
}

const numbered = (parts: readonly string[]): StringDict => new StringDict(parts.map((part, at) => [`_${at}`, part]));

/** What sprig joins or sorts: texts of a list without nil (`strslice`). */
function textsOf(value: Value): string[] {
  if (isNil(value)) return [];
  return isList(value) ? value.filter((item) => !isNil(item)).map(strval) : [strval(value)];
}

/** Quoted as it stands in quotes, so that the places within stay. */
function quote(value: Value): string | Text {
  if (!(value instanceof Text)) return quoted(strval(value));
  const text = String(value);
  return quoted(text) === `"${text}"` ? value.within('"', '"') : quoted(text);
}

function quoteAll(values: readonly Value[], mark: (value: Value) => string | Text): string | Text {
  const said = values.filter((value) => !isNil(value)).map(mark);
  const [only] = said;
  return said.length === 1 && only !== undefined ? only : said.map(String).join(' ');
}

/** Each byte as a character, which is what goutils makes of a text. */
const bytewise = (text: string): string => String.fromCharCode(...bytesOf(text));

function wrap(text: string, width: number, separator: string, cuts: boolean): Value {
  return isAscii(text) ? wrapped(text, width, separator, cuts) : new Unknown('lines of a text that is not ASCII');
}

const initials = (text: string): string =>
  bytewise(text)
    .split(/[\t\n\v\f\r \x85\xa0]+/)
    .map((word) => word[0] ?? '')
    .join('');

function abbreviated(width: number, text: string): string {
  if (width < 4 || text.length <= width) return text;
  return `${[...text].slice(0, width - 3).join('')}...`;
}

/** sprig's functions on texts, by name. */
export const strings: Functions = {
  trim: define('t', (text) => trimmed(text, isBlank, true, true), keeps),
  trimAll: define('s t', (set, text) => trimmed(text, within(set), true, true), keeps),
  trimall: define('s t', (set, text) => trimmed(text, within(set), true, true), keeps),
  trimPrefix: define(
    's t',
    (prefix, text) => (prefix !== '' && String(text).startsWith(prefix) ? text.slice(prefix.length) : text),
    keeps,
  ),
  trimSuffix: define(
    's t',
    (suffix, text) =>
      suffix !== '' && String(text).endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text,
    keeps,
  ),
  upper: define('s', (text) => text.toUpperCase()),
  lower: define('s', (text) => text.toLowerCase()),
  title: define('s', titled),
  untitle: define('s', untitled),
  camelcase: define('s', camelCase),
  snakecase: define('s', snakeCase),
  kebabcase: define('s', kebabCase),
  swapcase: define('s', (text) =>
    [...text].map((one) => (one === one.toUpperCase() ? one.toLowerCase() : one.toUpperCase())).join(''),
  ),
  initials: define('s', initials),
  nospace: define('s', (text) => bytewise(text).replaceAll(/[\t\n\v\f\r \x85\xa0]/g, '')),
  abbrev: define('i s', abbreviated),
  trunc: define('i s', truncated),
  substr: define('i i s', substring),
  repeat: define('i s', repeated),
  contains: define('s s', (part, text) => text.includes(part)),
  hasPrefix: define('s s', (part, text) => text.startsWith(part)),
  hasSuffix: define('s s', (part, text) => text.endsWith(part)),
  replace: define('s s s', (from, to, text) =>
    from === '' ? [...text].reduce((made, one) => made + one + to, to) : text.replaceAll(from, () => to),
  ),
  plural: define('s s i', (one, many, count) => (count === 1 ? one : many)),
  indent: define('i t', (count, text) => indented(spaces(count), text, true), keeps),
  nindent: define(
    'i t',
    (count, text) => {
      const made = indented(spaces(count), text, true);
      return made instanceof Text ? made.within('\n', '') : `\n${made}`;
    },
    keeps,
  ),
  quote: define('a*', (...values) => quoteAll(values, quote), keeps),
  squote: define(
    'a*',
    (...values) => quoteAll(values, (value) => (value instanceof Text ? value.within("'", "'") : `'${strval(value)}'`)),
    keeps,
  ),
  cat: define(
    'a*',
    (...values) =>
      values
        .filter((value) => !isNil(value))
        .map(printed)
        .join(' '),
    {
      passesUnknown: true,
    },
  ),
  toString: define('a', (value) => (isText(value) ? value : strval(value)), keeps),
  toStrings: define('a', (value) => ofType('[]string', textsOf(value))),
  join: define('s a', (separator, value) => textsOf(value).join(separator), { passesUnknown: true }),
  split: define('s s', (separator, text) => numbered(splitAll(separator, text))),
  splitn: define('s i s', (separator, count, text) => numbered(splitN(separator, count, text))),
  splitList: define('s s', (separator, text) => ofType('[]string', splitAll(separator, text))),
  sortAlpha: define('a', (value) =>
    ofType('[]string', isList(value) ? textsOf(value).sort(compareText) : [strval(value)]),
  ),
  wrap: define('i s', (width, text) => wrap(text, width, '\n', false)),
  wrapWith: define('i s s', (width, separator, text) => wrap(text, width, separator, true)),
};
