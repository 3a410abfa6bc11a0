/**
 * What the fields of a kustomization do to all objects: namespace, names, labels, annotations, images, replicas. Each is one function of the objects and
 * what is written. Sources: api/internal/builtins and api/filters.
 */
import type { FieldSpec } from '../../../data/kustomize-fields.ts';
import { KustomizeError } from './errors.ts';
import { changeFields } from './field-spec.ts';
import { effectiveNamespace, isClusterScoped, isSelected, sameId, shown } from './identity.ts';
import {
  at,
  isNullNode,
  itemsAt,
  type MapNode,
  type Node,
  plainNode,
  type ScalarNode,
  textAt,
  textNode,
} from './node.ts';
import type { Resource } from './resource.ts';
import type { Resources } from './resources.ts';
import { matches } from './select.ts';

/** Which subjects of bindings get the namespace, too. */
export type Subjects = 'defaultOnly' | 'allServiceAccounts' | 'none';

/** A scalar that is set to a text; a map or list cannot be. */
const setText =
  ({ text, origin }: ScalarNode) =>
  (node: Node): Node => {
    if (node.kind !== 'scalar') throw new KustomizeError(`a ${node.kind} stands where a text is set`);
    return textNode(text, origin);
  };

const setEntries =
  (pairs: ReadonlyMap<string, ScalarNode>) =>
  (node: Node): Node => {
    if (isNullNode(node)) return node;
    if (node.kind !== 'map') throw new KustomizeError(`a ${node.kind} stands where labels or annotations are`);
    for (const [key, { text, origin }] of pairs) node.entries.set(key, textNode(text, origin));
    return node;
  };

/** @param isUnsetOnly leaves what has a namespace as it is. */
export function setNamespace(
  resources: Resources,
  namespace: ScalarNode,
  specs: readonly FieldSpec[],
  subjects: Subjects = 'defaultOnly',
  isUnsetOnly = false,
): void {
  if (namespace.text === '') return;
  const set = (node: Node): Node =>
    isUnsetOnly && node.kind === 'scalar' && node.text !== '' ? node : setText(namespace)(node);
  for (const resource of resources.all) {
    resource.remember();
    if (!isClusterScoped(resource.id))
      changeFields(resource, [{ path: 'metadata/namespace', create: true }], { create: 'scalar', change: set });
    const isBinding = resource.kind === 'RoleBinding' || resource.kind === 'ClusterRoleBinding';
    if (isBinding) setSubjects(resource, subjects, set);
    changeFields(
      resource,
      specs.filter(
        ({ path, kind }) =>
          path !== 'metadata/namespace' &&
          (resource.apiVersion === 'v1' || path !== 'metadata/name') &&
          !(isBinding && path === 'subjects/namespace' && (kind ?? '').endsWith('RoleBinding')),
      ),
      { create: 'scalar', change: set },
    );
  }
  demandUnique(resources);
}

function demandUnique(resources: Resources): void {
  const seen = new Map<string, Resource[]>();
  for (const resource of resources.all) {
    const { id } = resource;
    const mark = `${id.name} ${effectiveNamespace(id)}`;
    const beside = seen.get(mark) ?? [];
    if (beside.some((other) => sameId(other.id, id)))
      throw new KustomizeError(`the namespace makes two objects one: ${shown(id)}`);
    seen.set(mark, [...beside, resource]);
  }
}

function setSubjects(resource: Resource, subjects: Subjects, set: (node: Node) => Node): void {
  if (subjects === 'none') return;
  for (const subject of itemsAt(resource.node, 'subjects')) {
    const isMeant =
      subjects === 'defaultOnly' ? textAt(subject, 'name') === 'default' : textAt(subject, 'kind') === 'ServiceAccount';
    if (isMeant && subject.kind === 'map')
      subject.entries.set('namespace', set(at(subject, 'namespace') ?? textNode('')));
  }
}

const notNamed = [
  { kind: 'CustomResourceDefinition' },
  { group: 'apiregistration.k8s.io', kind: 'APIService' },
  { kind: 'Namespace' },
];

/** Adds a prefix or suffix to the names of all objects. */
export function addToNames(
  resources: Resources,
  where: 'prefixes' | 'suffixes',
  added: ScalarNode,
  specs: readonly FieldSpec[],
): void {
  const { text, origin } = added;
  for (const resource of resources.all) {
    const id = resource.originalId;
    if (notNamed.some((kind) => isSelected(id, kind))) continue;
    for (const spec of specs) {
      if (!isSelected(id, spec)) continue;
      if (spec.path === 'metadata/name' && text !== '') {
        resource[where].push(text);
        resource.remember();
      }
      changeFields(resource, [spec], {
        create: 'scalar',
        change: (node) => {
          if (node.kind !== 'scalar') throw new KustomizeError(`a ${node.kind} stands where a name is`);
          return textNode(where === 'prefixes' ? text + node.text : node.text + text, node.origin ?? origin);
        },
      });
    }
  }
}

