/**
 * What a kustomization changes of objects: patches in files or written into it, as a part of an object or as operations. Source: Kustomize documentation,
 * `patches`. Renders nothing but the objects that are asked about.
 */
import { Field } from '../../yaml/field.ts';
import { isPlainList, isPlainMap, type PlainMap, type PlainValue, plainOf } from '../../yaml/plain-value.ts';
import { readStream } from '../../yaml/stream.ts';
import type { YamlDocument } from '../../yaml/tree.ts';
import { KustomizeError, UnknownError } from './build/errors.ts';
import { isEmpty, jsonOf, type MapNode, nodeOfJson } from './build/node.ts';
import { mergeInto, operate } from './build/patches.ts';
import { Resource } from './build/resource.ts';
import { Schemas } from './build/schema.ts';

/** Which objects a patch is for; what is left out is any. Names and kinds are expressions that have to match as a whole. */
export interface PatchTarget {
  readonly group?: string | undefined;
  readonly version?: string | undefined;
  readonly kind?: string | undefined;
  readonly name?: string | undefined;
  readonly namespace?: string | undefined;
  /** It has a selector of labels or annotations, so that nobody knows what it is for. */
  readonly isSelected?: boolean | undefined;
}

/** A patch with its text, which may hold several documents. */
export interface Patch {
  readonly target: PatchTarget | undefined;
  readonly text: string;
}

/** Characters; a longer patch is not applied. */
export const longestPatch = 64 * 1024;

/** A document of a patch. */
interface Step {
  /** The part of an object that it is; undefined for operations. */
  readonly own: PlainMap | undefined;
  readonly run: (object: PlainMap) => PlainValue | undefined;
}

/** Read once for all objects that a patch may be for. */
const steps = new WeakMap<Patch, readonly Step[]>();

function stepsOf(patch: Patch): readonly Step[] {
  let known = steps.get(patch);
  if (known === undefined) {
    known =
      patch.text.length > longestPatch
        ? []
        : readStream(patch.text).documents.flatMap(({ document }) => stepOf(document));
    steps.set(patch, known);
  }
  return known;
}

const schemas = new Schemas();

function stepOf(document: YamlDocument): readonly Step[] {
  const value = plainOf(Field.root(document, true));
  if (isPlainList(value)) {
    const operations = nodeOfJson(value);
    return [{ own: undefined, run: (object) => changed(object, (resource) => operate(resource, operations)) }];
  }
  if (!isPlainMap(value)) return [];
  const run = (object: PlainMap): PlainValue | undefined =>
    changed(object, (resource) => mergeInto(resource, new Resource(nodeOfJson(value) as MapNode), schemas));
  return [{ own: value, run }];
}

/** @returns undefined where it is deleted, or Kustomize would refuse it. */
function changed(object: PlainMap, change: (resource: Resource) => void): PlainValue | undefined {
  const resource = new Resource(nodeOfJson(object) as MapNode);
  try {
    change(resource);
  } catch (error) {
    if (error instanceof KustomizeError || error instanceof UnknownError) return undefined;
    throw error;
  }
  return isEmpty(resource.node) ? undefined : jsonOf(resource.node);
}

/** @returns the object as it is deployed, the same where no patch is for it; undefined where it is deleted or nobody can tell. */
export function patched(object: PlainMap, patches: readonly Patch[]): PlainMap | undefined {
  let result: PlainValue | undefined = object;
  for (const patch of patches) {
    const { target } = patch;
    for (const { own, run } of stepsOf(patch)) {
      if (!isPlainMap(result)) return undefined;
      const wanted = target ?? (own === undefined ? undefined : identityOf(own));
      if (wanted === undefined || !isFor(wanted, result, target === undefined)) continue;
      if (wanted.isSelected === true) return undefined;
      result = run(result);
    }
  }
  return isPlainMap(result) ? result : undefined;
}

/** @returns the names of all objects that a patch may be for; undefined where it may be any. */
export function namesOf(patch: Patch): readonly string[] | undefined {
  const { target } = patch;
  if (target !== undefined)
    return target.name !== undefined && /^[\w-]+$/.test(target.name) ? [target.name] : undefined;
  return stepsOf(patch).flatMap(({ own }) => (own === undefined ? [] : (identityOf(own).name ?? [])));
}

/** What a patch that is a part of an object is for. */
function identityOf(own: PlainMap): PatchTarget {
  const metadata = isPlainMap(own['metadata']) ? own['metadata'] : {};
  const text = (value: PlainValue | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
  return { kind: text(own['kind']), name: text(metadata['name']), namespace: text(metadata['namespace']) };
}

/** @param exactly names are no expressions. */
function isFor(target: PatchTarget, object: PlainMap, exactly: boolean): boolean {
  const { kind, name, namespace } = identityOf(object);
  const [first = '', second] = String(object['apiVersion'] ?? '').split('/');
  const [group, version] = second === undefined ? ['', first] : [first, second];
  const is = (wanted: string | undefined, value: string | undefined): boolean =>
    wanted === undefined || (exactly ? wanted === value : matches(wanted, value ?? ''));
  return (
    is(target.kind, kind) &&
    is(target.name, name) &&
    (namespace === undefined || is(target.namespace, namespace)) &&
    (target.group === undefined || target.group === group) &&
    (target.version === undefined || target.version === version)
  );
}

/** Patterns that people write, with `.*` and `|`; of others, which a stranger might make slow, nothing is known. */
function matches(pattern: string, value: string): boolean {
  return pattern
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    .split('|')
    .some((part) => {
      const pieces = part.replace(/^\(|\)$/g, '').split('.*');
      const [head = '', ...rest] = pieces;
      const tail = rest.pop();
      if (rest.length > 0) return false;
      if (tail === undefined) return head === value;
      return value.length >= head.length + tail.length && value.startsWith(head) && value.endsWith(tail);
    });
}
