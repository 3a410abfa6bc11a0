/** What chooses between values or refuses them: sprig's defaults.go, and Helm's `required` and `fail`. */
import { GoError } from '../value/errors.ts';
import { isNil, isText, isTrue, Unknown, unknownIn, type Value } from '../value/value.ts';
import { define, defineRunning, type Functions, type Running } from './function.ts';

const passes = { passesUnknown: true } as const;

/** Whether it is empty; unknown where nobody can say. */
function truth(value: Value): boolean | Unknown {
  const reason = unknownIn(value, 0);
  return reason === undefined ? isTrue(value) : new Unknown(reason);
}

function firstTrue(values: readonly Value[]): Value {
  for (const value of values) {
    const known = truth(value);
    if (known !== false) return known === true ? value : known;
  }
  return null;
}

function orDefault(fallback: Value, given: readonly Value[]): Value {
  if (given.length === 0) return fallback;
  const known = truth(given[0]);
  return known instanceof Unknown ? known : known ? given[0] : fallback;
}

function ternary(yes: Value, no: Value, condition: boolean | Unknown): Value {
  return condition instanceof Unknown ? condition : condition ? yes : no;
}

function required({ lenient }: Running, message: string, value: Value): Value {
  if (!isNil(value) && !(isText(value) && String(value) === '')) return value;
  if (lenient) return new Unknown('a value that the chart asks for');
  throw new GoError(message);
}

/** sprig's functions that choose or refuse, and Helm's `required` and `fail`, by name. */
export const choice: Functions = {
  default: define('a a*', (fallback, ...given) => orDefault(fallback, given), { ...passes, keepsPlace: true }),
  empty: define('a', (value) => !isTrue(value)),
  coalesce: define('a*', (...values) => firstTrue(values), { ...passes, keepsPlace: true }),
  ternary: define('a a b', ternary, { ...passes, keepsPlace: true }),
  all: define('a*', (...values) => values.every(isTrue)),
  any: define('a*', (...values) => values.some(isTrue)),
  required: defineRunning('s a', required, { ...passes, keepsPlace: true }),
  fail: define('s', (message) => {
    throw new GoError(message);
  }),
};
