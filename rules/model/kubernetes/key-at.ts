/** Which key of an object stands at an offset, and what the API calls it. Knows nothing of what keys mean. */
import { kindTypes } from '../../data/field-table.ts';
import type { Span } from '../../text/source.ts';
import type { YamlMap, YamlNode, YamlPair, YamlSequence } from '../../yaml/tree.ts';
import type { Resource } from './resource.ts';
import { fieldType } from './schema.ts';

/** A key that is written. */
export interface PlacedKey {
  readonly name: string;
  readonly span: Span;
  /** The kind of the object. */
  readonly kind: string;
  /** The API type of the map that has it, such as `PodSpec`; undefined where nobody knows. */
  readonly type: string | undefined;
  /** Keys from the object down to it, without those of lists, joined by dots. */
  readonly path: string;
  /** The maps and lists that it lies in, those of the object from the outermost on; the last one has it. */
  readonly around: readonly (YamlMap | YamlSequence)[];
  /** The first version that has the field, as its minor; undefined for older ones, and for what is not known. */
  readonly since: number | undefined;
}

/** @param offset in the document of the objects. @returns undefined where no key stands. */
export function keyAt(resources: readonly Resource[], offset: number): PlacedKey | undefined {
  // An item of a List stands in the List, which is no object itself.
  const around = resources.filter(({ field }) => field.node !== undefined && holds(field.node, offset));
  const [resource] = around.sort((a, b) => sizeOf(a) - sizeOf(b));
  return resource === undefined ? undefined : walk(resource, offset);
}

const sizeOf = ({ field: { node } }: Resource): number => (node === undefined ? 0 : node.end - node.start);

function walk(resource: Resource, offset: number): PlacedKey | undefined {
  let node: YamlNode | null = resource.field.node ?? null;
  let type = kindTypes[`${resource.apiVersion}/${resource.kind}`];
  const keys: string[] = [];
  const around: (YamlMap | YamlSequence)[] = [];
  while (node !== null) {
    // What other projects put around a pod, no table has.
    const own: YamlNode = node;
    if (type === undefined && resource.pods.some((pod) => pod.spec.node === own)) type = 'PodSpec';
    if (node.kind === 'sequence') around.push(node);
    const map = node.kind === 'sequence' ? node.items.find((item) => item !== null && holds(item, offset)) : node;
    if (map?.kind !== 'map') return undefined;
    around.push(map);
    const pair = pairAt(map, offset);
    if (pair?.name === undefined) return undefined;
    keys.push(pair.name);
    const known = type === undefined ? undefined : fieldType(type, pair.name);
    if (holds(pair.key, offset))
      return {
        name: pair.name,
        span: pair.key,
        kind: resource.kind,
        type,
        path: keys.join('.'),
        around,
        since: known?.since,
      };
    type = known?.isObject && known.shape !== 'map' ? known.type : undefined;
    node = pair.value;
  }
  return undefined;
}

const pairAt = ({ pairs }: YamlMap, offset: number): YamlPair | undefined =>
  pairs.find(({ key, value }) => holds(key, offset) || (value !== null && holds(value, offset)));

const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;
