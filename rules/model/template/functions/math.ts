/** Arithmetic: sprig's numeric.go. Whole numbers are int64 and overflow as in Go; sums of decimals are exact (shopspring/decimal). */
import { GoError } from '../value/errors.ts';
import { Int, type Value } from '../value/value.ts';
import { toFloat64, toInt64 } from './conversion.ts';
import { define, type Functions } from './function.ts';

const int64 = (value: bigint): Int => new Int(value, 'int64');

function divided(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new GoError('runtime error: integer divide by zero');
  return a / b;
}

function remainder(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new GoError('runtime error: integer divide by zero');
  return a % b;
}

function round(value: number, places: number, limit = 0.5): number {
  const power = 10 ** places;
  const digit = power * value;
  const part = digit - Math.trunc(digit);
  const made =
    value >= 0
      ? part >= limit
        ? Math.ceil(digit)
        : Math.floor(digit)
      : part >= limit
        ? Math.floor(digit)
        : Math.ceil(digit);
  return made / power;
}

/** Decimals of a number's shortest form. */
const decimals = (value: number): number => {
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  return Math.max((mantissa.split('.')[1]?.length ?? 0) - Number(exponent), 0);
};

function exactly(values: readonly Value[], join: (a: bigint, b: bigint) => bigint): number {
  const numbers = values.map(toFloat64);
  const places = Math.min(Math.max(...numbers.map(decimals), 0), 20);
  const scaled = numbers.map((value) => BigInt(value.toFixed(places).replace('.', '')));
  return Number(scaled.reduce(join)) / 10 ** places;
}

const least = (values: readonly bigint[]): bigint => values.reduce((a, b) => (a < b ? a : b));
const most = (values: readonly bigint[]): bigint => values.reduce((a, b) => (a > b ? a : b));

export const math: Functions = {
  add: define('a*', (...values) => int64(values.map(toInt64).reduce((a, b) => a + b, 0n))),
  add1: define('a', (value) => int64(toInt64(value) + 1n)),
  sub: define('a a', (a, b) => int64(toInt64(a) - toInt64(b))),
  mul: define('a a*', (first, ...values) =>
    int64(values.map(toInt64).reduce((a, b) => BigInt.asIntN(64, a * b), toInt64(first))),
  ),
  div: define('a a', (a, b) => int64(divided(toInt64(a), toInt64(b)))),
  mod: define('a a', (a, b) => int64(remainder(toInt64(a), toInt64(b)))),
  max: define('a a*', (...values) => int64(most(values.map(toInt64)))),
  biggest: define('a a*', (...values) => int64(most(values.map(toInt64)))),
  min: define('a a*', (...values) => int64(least(values.map(toInt64)))),
  maxf: define('a a*', (...values) => Math.max(...values.map(toFloat64))),
  minf: define('a a*', (...values) => Math.min(...values.map(toFloat64))),
  addf: define('a a*', (...values) => exactly(values, (a, b) => a + b)),
  add1f: define('a', (value) => exactly([value, 1], (a, b) => a + b)),
  subf: define('a a*', (...values) => exactly(values, (a, b) => a - b)),
  mulf: define('a a*', (...values) => values.map(toFloat64).reduce((a, b) => a * b)),
  divf: define('a a*', (...values) => values.map(toFloat64).reduce((a, b) => a / b)),
  ceil: define('a', (value) => Math.ceil(toFloat64(value))),
  floor: define('a', (value) => Math.floor(toFloat64(value))),
  round: define('a i a*', (value, places, ...limit) =>
    round(toFloat64(value), places, limit.length > 0 ? toFloat64(limit[0]) : 0.5),
  ),
};
