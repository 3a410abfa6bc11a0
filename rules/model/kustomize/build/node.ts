/**
 * Objects while they are built: maps, lists and scalars that can be changed, each with the place it comes from. Scalars are read as Kustomize reads them
 * (go.yaml.in/yaml/v3: `yes` and `on` are texts). Knows nothing of Kubernetes.
 */
import { resolvePlain, type ScalarValue } from '../../../yaml/scalar.ts';
import { KustomizeError } from './errors.ts';

/** Where a value is written. Offsets count UTF-16 units from the start of the file. */
export interface Origin {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** A single value. */
export interface ScalarNode {
  readonly kind: 'scalar';
  /** As written, without quotes. */
  text: string;
  value: ScalarValue;
  origin: Origin | undefined;
  /** Why nobody can say what it is, where that is so. */
  unknown?: string;
}

/** Values by their keys, which are texts. */
export interface MapNode {
  readonly kind: 'map';
  readonly entries: Map<string, Node>;
  origin: Origin | undefined;
}

/** Values in order. */
export interface ListNode {
  readonly kind: 'list';
  items: Node[];
  origin: Origin | undefined;
}

/** Any value. */
export type Node = ScalarNode | MapNode | ListNode;

/** A value as JSON has it. */
export type Json = ScalarValue | readonly Json[] | { readonly [key: string]: Json };

/** @param text of a plain scalar. */
export function resolved(text: string): ScalarValue {
  const value = resolvePlain(text);
  if (typeof value === 'boolean' && !/^(?:true|false)$/i.test(text)) return text;
  return typeof value === 'string' ? (dated(text) ?? value) : value;
}

/** A date is written as JSON writes it (RFC 3339). @returns undefined for what is no date. */
function dated(text: string): string | undefined {
  const parts =
    /^(\d{4})-(\d\d?)-(\d\d?)(?:[Tt \t]\s*(\d\d?):(\d\d):(\d\d)(\.\d+)?\s*(Z|[-+]\d\d?(?::?\d\d)?)?)?$/.exec(text);
  if (parts === null) return undefined;
  const [, year, month = '', day = '', hour = '0', minute = '00', second = '00', fraction = '', zone = 'Z'] = parts;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31 || Number(hour) > 23)
    return undefined;
  const two = (number: string): string => number.padStart(2, '0');
  const [sign, offset] = [zone.slice(0, 1), zone.slice(1).replace(':', '')];
  const place =
    zone === 'Z'
      ? 'Z'
      : `${sign}${offset.length > 2 ? offset.slice(0, -2).padStart(2, '0') : two(offset)}:${offset.length > 2 ? offset.slice(-2) : '00'}`;
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${fraction}${place}`;
}

/** A text, quoted as it were. */
export const textNode = (text: string, origin?: Origin): ScalarNode => ({ kind: 'scalar', text, value: text, origin });

/** A scalar that is read as if it were written without quotes. */
export const plainNode = (text: string, origin?: Origin): ScalarNode => ({
  kind: 'scalar',
  text,
  value: resolved(text),
  origin,
});

/** A map of nothing yet. */
export const mapNode = (origin?: Origin): MapNode => ({ kind: 'map', entries: new Map(), origin });

/** A list, of nothing where no items are given. */
export const listNode = (items: Node[] = [], origin?: Origin): ListNode => ({ kind: 'list', items, origin });

/** @returns a copy that shares nothing but origins. */
export function clone<T extends Node>(node: T): T;
export function clone(node: Node): Node {
  if (node.kind === 'scalar') return { ...node };
  if (node.kind === 'list') return listNode(node.items.map(clone), node.origin);
  const copy = mapNode(node.origin);
  for (const [key, value] of node.entries) copy.entries.set(key, clone(value));
  return copy;
}

/** The value below a key; undefined where there is none, or no map. */
export const at = (node: Node | undefined, ...keys: readonly string[]): Node | undefined =>
  keys.reduce<Node | undefined>((from, key) => (from?.kind === 'map' ? from.entries.get(key) : undefined), node);

/** @returns undefined for what is no scalar, and for null. */
export const textAt = (node: Node | undefined, ...keys: readonly string[]): string | undefined => {
  const found = at(node, ...keys);
  return found?.kind === 'scalar' && found.value !== null ? found.text : undefined;
};

/** Items of a list below a key; none for what is no list. */
export const itemsAt = (node: Node | undefined, ...keys: readonly string[]): readonly Node[] => {
  const found = at(node, ...keys);
  return found?.kind === 'list' ? found.items : [];
};

/** Pairs of a map of texts below a key; none for what is no map. */
export function pairsAt(node: Node | undefined, ...keys: readonly string[]): ReadonlyMap<string, ScalarNode> {
  const found = at(node, ...keys);
  const pairs = new Map<string, ScalarNode>();
  if (found?.kind === 'map')
    for (const [key, value] of found.entries) if (value.kind === 'scalar') pairs.set(key, value);
  return pairs;
}

/** Whether a value is the boolean. */
export const isTrue = (node: Node | undefined): boolean => node?.kind === 'scalar' && node.value === true;

/** Whether null is written, or nothing behind a colon. */
export const isNullNode = (node: Node): boolean => node.kind === 'scalar' && node.value === null;

/** Whether nothing is there, or null. */
export const isMissing = (node: Node | undefined): boolean => node === undefined || isNullNode(node);

/** Nothing, null, or a map or list of nothing. */
export function isEmpty(node: Node | undefined): boolean {
  if (node === undefined || isNullNode(node)) return true;
  return node.kind === 'map' ? node.entries.size === 0 : node.kind === 'list' && node.items.length === 0;
}

/** The map below keys, made where it is missing. @throws KustomizeError where something else stands there. */
export function mapAt(node: MapNode, ...keys: readonly string[]): MapNode {
  let map = node;
  for (const key of keys) {
    let next = map.entries.get(key);
    if (next === undefined || isNullNode(next)) {
      next = mapNode();
      map.entries.set(key, next);
    }
    if (next.kind !== 'map') throw new KustomizeError(`${key} is no map`);
    map = next;
  }
  return map;
}

/** What cannot be known stands as `{ $unknown: why }`. */
export function jsonOf(node: Node): Json {
  if (node.kind === 'scalar') return node.unknown === undefined ? node.value : { $unknown: node.unknown };
  if (node.kind === 'list') return node.items.map(jsonOf);
  const map: Record<string, Json> = Object.create(null);
  for (const [key, value] of node.entries) map[key] = jsonOf(value);
  return map;
}

/** @param origin of all of its values. */
export function nodeOfJson(value: Json, origin?: Origin): Node {
  if (value === null || typeof value !== 'object') return { kind: 'scalar', text: String(value), value, origin };
  if (Array.isArray(value))
    return listNode(
      value.map((item: Json) => nodeOfJson(item, origin)),
      origin,
    );
  const map = mapNode(origin);
  for (const [key, below] of Object.entries(value)) map.entries.set(key, nodeOfJson(below, origin));
  return map;
}
