/**
 * `values.schema.json`: whether values are as it wants them, as far as its keywords are known here (JSON Schema draft 7 and 2020-12 without formats and
 * without what lies elsewhere). What is not known refuses nothing. Source: helm.sh/helm/v4, pkg/chart/common/util/jsonschema.go.
 */
import { translate } from '../functions/expression.ts';
import { GoError, UnknownError } from '../value/errors.ts';
import { type Dict, deepEqual, Int, isDict, isList, isNil, isText, type Value } from '../value/value.ts';
import { readYaml } from '../yaml/read.ts';

const deepest = 100;

/** @returns what is wrong and where, for the first place; undefined where nothing is. @throws GoError for a schema that cannot be read. */
export function schemaProblem(schema: string, values: Dict): string | undefined {
  // A later YAML reads all of JSON.
  const root = readYaml(schema);
  return isDict(root) ? new Check(root).problem(root, values, '', 0) : undefined;
}

type Problem = string | undefined;

class Check {
  readonly #root: Dict;

  constructor(root: Dict) {
    this.#root = root;
  }

  problem(schema: Value, value: Value, at: string, depth: number): Problem {
    if (schema === false) return `at '${at}': false schema`;
    if (!isDict(schema) || depth > deepest) return undefined;
    const target = this.#target(schema.get('$ref'));
    return (
      (target === undefined ? undefined : this.problem(target, value, at, depth + 1)) ??
      typeProblem(schema, value, at) ??
      boundProblem(schema, value, at) ??
      this.#membersProblem(schema, value, at, depth) ??
      this.#itemsProblem(schema, value, at, depth) ??
      this.#combinedProblem(schema, value, at, depth)
    );
  }

  /** Another place of the same schema; what lies elsewhere is not looked at. */
  #target(reference: Value): Value {
    if (!isText(reference) || !/^#(?:\/|$)/.test(String(reference))) return undefined;
    let target: Value = this.#root;
    for (const step of String(reference).slice(2).split('/')) {
      if (step === '') continue;
      const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
      target = isDict(target) ? target.get(key) : isList(target) ? target[Number(key)] : undefined;
    }
    return target;
  }

