/**
 * What a function of templates is: the Go types of its parameters, which decide what it may be given, and what it does. Owns the check of arguments;
 * must not know any function.
 */
import { GoError } from '../value/errors.ts';
import type { Text } from '../value/text.ts';
import {
  type Dict,
  Int,
  isDict,
  isList,
  isNil,
  isText,
  type List,
  typeOf,
  Unknown,
  unknownIn,
  type Value,
} from '../value/value.ts';

/**
 * Letters of parameters: `s` string, `t` string that keeps its places, `i` int, `l` int64, `f` float64, `b` bool, `m` map[string]interface{}, `L`
 * []interface{}, `a` anything. A star behind the last: any number of it.
 */
interface Letters {
  s: string;
  t: string | Text;
  i: number;
  l: bigint;
  f: number;
  b: boolean;
  m: Dict;
  L: List;
  a: Value;
}
type Of<L extends string> = L extends keyof Letters ? Letters[L] : never;

/** What a function of TypeScript is handed for parameters that are written as letters: `'s i v*'` for a text, a number and any further values. */
export type Args<P extends string> = P extends ''
  ? []
  : P extends `${infer First} ${infer Rest}`
    ? [Of<First>, ...Args<Rest>]
    : P extends `${infer Last}*`
      ? Of<Last>[]
      : [Of<P>];

/** What the evaluation lends to functions. */
export interface Running {
  /** Executes a template of the set. @throws GoError where there is no such template, or it fails. */
  include(name: string, data: Value): Text;
  /** Executes a text as a template. */
  tpl(source: string | Text, data: Value): Text;
  /** @throws LimitError where that much work is too much. */
  spend(steps: number): void;
  /** Whether it is known that the cluster holds nothing yet, as `helm template` has it. */
  readonly emptyCluster: boolean;
  /** What the chart does not hold, and values that it asks for, are unknown instead of errors. */
  readonly lenient: boolean;
  /** Why it is unknown whether this is executed; what is changed here is unknown afterwards. */
  readonly doubt: string | undefined;
  /** A map is about to be changed, which may be one of the chart's values. */
  changed(dict: Dict): void;
  /** What a change of a map remembers of where the value came from. */
  readonly origins: Origins;
}

/** Where values stand in the chart's values: the path of each map and list. */
export type Origins = WeakMap<object, readonly string[]>;

/** A function that templates call: its parameters as Go sees them, and what it does. */
export interface GoFunction {
  readonly params: readonly string[];
  readonly variadic: boolean;
  /** What becomes of unknown arguments: the answer is unknown, or the function passes them on. */
  readonly passesUnknown: boolean;
  /** The answer stands for its arguments' places: a value that is printed through it is still that value. */
  readonly keepsPlace: boolean;
  readonly run: (running: Running, args: readonly Value[]) => Value;
}

/** Functions by the name that templates call them by. */
export type Functions = Readonly<Record<string, GoFunction>>;

interface Manner {
  readonly passesUnknown?: boolean;
  readonly keepsPlace?: boolean;
}

/** @param params letters with blanks between. */
export function define<P extends string>(params: P, run: (...args: Args<P>) => Value, manner: Manner = {}): GoFunction {
  return defineRunning(params, (_, ...args) => run(...args), manner);
}

/** Like `define`, for what needs the evaluation. */
export function defineRunning<P extends string>(
  params: P,
  run: (running: Running, ...args: Args<P>) => Value,
  { passesUnknown = false, keepsPlace = false }: Manner = {},
): GoFunction {
  const letters = params === '' ? [] : params.split(' ');
  const variadic = params.endsWith('*');
  return {
    params: letters.map((letter) => letter.replace('*', '')),
    variadic,
    passesUnknown,
    keepsPlace,
    // The letters were checked by `accepted`.
    run: (running, args) => run(running, ...(args as Args<P>)),
  };
}

/** A function whose answer nobody can know. */
export const unknownFunction = (reason: string): GoFunction => ({
  params: ['a'],
  variadic: true,
  passesUnknown: true,
  keepsPlace: false,
  run: () => new Unknown(reason),
});

const goTypes: Readonly<Record<string, string>> = {
  s: 'string',
  t: 'string',
  i: 'int',
  l: 'int64',
  f: 'float64',
  b: 'bool',
  m: 'map[string]interface {}',
  L: '[]interface {}',
};

/** The letter of the parameter at a place. */
export function letterAt({ params, variadic }: GoFunction, at: number): string {
  return (variadic && at >= params.length - 1 ? params.at(-1) : params[at]) ?? 'a';
}

/**
 * A value as a parameter takes it (exec.go, `validateType`).
 * @throws GoError where Go would not take it. An unknown value is taken by all.
 */
export function accepted(value: Value, letter: string): Value {
  if (letter === 'a' || value instanceof Unknown) return value;
  const goType = goTypes[letter] as string;
  if (value === undefined) {
    if (letter === 'm') return new Map();
    if (letter === 'L') return [];
    throw new GoError(`invalid value; expected ${goType}`);
  }
  if ((letter === 's' || letter === 't') && isText(value)) return letter === 's' ? String(value) : value;
  if (value instanceof Int) {
    if (letter === 'i' && value.type === 'int') return Number(value.value);
    if (letter === 'l' && value.type === 'int64') return value.value as unknown as Value;
  }
  const fits =
    (letter === 'f' && typeof value === 'number') ||
    (letter === 'b' && typeof value === 'boolean') ||
    (letter === 'm' && isDict(value)) ||
    (letter === 'L' && isList(value));
  if (!fits)
    throw new GoError(`wrong type for value; expected ${goType}; got ${isNil(value) ? 'interface {}' : typeOf(value)}`);
  return value;
}

/** Calls a function whose arguments were accepted. @throws GoError */
export function call(running: Running, name: string, fn: GoFunction, args: readonly Value[]): Value {
  const least = fn.variadic ? fn.params.length - 1 : fn.params.length;
  if (args.length < least || (!fn.variadic && args.length > least))
    throw new GoError(
      `wrong number of args for ${name}: want ${fn.variadic ? 'at least ' : ''}${least} got ${args.length}`,
    );
  running.spend(1);
  if (!fn.passesUnknown) {
    for (const arg of args) {
      const reason = unknownIn(arg);
      if (reason !== undefined) return new Unknown(reason);
    }
  } else if (args.some((arg, at) => arg instanceof Unknown && letterAt(fn, at) !== 'a' && letterAt(fn, at) !== 't')) {
    return args.find((arg) => arg instanceof Unknown);
  }
  return fn.run(running, args);
}
