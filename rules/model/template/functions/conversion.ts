/** Conversions and kinds: sprig's numeric.go and reflect.go over spf13/cast. */
import { parseFloat64, parseInt0, truncated } from '../value/numbers.ts';
import { printed } from '../value/print.ts';
import { deepEqual, Int, isText, kindOf, typeOf, type Value } from '../value/value.ts';
import { define, type Functions } from './function.ts';

/** cast.ToInt64: what is no number is 0. */
export function toInt64(value: Value): bigint {
  if (value instanceof Int) return value.value;
  if (typeof value === 'number') return truncated(value);
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (isText(value)) return parseInt0(String(value).replace(/(?<=.)\.0*$/, '')) ?? 0n;
  return 0n;
}

/** cast.ToFloat64: what is no number is 0. */
export function toFloat64(value: Value): number {
  if (value instanceof Int) return Number(value.value);
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return isText(value) ? (parseFloat64(String(value)) ?? 0) : 0;
}

/** `strconv.Atoi` without its error. */
function atoi(text: string): Int {
  const isNumber = /^[+-]?\d+$/.test(text);
  const value = isNumber ? BigInt(text.replace(/^\+/, '')) : 0n;
  const [least, largest] = [-(1n << 63n), (1n << 63n) - 1n];
  return new Int(value < least ? least : value > largest ? largest : value);
}

/** Digits of base 8 as a number. */
function toDecimal(value: Value): Int {
  const [, minus, digits] = /^([+-]?)([0-7]+)$/.exec(printed(value)) ?? [];
  const size = digits === undefined ? 0n : BigInt(`0o${digits}`);
  return new Int(minus === '-' ? -size : size, 'int64');
}

const kindIs = (kind: string, value: Value): boolean => kindOf(value) === kind;

/** sprig's functions that convert values and tell their kinds, by name. */
export const conversion: Functions = {
  int: define('a', (value) => new Int(toInt64(value)), { keepsPlace: true }),
  int64: define('a', (value) => new Int(toInt64(value), 'int64'), { keepsPlace: true }),
  float64: define('a', toFloat64, { keepsPlace: true }),
  atoi: define('s', atoi),
  toDecimal: define('a', toDecimal),
  kindOf: define('a', kindOf),
  kindIs: define('s a', kindIs),
  typeOf: define('a', typeOf),
  typeIs: define('s a', (type, value) => typeOf(value) === type),
  typeIsLike: define('s a', (type, value) => typeOf(value) === type || typeOf(value) === `*${type}`),
  deepEqual: define('a a', deepEqual),
};
