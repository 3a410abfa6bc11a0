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

/** sprig's, which rounds what is negative down. */
function round(value: number, places: number, limit = 0.5): number {
  const power = 10 ** places;
  const digit = power * value;
  return (digit - Math.trunc(digit) >= limit ? Math.ceil(digit) : Math.floor(digit)) / power;
}

/** Decimals of a number's shortest form. */
const decimals = (value: number): number => {
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  return Math.max((mantissa.split('.')[1]?.length ?? 0) - Number(exponent), 0);
};

/** A decimal: a whole number over a power of ten. */
interface Decimal {
  readonly value: bigint;
  readonly places: number;
}

function decimal(value: Value): Decimal {
  const number = toFloat64(value);
  if (!Number.isFinite(number)) throw new GoError('Cannot create a Decimal from an infinite number');
  const places = Math.min(decimals(number), 100);
  return { value: BigInt(number.toFixed(places).replace('.', '')), places };
}

function atPlaces({ value, places }: Decimal, wanted: number): bigint {
  return value * 10n ** BigInt(wanted - places);
}

function floatOf({ value, places }: Decimal): number {
  const digits = String(value < 0n ? -value : value).padStart(places + 1, '0');
  return (
    Number(
      `${value < 0n ? '-' : ''}${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}`,
    ) + 0
  );
}

const together =
  (join: (a: bigint, b: bigint) => bigint) =>
  (a: Decimal, b: Decimal): Decimal => {
    const places = Math.max(a.places, b.places);
    return { value: join(atPlaces(a, places), atPlaces(b, places)), places };
  };

const times = (a: Decimal, b: Decimal): Decimal => ({ value: a.value * b.value, places: a.places + b.places });

/** To 16 places, rounded (shopspring/decimal, `DivisionPrecision`). */
function over(a: Decimal, b: Decimal): Decimal {
  if (b.value === 0n) throw new GoError('decimal division by 0');
  const places = Math.max(a.places, b.places);
  const [above, below] = [atPlaces(a, places) * 10n ** 16n, atPlaces(b, places)];
  const size = (part: bigint): bigint => (part < 0n ? -part : part);
  const rounded = (size(above) * 2n + size(below)) / (size(below) * 2n);
  return { value: above < 0n === below < 0n ? rounded : -rounded, places: 16 };
}

const exactly = (values: readonly Value[], join: (a: Decimal, b: Decimal) => Decimal): number =>
  floatOf(values.map(decimal).reduce(join));

const least = (values: readonly bigint[]): bigint => values.toSorted((a, b) => (a < b ? -1 : 1))[0] ?? 0n;
const most = (values: readonly bigint[]): bigint => values.toSorted((a, b) => (a > b ? -1 : 1))[0] ?? 0n;

/** sprig's functions on numbers, by name. */
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
  addf: define('a*', (...values) =>
    exactly(
      [0, ...values],
      together((a, b) => a + b),
    ),
  ),
  add1f: define('a', (value) =>
    exactly(
      [value, 1],
      together((a, b) => a + b),
    ),
  ),
  subf: define('a a*', (...values) =>
    exactly(
      values,
      together((a, b) => a - b),
    ),
  ),
  mulf: define('a a*', (...values) => exactly(values, times)),
  divf: define('a a*', (...values) => exactly(values, over)),
  ceil: define('a', (value) => Math.ceil(toFloat64(value))),
  floor: define('a', (value) => Math.floor(toFloat64(value))),
  round: define('a i a*', (value, places, ...limit) =>
    round(toFloat64(value), places, limit.length > 0 ? toFloat64(limit[0]) : 0.5),
  ),
};
