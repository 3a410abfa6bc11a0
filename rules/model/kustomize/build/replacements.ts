/** Copies values from one object into others. Source: api/filters/replacement. */
import { parseWithoutTemplates } from '../../../yaml/parse.ts';
import { KustomizeError } from './errors.ts';
import {
  at,
  clone,
  isEmpty,
  isTrue,
  itemsAt,
  jsonOf,
  type Node,
  plainNode,
  type ScalarNode,
  textAt,
  textNode,
} from './node.ts';
import { keysOf, lookUp, type Slot, slotsAt } from './paths.ts';
import { readNodes } from './read.ts';
import type { Resource } from './resource.ts';
import type { Resources } from './resources.ts';
import { hasSelectedTexts, isNamed, isTargeted } from './select.ts';

/** @param config an entry of `replacements` with its source and targets. */
export function replace(resources: Resources, config: Node): void {
  const [source, fixed] = [at(config, 'source'), at(config, 'sourceValue')];
  if ((source === undefined) === (fixed === undefined) || at(config, 'targets') === undefined)
    throw new KustomizeError('a replacement needs one source and a target');
  const value = fixed ?? sourceOf(resources, source);
  for (const target of itemsAt(config, 'targets')) {
    if (at(target, 'select') === undefined) throw new KustomizeError('a target of a replacement selects nothing');
    for (const resource of resources.all) if (isMeant(resource, target)) writeInto(resource, value, target);
  }
}

function sourceOf(resources: Resources, source: Node | undefined): Node {
  const found = resources.all.filter((resource) => resource.allIds.some((id) => isNamed(id, source)));
  const [first, second] = found;
  if (first === undefined) throw new KustomizeError('the source of a replacement is no object');
  if (second !== undefined) throw new KustomizeError('the source of a replacement may be one of several objects');
  const path = textAt(source, 'fieldPath') || 'metadata.name';
  const value = lookUp(first.node, keysOf(path));
  if (value === undefined || isEmpty(value)) throw new KustomizeError(`the source of a replacement has no ${path}`);
  const delimiter = textAt(source, 'options', 'delimiter') ?? '';
  if (delimiter === '') return value;
  if (value.kind !== 'scalar') throw new KustomizeError(`${path} has to be one value, to be cut at ${delimiter}`);
  const part = value.text.split(delimiter)[indexOf(source)];
  if (part === undefined) throw new KustomizeError(`${path} has too few parts`);
  return { ...value, text: part, value: typeof value.value === 'string' ? part : plainNode(part).value };
}

const indexOf = (holder: Node | undefined): number => Number(textAt(holder, 'options', 'index') ?? 0);

function isMeant(resource: Resource, target: Node): boolean {
  const rejects = itemsAt(target, 'reject');
  if (!hasSelectedTexts(resource, at(target, 'select'))) return false;
  const names = ['group', 'version', 'kind', 'name', 'namespace'];
  const texts = ['annotationSelector', 'labelSelector'];
  for (const reject of rejects) {
    const says = (keys: readonly string[]): boolean => keys.some((key) => (textAt(reject, key) ?? '') !== '');
    if (says(texts) && hasSelectedTexts(resource, reject)) return false;
    if (says(names) && resource.allIds.some((id) => isTargeted(id, reject))) return false;
  }
  return resource.allIds.some((id) => isTargeted(id, at(target, 'select')));
}

function writeInto(resource: Resource, value: Node, target: Node): void {
  const paths = itemsAt(target, 'fieldPaths').flatMap((path) => (path.kind === 'scalar' ? path.text : []));
  const create = isTrue(at(target, 'options', 'create')) ? value.kind : undefined;
  for (const path of paths.length === 0 ? ['metadata.name'] : paths) {
    const keys = keysOf(path);
    if (writtenInside(resource.node, keys, value, target, create)) continue;
    const root: Slot = {
      node: resource.node,
      set: (node) => {
        if (node.kind === 'map') resource.node = node;
      },
    };
    const slots = slotsAt(root, keys, create);
    if (slots.length === 0) throw new KustomizeError(`${path} is no field of a target of a replacement`);
    for (const slot of slots) slot.set(written(slot.node, value, target));
  }
}

function written(before: Node, value: Node, target: Node): Node {
  const delimiter = textAt(target, 'options', 'delimiter') ?? '';
  if (delimiter === '') {
    if (before.kind !== 'scalar' || value.kind !== 'scalar') return clone(value);
    return withText(before, value.text, value);
  }
  if (before.kind !== 'scalar' || value.kind !== 'scalar')
    throw new KustomizeError('a delimiter is for single values alone');
  const parts = before.text.split(delimiter);
  const index = indexOf(target);
  if (index < 0) parts.unshift(value.text);
  else if (index >= parts.length) parts.push(value.text);
  else parts[index] = value.text;
  return withText(before, parts.join(delimiter), value);
}

/** A text stays a text, whatever is written into it. */
const withText = (before: ScalarNode, text: string, { origin }: Node): ScalarNode =>
  typeof before.value === 'string' && before.text !== '' ? textNode(text, origin) : plainNode(text, origin);

/** A path may lead on into a text that is YAML or JSON itself. @returns whether it did. */
function writtenInside(
  node: Node,
  keys: readonly string[],
  value: Node,
  target: Node,
  create: Node['kind'] | undefined,
): boolean {
  for (let length = 1; length < keys.length; length++) {
    const scalar = lookUp(node, keys.slice(0, length));
    if (scalar?.kind !== 'scalar' || scalar.value === null) continue;
    if (parseWithoutTemplates(scalar.text).problems.length > 0) continue;
    const [root] = readNodes(scalar.text, '');
    if (root === undefined) return false;
    let inside = root;
    const set = (now: Node): void => {
      inside = now;
    };
    try {
      const slots = slotsAt({ node: inside, set }, keys.slice(length), create);
      if (slots.length === 0) return false;
      for (const slot of slots) slot.set(written(slot.node, value, target));
    } catch (error) {
      if (error instanceof KustomizeError) return false;
      throw error;
    }
    const isJson = /^[\s]*[{[]/.test(scalar.text);
    if (!isJson) scalar.unknown = 'YAML that a replacement writes into a text';
    else {
      const isWide = scalar.text.includes('\n') && scalar.text.includes('  ');
      scalar.text = JSON.stringify(jsonOf(inside), undefined, isWide ? 2 : undefined);
      scalar.value = scalar.text;
    }
    return true;
  }
  return false;
}
