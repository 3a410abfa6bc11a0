/** `--set`: `a.b=1,c[0]=x,d={1,2}` written into values. Source: helm.sh/helm/v4/pkg/strvals, parser.go. */
import { GoError } from '../value/errors.ts';
import { type Dict, Int, isDict, isList, type Value } from '../value/value.ts';

const deepest = 30;
const longestList = 65_536;

/** @throws GoError for what cannot be read. */
export function setValues(line: string, into: Dict): void {
  const parser = new Parser(line);
  while (!parser.isDone) parser.key(into, 0);
}

class Parser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isDone(): boolean {
    return this.#at >= this.#text.length;
  }

  /** What stands before one of the marks, and the mark; escaped marks are letters. */
  #until(stops: string): { readonly text: string; readonly stop: string | undefined } {
    let text = '';
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at++] as string;
      if (stops.includes(character)) return { text, stop: character };
      text += character === '\\' ? (this.#text[this.#at++] ?? '') : character;
    }
    return { text, stop: undefined };
  }

  key(into: Dict, depth: number): void {
    const { text, stop } = this.#until('=[,.');
    switch (stop) {
      case undefined:
        if (text === '') return;
        throw new GoError(`key "${text}" has no value`);
      case ',':
        throw new GoError(`key "${text}" has no value (cannot end with ,)`);
      case '=':
        put(into, text, this.#value());
        return;
      case '[': {
        const before = into.get(text);
        if (before !== undefined && !isList(before)) throw new GoError(`unable to parse key: ${text} is no list`);
        put(into, text, this.#item(before ?? [], this.#index(), depth));
        return;
      }
      default: {
        if (depth + 1 > deepest)
          throw new GoError('value name nested level is greater than maximum supported nested level');
        const before = into.get(text);
        if (before !== undefined && !isDict(before)) throw new GoError(`unable to parse key: ${text} is no map`);
        const inner: Dict = before ?? new Map();
        this.key(inner, depth + 1);
        if (inner.size === 0) throw new GoError(`key map "${text}" has no value`);
        put(into, text, inner);
      }
    }
  }

  #index(): number {
    const { text, stop } = this.#until(']');
    if (stop === undefined || !/^\d+$/.test(text)) throw new GoError(`error parsing index: ${text}`);
    if (Number(text) > longestList) throw new GoError('index is greater than maximum supported index');
    return Number(text);
  }

  #item(list: readonly Value[], index: number, depth: number): Value {
    const { text, stop } = this.#until('[.=');
    if (text !== '') throw new GoError(`unexpected data at end of array index: "${text}"`);
    const before = list[index];
    switch (stop) {
      case '=':
        return withItem(list, index, this.#value());
      case '[': {
        const inner = this.#index();
        return withItem(list, index, this.#item(isList(before) ? before : [], inner, depth));
      }
      case '.': {
        const inner: Dict = isDict(before) ? before : new Map();
        this.key(inner, depth + 1);
        return withItem(list, index, inner);
      }
      default:
        throw new GoError('a list item has no value');
    }
  }

  #value(): Value {
    if (this.#text[this.#at] !== '{') return typed(this.#until(',').text);
    this.#at++;
    const items: Value[] = [];
    for (;;) {
      const { text, stop } = this.#until(',}');
      if (stop === undefined) throw new GoError('list must terminate with }');
      if (stop === '}') {
        // An empty list is one of an empty text, as in Helm.
        items.push(typed(text));
        if (this.#text[this.#at] === ',') this.#at++;
        return items;
      }
      items.push(typed(text));
    }
  }
}

function put(into: Dict, key: string, value: Value): void {
  if (key !== '') into.set(key, value);
}

function withItem(list: readonly Value[], index: number, value: Value): Value {
  const made: Value[] = [...list];
  while (made.length <= index) made.push(null);
  made[index] = value;
  return made;
}

/** Numbers with a leading zero are texts. */
function typed(text: string): Value {
  const word = text.toLowerCase();
  if (word === 'true') return true;
  if (word === 'false') return false;
  if (word === 'null') return null;
  if (text === '0') return new Int(0, 'int64');
  if (!/^[+-]?[1-9]\d{0,18}$/.test(text)) return text;
  const value = BigInt(text.replace('+', ''));
  return value >= -(1n << 63n) && value < 1n << 63n ? new Int(value, 'int64') : text;
}