  #membersProblem(schema: Dict, value: Value, at: string, depth: number): Problem {
    if (!isDict(value)) return undefined;
    const required = schema.get('required');
    if (isList(required))
      for (const key of required)
        if (isText(key) && !value.has(String(key))) return `at '${at}': missing property '${key}'`;
    const properties = schema.get('properties');
    const patterns = schema.get('patternProperties');
    const others = schema.get('additionalProperties');
    for (const [key, item] of value) {
      const place = `${at}/${key}`;
      const own = isDict(properties) ? properties.get(key) : undefined;
      const matching = isDict(patterns) ? [...patterns].filter(([pattern]) => matches(pattern, key) !== false) : [];
      const all = own === undefined ? matching.map(([, below]) => below) : [own, ...matching.map(([, below]) => below)];
      for (const below of all) {
        const problem = this.problem(below, item, place, depth + 1);
        if (problem !== undefined) return problem;
      }
      if (all.length > 0 || others === undefined) continue;
      if (others === false) return `at '${at}': additional properties '${key}' not allowed`;
      const problem = this.problem(others, item, place, depth + 1);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  #itemsProblem(schema: Dict, value: Value, at: string, depth: number): Problem {
    if (!isList(value)) return undefined;
    const items = schema.get('items');
    for (const [place, item] of value.entries()) {
      const below = isList(items) ? items[place] : items;
      const problem = below === undefined ? undefined : this.problem(below, item, `${at}/${place}`, depth + 1);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  #combinedProblem(schema: Dict, value: Value, at: string, depth: number): Problem {
    const fits = (below: Value): boolean => this.problem(below, value, at, depth + 1) === undefined;
    const list = (key: string): readonly Value[] | undefined => {
      const all = schema.get(key);
      return isList(all) ? all : undefined;
    };
    for (const below of list('allOf') ?? []) {
      const problem = this.problem(below, value, at, depth + 1);
      if (problem !== undefined) return problem;
    }
    const any = list('anyOf');
    if (any !== undefined && !any.some(fits)) return `at '${at}': anyOf failed`;
    const one = list('oneOf');
    if (one !== undefined && one.filter(fits).length !== 1) return `at '${at}': oneOf failed`;
    const not = schema.get('not');
    if (not !== undefined && fits(not)) return `at '${at}': not failed`;
    const condition = schema.get('if');
    if (condition === undefined) return undefined;
    const then = schema.get(fits(condition) ? 'then' : 'else');
    return then === undefined ? undefined : this.problem(then, value, at, depth + 1);
  }
}

function typesOf(value: Value): readonly string[] {
  if (isNil(value)) return ['null'];
  if (typeof value === 'boolean') return ['boolean'];
  if (value instanceof Int) return ['integer', 'number'];
  if (typeof value === 'number') return Number.isInteger(value) ? ['integer', 'number'] : ['number'];
  return [isText(value) ? 'string' : isList(value) ? 'array' : 'object'];
}

function typeProblem(schema: Dict, value: Value, at: string): Problem {
  const type = schema.get('type');
  const wanted = isList(type) ? type.map(String) : isText(type) ? [String(type)] : undefined;
  const types = typesOf(value);
  if (wanted !== undefined && !wanted.some((one) => types.includes(one)))
    return `at '${at}': got ${types[0]}, want ${wanted.join(' or ')}`;
  const among = schema.get('enum');
  if (isList(among) && !among.some((one) => isSame(one, value)))
    return `at '${at}': value must be one of those of the schema`;
  const exact = schema.get('const');
  return schema.has('const') && !isSame(exact, value) ? `at '${at}': const failed` : undefined;
}

const numberOf = (value: Value): number | undefined =>
  value instanceof Int ? Number(value.value) : typeof value === 'number' ? value : undefined;

/** Numbers are equal whatever their Go type. */
function isSame(a: Value, b: Value): boolean {
  const [x, y] = [numberOf(a), numberOf(b)];
  return x === undefined || y === undefined ? deepEqual(a, b) : x === y;
}

/** What each keyword bounds: [keyword, of what, whether a size is within]. */
const bounds: readonly (readonly [
  string,
  'number' | 'text' | 'list' | 'map',
  (size: number, bound: number) => boolean,
])[] = [
  ['minimum', 'number', (size, bound) => size >= bound],
  ['maximum', 'number', (size, bound) => size <= bound],
  ['exclusiveMinimum', 'number', (size, bound) => size > bound],
  ['exclusiveMaximum', 'number', (size, bound) => size < bound],
  ['minLength', 'text', (size, bound) => size >= bound],
  ['maxLength', 'text', (size, bound) => size <= bound],
  ['minItems', 'list', (size, bound) => size >= bound],
  ['maxItems', 'list', (size, bound) => size <= bound],
  ['minProperties', 'map', (size, bound) => size >= bound],
  ['maxProperties', 'map', (size, bound) => size <= bound],
];

function boundProblem(schema: Dict, value: Value, at: string): Problem {
  const size = {
    number: numberOf(value),
    text: isText(value) ? [...String(value)].length : undefined,
    list: isList(value) ? value.length : undefined,
    map: isDict(value) ? value.size : undefined,
  };
  for (const [keyword, of, isWithin] of bounds) {
    const bound = schema.get(keyword);
    const own = size[of];
    if (typeof bound === 'number' && own !== undefined && !isWithin(own, bound))
      return `at '${at}': ${keyword}: ${own}, want ${bound}`;
  }
  const pattern = schema.get('pattern');
  if (isText(value) && isText(pattern) && matches(String(pattern), String(value)) === false)
    return `at '${at}': '${value}' does not match pattern '${pattern}'`;
  return undefined;
}

/** @returns undefined where nobody can say. */
function matches(pattern: string, text: string): boolean | undefined {
  try {
    const { matcher, isCostly } = translate(pattern);
    if (text.length > (isCostly ? 100 : 20_000)) return undefined;
    return new RegExp(matcher.source, matcher.flags.replace('g', '')).test(text);
  } catch (error) {
    if (error instanceof GoError || error instanceof UnknownError) return undefined;
    throw error;
  }
}