/** Adds labels or annotations. */
export function addPairs(
  resources: Resources,
  pairs: ReadonlyMap<string, ScalarNode>,
  specs: readonly FieldSpec[],
): void {
  if (pairs.size === 0) return;
  for (const resource of resources.all) changeFields(resource, specs, { create: 'map', change: setEntries(pairs) });
}

/** @param config an entry of `replicas`: `name` and `count`. */
export function setReplicas(resources: Resources, config: Node, specs: readonly FieldSpec[]): void {
  const name = textAt(config, 'name') ?? '';
  const count = at(config, 'count');
  let isFound = false;
  for (const spec of specs)
    for (const resource of resources.all) {
      if (!resource.allIds.some((id) => id.name === name && isSelected(id, spec))) continue;
      isFound = true;
      changeFields(resource, [spec], {
        create: 'scalar',
        change: () => plainNode(count?.kind === 'scalar' ? count.text : '0', count?.origin),
      });
    }
  if (!isFound) throw new KustomizeError(`replicas are for no object: ${name}`);
}

/** @param config an entry of `images`: `name`, `newName`, `newTag`, `tagSuffix`, `digest`. */
export function replaceImages(resources: Resources, config: Node, specs: readonly FieldSpec[]): void {
  const change = (node: Node): Node => renamedImage(node, config);
  for (const resource of resources.all) {
    if (resource.kind === 'CustomResourceDefinition') continue;
    changeContainers(resource.node, change);
    changeFields(resource, specs, { change });
  }
}

/** Lists called `containers` or `initContainers`, wherever they stand. */
function changeContainers(node: Node, change: (node: Node) => Node): void {
  if (node.kind === 'scalar') return;
  for (const below of node.kind === 'map' ? node.entries.values() : node.items) changeContainers(below, change);
  if (node.kind !== 'map') return;
  for (const key of ['containers', 'initContainers'])
    for (const item of itemsAt(node, key)) {
      const image = at(item, 'image');
      if (image !== undefined) (item as MapNode).entries.set('image', change(image));
    }
}

function renamedImage(node: Node, config: Node): Node {
  const wanted = textAt(config, 'name') ?? '';
  if (node.kind !== 'scalar' || !isImage(node.text, wanted)) return node;
  const own = splitImage(node.text);
  const [newName, newTag, tagSuffix, newDigest] = ['newName', 'newTag', 'tagSuffix', 'digest'].map(
    (key) => textAt(config, key) ?? '',
  );
  let { name, tag, digest } = own;
  if (newName) name = newName;
  if (newTag || newDigest) [tag, digest] = [newTag ?? '', newDigest ?? ''];
  else if (tagSuffix) [tag, digest] = [tag + tagSuffix, ''];
  const text = `${name}${tag === '' ? '' : `:${tag}`}${digest === '' ? '' : `@${digest}`}`;
  const by = ['newTag', 'digest', 'tagSuffix', 'newName']
    .map((key) => at(config, key))
    .find((field) => field !== undefined);
  return text === node.text ? node : textNode(text, by?.origin);
}

/** The name of an entry is an expression, and what is none matches nothing. */
function isImage(image: string, name: string): boolean {
  const isPlain = /^[\w./-]*$/.test(name);
  const rest = /^(?::[\w.{}-]*)?(?:@[a-zA-Z0-9]+(?:[.+_-][a-zA-Z0-9]+)*:[\w.{}-]*)?$/;
  if (isPlain && !name.includes('.')) return image.startsWith(name) && rest.test(image.slice(name.length));
  try {
    return matches(`${name}(?::[a-zA-Z0-9_.{}-]*)?(?:@[a-zA-Z0-9]+(?:[.+_-][a-zA-Z0-9]+)*:[a-zA-Z0-9_.{}-]*)?`, image);
  } catch (error) {
    if (error instanceof KustomizeError) return false;
    throw error;
  }
}

function splitImage(image: string): { name: string; tag: string; digest: string } {
  const slash = Math.max(image.indexOf('/'), 0);
  const rest = image.slice(slash);
  const [at_, colon] = [rest.indexOf('@'), rest.indexOf(':')];
  const tagAt = colon >= 0 && (at_ < 0 || colon < at_) ? slash + colon : -1;
  const digestAt = at_ >= 0 ? slash + at_ : -1;
  const end = digestAt < 0 ? image.length : digestAt;
  return {
    name: image.slice(0, tagAt < 0 ? end : tagAt),
    tag: tagAt < 0 ? '' : image.slice(tagAt + 1, end),
    digest: digestAt < 0 ? '' : image.slice(digestAt + 1),
  };
}
