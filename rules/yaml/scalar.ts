/**
 * Scalars as Kubernetes reads them. The API server and kubectl read YAML with sigs.k8s.io/yaml, whose resolver
 * (goyaml.v2/resolve.go) follows YAML 1.1 with gaps: y, yes and on are booleans, 0644 and 0b101 are numbers, underscores
 * are dropped, base 60 is not read. The `yaml` package reads YAML 1.2, so its opinion is never asked.
 */
import type { YamlScalar } from './tree.ts';

export type ScalarValue = string | number | boolean | null;

const booleans = new Map<string, boolean>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
]);
const nulls = new Set(['', '~', 'null', 'Null', 'NULL']);
const specialNumbers = new Map<string, number>([
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, Number.NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Number.POSITIVE_INFINITY] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, Number.NEGATIVE_INFINITY] as const),
]);
/** resolve.go's `yamlStyleFloat`. */
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** The value of a plain scalar's text. */
export function resolvePlain(text: string): ScalarValue {
  const boolean = booleans.get(text);
  if (boolean !== undefined) return boolean;
  if (nulls.has(text)) return null;
  const first = text.charCodeAt(0);
  // Only a sign, a dot or a digit can begin a number; the rest is the common case and costs one comparison.
  if (!(first === 0x2b || first === 0x2d || first === 0x2e || (first >= 0x30 && first <= 0x39))) return text;
  return specialNumbers.get(text) ?? resolveNumber(text) ?? text;
}

/** Whether the value of a scalar is null, at the price of a look at its length for most. */
export function isNull(scalar: YamlScalar): boolean {
  return scalar.text.length <= 4 && valueOf(scalar) === null;
}

/** Go's strconv.ParseInt(base 0) after underscores are dropped, then resolve.go's float and binary forms. */
function resolveNumber(text: string): number | undefined {
  if (/^(?:0|[1-9][0-9]*)$/.test(text)) return Number(text);
  const plain = text.replaceAll('_', '');
  const [, sign = '', digits = ''] = /^([-+]?)(.*)$/s.exec(plain) ?? [];
  const factor = sign === '-' ? -1 : 1;
  if (/^(?:0|[1-9][0-9]*)$/.test(digits)) return factor * Number(digits);
  if (/^0[oO]?[0-7]+$/.test(digits)) return factor * Number.parseInt(digits.replace(/^0[oO]?/, ''), 8);
  if (/^0[xX][0-9a-fA-F]+$/.test(digits)) return factor * Number.parseInt(digits.slice(2), 16);
  if (/^0[bB][01]+$/.test(digits)) return factor * Number.parseInt(digits.slice(2), 2);
  return float.test(plain) ? Number(plain) : undefined;
}

/** The value of a scalar node: tags win, quoted and block scalars are strings, plain ones are resolved. */
export function valueOf(scalar: YamlScalar): ScalarValue {
  switch (scalar.tag) {
    case undefined:
      return scalar.style === 'plain' ? resolvePlain(scalar.text) : scalar.text;
    case '!!bool':
    case '!!int':
    case '!!float':
    case '!!null':
      return resolvePlain(scalar.text);
    default:
      return scalar.text;
  }
}

/**
 * A map key as JSON sees it: sigs.k8s.io/yaml turns boolean and number keys into their JSON spelling, so `y:` is the key "true".
 */
export function keyText(scalar: YamlScalar): string {
  const value = valueOf(scalar);
  if (typeof value === 'string') return value;
  if (value === null) return scalar.text;
  // What JSON has no number for stays YAML (sigs.k8s.io/yaml, `convertToJSONableObject`).
  if (Number.isNaN(value)) return '.nan';
  return value === Number.POSITIVE_INFINITY ? '.inf' : value === Number.NEGATIVE_INFINITY ? '-.inf' : String(value);
}
