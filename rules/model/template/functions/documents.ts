/** JSON and YAML: Helm's `toYaml` and its family, sprig's `toPrettyJson`. An error of a `from` function is in its answer, as in Helm. */
import { GoError } from '../value/errors.ts';
import { jsonFloat } from '../value/numbers.ts';
import { type Piece, Text, unknownText } from '../value/text.ts';
import {
  type Dict,
  Int,
  isDict,
  isList,
  isNil,
  isObject,
  isText,
  PartialDict,
  sortedKeys,
  Unknown,
  type Value,
} from '../value/value.ts';
import { readYaml } from '../yaml/read.ts';
import { toYaml, toYamlSegments } from '../yaml/write.ts';
import { define, defineRunning, type Functions, type Running } from './function.ts';

const passes = { passesUnknown: true } as const;

/** As encoding/json writes it. @throws GoError for numbers that JSON does not have. */
function toJson(value: Value, isHtml = true, indent = '', before = ''): string {
  const inner = before + indent;
  const [open, between, close] = indent === '' ? ['', ',', ''] : [`\n${inner}`, `,\n${inner}`, `\n${before}`];
  const write = (item: Value): string => toJson(item, isHtml, indent, inner);
  if (isNil(value)) return 'null';
  if (value instanceof Unknown || value instanceof PartialDict) return jsonText(unknownText(value.reason), isHtml);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Int) return String(value.value);
  if (typeof value === 'number') {
    const text = jsonFloat(value);
    if (text === undefined) throw new GoError('json: unsupported value');
    return text;
  }
  if (isText(value)) return jsonText(String(value), isHtml);
  if (isList(value)) return value.length === 0 ? '[]' : `[${open}${value.map(write).join(between)}${close}]`;
  if (isDict(value)) {
    if (value.size === 0) return '{}';
    const colon = indent === '' ? ':' : ': ';
    const items = sortedKeys(value).map((key) => jsonText(key, isHtml) + colon + write(value.get(key)));
    return `{${open}${items.join(between)}${close}}`;
  }
  return isObject(value) ? jsonText(value.printed, isHtml) : 'null';
}

function jsonText(text: string, isHtml: boolean): string {
  const plain = JSON.stringify(text).replaceAll(/[\u2028\u2029\u007f]/g, (one) =>
    one === '\u007f' ? one : `\\u${one.charCodeAt(0).toString(16)}`,
  );
  return isHtml ? plain.replaceAll(/[<>&]/g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`) : plain;
}

function fromParsed(value: unknown): Value {
  if (Array.isArray(value)) return value.map(fromParsed);
  if (typeof value === 'object' && value !== null)
    return new Map(Object.entries(value).map(([key, item]) => [key, fromParsed(item)]));
  return value as Value;
}

/** @throws GoError */
function readJson(text: string): Value {
  try {
    return fromParsed(JSON.parse(text));
  } catch {
    throw new GoError('invalid character in JSON');
  }
}

const kindInJson = (value: Value): string =>
  isList(value)
    ? 'array'
    : isDict(value)
      ? 'object'
      : isText(value)
        ? 'string'
        : typeof value === 'boolean'
          ? 'bool'
          : 'number';

const yamlError = 'error unmarshaling JSON: while decoding JSON: ';

/** A map, or one that says what was wrong. */
function asDict(read: () => Value, before = ''): Dict {
  try {
    const value = read();
    if (isNil(value)) return new Map();
    if (isDict(value)) return value;
    return new Map([
      ['Error', `${before}json: cannot unmarshal ${kindInJson(value)} into Go value of type map[string]interface {}`],
    ]);
  } catch (error) {
    // Something is wrong, but in which words Go says so is not known here.
    if (error instanceof GoError) return new Map([['Error', new Unknown('a text that cannot be read')]]);
    throw error;
  }
}

function asList(read: () => Value, before = ''): Value {
  try {
    const value = read();
    if (isNil(value)) return [];
    if (isList(value)) return value;
    return [`${before}json: cannot unmarshal ${kindInJson(value)} into Go value of type []interface {}`];
  } catch (error) {
    if (error instanceof GoError) return [new Unknown('a text that cannot be read')];
    throw error;
  }
}

/** What cannot be written is nothing. */
function orNothing(write: () => Value): Value {
  try {
    return write();
  } catch (error) {
    if (error instanceof GoError) return '';
    throw error;
  }
}

/** With the path of each value, where its map comes from the chart's values. */
function yamlWithPlaces(running: Running, value: Value): Value {
  if (value instanceof Unknown) return value;
  if (value instanceof PartialDict) return new Unknown(value.reason);
  if (!isDict(value) && !isList(value)) return toYaml(value);
  const segments = toYamlSegments(value, (container) => running.origins.get(container));
  if (segments.every(({ path }) => path === undefined)) return toYaml(value);
  const pieces = segments.map(({ text, path }): Piece => {
    const piece = { text, template: '', start: 0, end: 0, literal: false };
    return path === undefined ? piece : { ...piece, path };
  });
  const whole = new Text(pieces);
  return String(whole).endsWith('\n') ? whole.slice(0, whole.length - 1) : whole;
}

const yaml = defineRunning('a', (running, value) => orNothing(() => yamlWithPlaces(running, value)), {
  ...passes,
  keepsPlace: true,
});
const json = define('a', (value) => orNothing(() => toJson(value)), passes);

/** Helm's and sprig's functions that read and write YAML and JSON, by name. */
export const documents: Functions = {
  toYaml: yaml,
  mustToYaml: defineRunning('a', yamlWithPlaces, { ...passes, keepsPlace: true }),
  fromYaml: define('s', (text) => asDict(() => readYaml(text), yamlError)),
  fromYamlArray: define('s', (text) => asList(() => readYaml(text), yamlError)),
  toJson: json,
  mustToJson: define('a', (value) => toJson(value), passes),
  toPrettyJson: define('a', (value) => orNothing(() => toJson(value, true, '  ')), passes),
  mustToPrettyJson: define('a', (value) => toJson(value, true, '  '), passes),
  toRawJson: define('a', (value) => toJson(value, false), passes),
  mustToRawJson: define('a', (value) => toJson(value, false), passes),
  fromJson: define('s', (text) => asDict(() => readJson(text))),
  fromJsonArray: define('s', (text) => asList(() => readJson(text))),
  mustFromJson: define('s', readJson),
};
