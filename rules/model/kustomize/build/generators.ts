/** ConfigMaps and Secrets that a kustomization makes. Sources: api/internal/generators, api/kv, api/hasher. */

import { sha256 } from '../../template/functions/digest.ts';
import { base64 } from '../../template/functions/encoding.ts';
import { bytesOf } from '../../template/value/bytes.ts';
import { KustomizeError, UnknownError } from './errors.ts';
import {
  at,
  isTrue,
  itemsAt,
  type Json,
  jsonOf,
  mapAt,
  mapNode,
  type Node,
  nodeOfJson,
  type Origin,
  pairsAt,
  textAt,
  textNode,
} from './node.ts';
import { type Behavior, Resource } from './resource.ts';

/** Reads a file below the kustomization's folder. */
export type ReadFile = (path: string) => { readonly text: string; readonly path: string };

/** A value with the place it is written at. */
interface Pair {
  readonly text: string;
  readonly origin: Origin | undefined;
}

/**
 * @param config an entry of `configMapGenerator` or `secretGenerator`. @param name and @param namespace of what it makes.
 * @param options those of the kustomization, which go with each entry's own.
 */
export function generated(
  kind: 'ConfigMap' | 'Secret',
  config: Node,
  { name, namespace }: { readonly name: string; readonly namespace: string | undefined },
  options: Node | undefined,
  read: ReadFile,
): Resource {
  if (name === '') throw new KustomizeError(`a generated ${kind} has no name`);
  const node = mapNode(config.origin);
  node.entries.set('apiVersion', textNode('v1'));
  node.entries.set('kind', textNode(kind));
  mapAt(node, 'metadata').entries.set('name', textNode(name, at(config, 'name')?.origin));
  if (namespace !== undefined && namespace !== '')
    mapAt(node, 'metadata').entries.set('namespace', textNode(namespace));
  if (kind === 'Secret') node.entries.set('type', textNode(textAt(config, 'type') || 'Opaque'));
  const pairs = pairsOf(config, name, read);
  if (pairs.size > 0) {
    const data = mapAt(node, 'data');
    for (const [key, { text, origin }] of pairs)
      data.entries.set(key, textNode(kind === 'Secret' ? lines(base64(text)) : text, origin));
  }
  const own = at(config, 'options');
  for (const key of ['labels', 'annotations'])
    for (const from of [options, own])
      for (const [label, { text, origin }] of pairsAt(from, key))
        mapAt(node, 'metadata', key).entries.set(label, textNode(text, origin));
  const isSet = (key: string): boolean => isTrue(at(options, key)) || isTrue(at(own, key));
  if (isSet('immutable')) node.entries.set('immutable', nodeOfJson(true));
  const made = new Resource(node);
  made.isGenerated = true;
  made.isHashed = !isSet('disableNameSuffixHash');
  const behavior = textAt(config, 'behavior');
  made.behavior = behavior === 'merge' || behavior === 'replace' ? (behavior as Behavior) : 'create';
  return made;
}

/** Kustomize breaks long base64 into lines of 70 characters. */
const lines = (text: string): string => (text.length < 70 ? text : text.replaceAll(/.{1,70}/g, (line) => `${line}\n`));

function pairsOf(config: Node, name: string, read: ReadFile): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>();
  const add = (key: string, text: string, origin: Origin | undefined): void => {
    if (pairs.has(key)) throw new KustomizeError(`${name} has the key ${key} twice`);
    pairs.set(key, { text, origin });
  };
  const env = at(config, 'env');
  for (const item of [...itemsAt(config, 'envs'), ...(env === undefined ? [] : [env])])
    if (item.kind === 'scalar') addLines(read(item.text).text, item.origin, add);
  for (const item of itemsAt(config, 'literals')) {
    if (item.kind !== 'scalar') continue;
    const cut = item.text.indexOf('=');
    if (cut <= 0) throw new KustomizeError(`a literal of ${name} is not key=value`);
    add(item.text.slice(0, cut), unquoted(item.text.slice(cut + 1)), item.origin);
  }
  for (const item of itemsAt(config, 'files')) {
    if (item.kind !== 'scalar') continue;
    const [first = '', second, ...rest] = item.text.split('=');
    if (rest.length > 0 || first === '' || second === '')
      throw new KustomizeError(`a file of ${name} is not key=path: ${item.text}`);
    const { text, path } = read(second ?? first);
    add(second === undefined ? (first.split('/').at(-1) ?? first) : first, text, {
      path,
      start: 0,
      end: text.length,
    });
  }
  return pairs;
}

function addLines(
  text: string,
  origin: Origin | undefined,
  add: (key: string, text: string, origin: Origin | undefined) => void,
): void {
  for (const line of text.replace(/^\uFEFF/, '').split('\n')) {
    const written = line.replace(/\r$/, '').trimStart();
    if (written === '' || written.startsWith('#')) continue;
    const cut = written.indexOf('=');
    const key = cut < 0 ? written : written.slice(0, cut);
    if (!/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(key))
      throw new KustomizeError(`no name of a variable: ${key.slice(0, 40)}`);
    add(key, cut < 0 ? '' : written.slice(cut + 1), origin);
  }
}

/** One pair of quotes is taken off. */
const unquoted = (text: string): string =>
  text.length >= 2 && text[0] === text.at(-1) && (text[0] === '"' || text[0] === "'") ? text.slice(1, -1) : text;

const letters: Readonly<Record<string, string>> = { '0': 'g', '1': 'h', '3': 'k', a: 'm', e: 't' };

/** Adds the hash of what generators made to its name. @throws UnknownError for other kinds than they make. */
export function addHash(resource: Resource): void {
  if (!resource.isHashed) return;
  const { node, kind } = resource;
  if (kind !== 'ConfigMap' && kind !== 'Secret') throw new UnknownError(`the hash of a ${kind}`);
  const field = (key: string): Json => {
    const found = at(node, key);
    return found === undefined ? '' : found.kind === 'scalar' ? found.text : jsonOf(found);
  };
  const optional = kind === 'Secret' ? 'stringData' : 'binaryData';
  const hashed: Record<string, Json> = {
    kind,
    // Kustomize looks for a field that is called `metadata/name`.
    name: '',
    data: field('data'),
    ...(kind === 'Secret' ? { type: field('type') } : {}),
    ...(at(node, optional)?.kind === 'map' ? { [optional]: field(optional) } : {}),
  };
  const hash = sha256(bytesOf(goJson(hashed))).slice(0, 10);
  resource.remember();
  resource.name = `${resource.name}-${hash.replaceAll(/[013ae]/g, (letter) => letters[letter] ?? letter)}`;
}

/** As Go writes it: keys in order, and what HTML means by a character escaped. */
function goJson(value: Json): string {
  if (value === null || typeof value !== 'object')
    return JSON.stringify(value).replaceAll(
      /[<>&\u2028\u2029]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  if (Array.isArray(value)) return `[${value.map(goJson).join(',')}]`;
  const map = value as { readonly [key: string]: Json };
  const entries = Object.keys(map)
    .sort(byBytes)
    .map((key) => `${goJson(key)}:${goJson(map[key] ?? null)}`);
  return `{${entries.join(',')}}`;
}

const byBytes = (a: string, b: string): number => {
  const [one, other] = [bytesOf(a), bytesOf(b)];
  for (const [at_, byte] of one.entries()) if (byte !== other[at_]) return byte - (other[at_] ?? -1);
  return one.length - other.length;
};
