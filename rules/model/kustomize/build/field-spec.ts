/** Walks to the fields that a transformer changes. Source: api/filters/fieldspec. */
import type { FieldSpec } from '../../../data/kustomize-fields.ts';
import { KustomizeError } from './errors.ts';
import { gvkOf, isSelected } from './identity.ts';
import { isNullNode, mapNode, type Node, textNode } from './node.ts';
import type { Resource } from './resource.ts';

/** How a field is changed: what comes in is what stands there, what comes out stands there afterwards. */
export interface FieldChange {
  /** What is made where a field is missing and its specification says `create`; nothing is, where it is left out. */
  readonly create?: 'scalar' | 'map';
  readonly change: (node: Node) => Node;
}

/** @throws KustomizeError where a path leads through a scalar. */
export function changeFields(resource: Resource, specs: readonly FieldSpec[], change: FieldChange): void {
  for (const spec of specs) {
    if (!isSelected(gvkOf(resource.apiVersion, resource.kind), spec)) continue;
    walk(resource.node, splitPath(spec.path, '/'), 0, spec, change);
  }
}

/** @param separator between keys; behind a `\` it is part of a key. One at the beginning does not count. */
export function splitPath(path: string, separator: string): readonly string[] {
  const parts = path.split(separator);
  if (parts.length > 1 && parts[0] === '') parts.shift();
  const keys: string[] = [];
  for (const part of parts) {
    const last = keys.at(-1);
    if (last?.endsWith('\\')) keys[keys.length - 1] = last.slice(0, -1) + separator + part;
    else keys.push(part);
  }
  return keys;
}

function walk(node: Node, path: readonly string[], depth: number, spec: FieldSpec, field: FieldChange): Node {
  const key = path[depth];
  if (key === undefined) return field.change(node);
  if (isNullNode(node)) return node;
  if (node.kind === 'list') {
    node.items = node.items.map((item) => walk(item, path, depth, spec, field));
    return node;
  }
  if (node.kind === 'scalar') throw new KustomizeError(`${spec.path} leads through a value`);
  const isList = key.endsWith('[]');
  const name = isList ? key.slice(0, -2) : key;
  const isLast = depth === path.length - 1;
  let below = node.entries.get(name);
  if (spec.create === true && field.create !== undefined && !isList && (below === undefined || isNullNode(below)))
    below = isLast && field.create === 'scalar' ? textNode('') : mapNode();
  if (below !== undefined) node.entries.set(name, walk(below, path, depth + 1, spec, field));
  return node;
}

/** @throws KustomizeError where two say differently whether the same field is made. */
export function mergedSpecs(specs: readonly FieldSpec[], more: readonly FieldSpec[]): readonly FieldSpec[] {
  const merged = [...specs];
  const byPath = new Map<string, FieldSpec[]>();
  for (const spec of merged) byPath.set(spec.path, [...(byPath.get(spec.path) ?? []), spec]);
  for (const spec of more) {
    const beside = byPath.get(spec.path) ?? [];
    const same = beside.find((one) => isSelected({ group: '', version: '', kind: '', ...one }, spec));
    if (same === undefined) {
      merged.push(spec);
      byPath.set(spec.path, [...beside, spec]);
    } else if ((same.create ?? false) !== (spec.create ?? false))
      throw new KustomizeError(`configurations disagree on ${spec.path}`);
  }
  return merged;
}
