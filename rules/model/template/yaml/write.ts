/**
 * Values as YAML, as sigs.k8s.io/yaml writes them: through JSON, keys sorted as goyaml sorts them, lists not indented below their key. Keeps for each
 * value where it stands among the chart's values, if its map is known to come from there.
 */
import { byteLength } from '../value/bytes.ts';
import { GoError, LimitError } from '../value/errors.ts';
import { formatFloat, jsonFloat } from '../value/numbers.ts';
import { unknownText } from '../value/text.ts';
import {
  type Dict,
  Int,
  isDict,
  isList,
  isNil,
  isObject,
  isText,
  type List,
  Unknown,
  type Value,
} from '../value/value.ts';
import { isSimpleKey, written } from './scalars.ts';

/** A stretch of written YAML. */
export interface Segment {
  readonly text: string;
  /** Of the value that is written here, in the chart's values. */
  readonly path: readonly string[] | undefined;
}

/** Where a map or list stands in the chart's values; undefined for one that does not come from there. */
export type PathOf = (container: object) => readonly string[] | undefined;

const deepest = 200;
const most = 8_000_000;

/** @throws GoError for numbers that JSON does not have. The last line has its line feed. */
export function toYamlSegments(value: Value, pathOf: PathOf = () => undefined): Segment[] {
  const writer = new Writer(pathOf);
  writer.root(value);
  return writer.segments;
}

/** Without the line feed at the end, as Helm's `toYaml`. @throws GoError */
export const toYaml = (value: Value): string =>
  toYamlSegments(value)
    .map(({ text }) => text)
    .join('')
    .replace(/\n$/, '');

class Writer {
  readonly segments: Segment[] = [];
  readonly #pathOf: PathOf;
  #column = 0;
  #size = 0;

  constructor(pathOf: PathOf) {
    this.#pathOf = pathOf;
  }

  root(value: Value): void {
    this.#node(value, -2, undefined, 'root');
    if (this.#column !== 0) this.#put('\n', undefined);
  }

  #put(text: string, path: readonly string[] | undefined): void {
    this.#size += text.length;
    if (this.#size > most) throw new LimitError('its output is too large');
    this.segments.push({ text, path });
    const line = text.lastIndexOf('\n');
    this.#column = line < 0 ? this.#column + [...text].length : [...text.slice(line + 1)].length;
  }

  /** @param indent of what holds it. */
  #node(value: Value, indent: number, path: readonly string[] | undefined, place: 'root' | 'value' | 'item'): void {
    if (indent > deepest * 2) throw new LimitError('its values are nested too deeply');
    if (isDict(value) && value.size > 0) this.#dict(value, indent + 2, this.#pathOf(value) ?? path, place);
    // Below a key a list is not indented.
    else if (isList(value) && value.length > 0)
      this.#list(value, place === 'value' ? indent : indent + 2, this.#pathOf(value) ?? path, place);
    else {
      const lead = place === 'root' ? '' : ' ';
      this.#put(lead, undefined);
      this.#put(scalar(value, this.#column, indent + (place === 'root' ? 4 : 2)), path);
    }
  }

  #start(isFirst: boolean, indent: number, place: 'root' | 'value' | 'item'): void {
    if (isFirst && place === 'root') return;
    if (isFirst && place === 'item') {
      this.#put(' ', undefined);
      return;
    }
    // A block that ends with line feeds has begun the line already.
    const lead = this.#column === 0 && (this.segments.at(-1)?.text.endsWith('\n') ?? false) ? '' : '\n';
    this.#put(lead + ' '.repeat(indent), undefined);
  }

  #dict(dict: Dict, indent: number, path: readonly string[] | undefined, place: 'root' | 'value' | 'item'): void {
    const keys = [...dict.keys()].sort(compareKeys);
    for (const [at, key] of keys.entries()) {
      this.#start(at === 0, indent, place);
      const below = path === undefined ? undefined : [...path, key];
      if (isSimpleKey(key, byteLength(key))) {
        this.#put(`${written(key, this.#column, indent, true)}:`, below);
        this.#node(dict.get(key), indent, below, 'value');
      } else {
        this.#put('? ', undefined);
        this.#put(written(key, this.#column, indent + 2, false), below);
        this.#start(false, indent, place);
        this.#put(':', undefined);
        this.#node(dict.get(key), indent, below, 'item');
      }
    }
  }

  #list(list: List, indent: number, path: readonly string[] | undefined, place: 'root' | 'value' | 'item'): void {
    for (const [at, item] of list.entries()) {
      this.#start(at === 0, indent, place);
      this.#put('-', undefined);
      this.#node(item, indent, path === undefined ? undefined : [...path, String(at)], 'item');
    }
  }
}

function scalar(value: Value, column: number, indent: number): string {
  if (isNil(value)) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Unknown) return unknownText(value.reason);
  if (value instanceof Int) return String(value.value);
  if (typeof value === 'number') return number(value);
  if (isText(value)) return written(String(value), column, indent, false);
  if (isList(value)) return '[]';
  if (isDict(value)) return '{}';
  if (isObject(value)) return written(value.printed, column, indent, false);
  throw new GoError('a value that is not written as YAML');
}

/** Through JSON: a whole number stays one while 64 bits hold it. */
function number(value: number): string {
  const text = jsonFloat(value);
  if (text === undefined) throw new GoError('json: unsupported value');
  if (text === '-0') return '-0';
  if (/^-?\d+$/.test(text)) {
    const whole = BigInt(text);
    if (whole >= -(1n << 63n) && whole < 1n << 64n) return text;
  }
  return formatFloat(Number(text));
}

const isDigit = (character: string): boolean => /^\p{Nd}$/u.test(character);
const isLetter = (character: string): boolean => /^\p{L}$/u.test(character);

/** Whether the characters before `at` end in digits that are not all zeros. */
function endsInNumber(characters: readonly string[], at: number): boolean {
  for (let i = at - 1; i >= 0 && /^\d$/.test(characters[i] as string); i--) if (characters[i] !== '0') return true;
  return false;
}

/** goyaml's order of keys: letters behind other characters, and numbers in them by their size (sorter.go). */
function compareKeys(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let at = 0; at < left.length && at < right.length; at++) {
    const [x, y] = [left[at] as string, right[at] as string];
    if (x === y) continue;
    const [isLetterX, isLetterY] = [isLetter(x), isLetter(y)];
    if (isLetterX && isLetterY) return (x.codePointAt(0) as number) - (y.codePointAt(0) as number);
    if (isLetterX || isLetterY) return isLetterY ? -1 : 1;
    const isWithin = (x === '0' || y === '0') && endsInNumber(left, at);
    const [numberX, numberY] = [digitsFrom(left, at, isWithin), digitsFrom(right, at, isWithin)];
    if (numberX.value !== numberY.value) return numberX.value < numberY.value ? -1 : 1;
    if (numberX.end !== numberY.end) return numberX.end - numberY.end;
    return (x.codePointAt(0) as number) - (y.codePointAt(0) as number);
  }
  return left.length - right.length;
}

function digitsFrom(
  characters: readonly string[],
  from: number,
  isWithin: boolean,
): { readonly value: bigint; readonly end: number } {
  let value = isWithin ? 1n : 0n;
  let end = from;
  for (; end < characters.length && isDigit(characters[end] as string); end++) {
    const digit = BigInt((characters[end] as string).codePointAt(0) as number) - 48n;
    value = BigInt.asIntN(64, value * 10n + digit);
  }
  return { value, end };
}
