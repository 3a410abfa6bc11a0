/** Where a field belongs that is written one level too high or too low. Knows the types of the API, and nothing of what is dangerous. */
import { closest } from '../../text/similar.ts';
import type { Field } from '../../yaml/field.ts';
import { fieldNames, fieldType, type TypedKey, type TypedMap } from './schema.ts';

/** A place near the one where a key is written that has a field of this name. */
export interface ProperPlace {
  /** How people say it: `securityContext of the container`. */
  readonly name: string;
  /** The field in its proper place; several when every container has one. */
  readonly targets: readonly Field[];
}

/** @returns undefined when the key is a field where it stands, or nowhere near. */
export function properPlaceOf(typed: TypedKey): ProperPlace | undefined {
  const { type, key } = typed;
  if (fieldType(type, key) !== undefined) return undefined;
  return ofPods(typed) ?? belowEmptySibling(typed) ?? furtherOut(typed);
}

/** The field of the type that a key means, by its spelling; undefined where none is near. */
export function meantBy({ type, key }: Pick<TypedKey, 'type' | 'key'>): string | undefined {
  const names = fieldNames(type);
  return names.find((name) => name.toLowerCase() === key.toLowerCase()) ?? closest(key, names);
}

/** Some settings exist for the pod, some for containers, some for both. */
function ofPods({ type, key, owner }: TypedKey): ProperPlace | undefined {
  switch (type) {
    case 'PodSpec':
      return (
        inside(owner, 'PodSecurityContext', 'securityContext', "the pod's securityContext", key) ??
        ofContainers(owner, 'SecurityContext', ['securityContext'], "the containers' securityContext", key) ??
        ofContainers(owner, 'Container', [], 'the containers', key)
      );
    case 'Container':
    case 'EphemeralContainer':
      return (
        inside(owner, 'SecurityContext', 'securityContext', "the container's securityContext", key) ??
        above(owner, 2, 'PodSpec', [], "the pod's spec", key)
      );
    case 'PodSecurityContext': {
      const spec = owner.parent;
      if (spec === undefined) return undefined;
      return (
        ofContainers(spec, 'SecurityContext', ['securityContext'], "the containers' securityContext", key) ??
        above(owner, 1, 'PodSpec', [], "the pod's spec", key)
      );
    }
    case 'SecurityContext':
      return (
        above(owner, 3, 'PodSecurityContext', ['securityContext'], "the pod's securityContext", key) ??
        above(owner, 1, 'Container', [], 'the container', key) ??
        above(owner, 3, 'PodSpec', [], "the pod's spec", key)
      );
    default:
      return undefined;
  }
}

function inside(owner: Field, type: string, below: string, name: string, key: string): ProperPlace | undefined {
  return fieldType(type, key) === undefined ? undefined : { name, targets: [owner.at(below, key)] };
}

function ofContainers(
  spec: Field,
  type: string,
  below: readonly string[],
  name: string,
  key: string,
): ProperPlace | undefined {
  if (fieldType(type, key) === undefined) return undefined;
  return { name, targets: spec.at('containers').items.map((container) => container.at(...below, key)) };
}

function above(
  owner: Field,
  levels: number,
  type: string,
  below: readonly string[],
  name: string,
  key: string,
): ProperPlace | undefined {
  if (fieldType(type, key) === undefined) return undefined;
  let at: Field | undefined = owner;
  for (let level = 0; level < levels; level++) at = at?.parent;
  return at === undefined ? undefined : { name, targets: [at.at(...below, key)] };
}

/** A key without a value that may hold others. */
interface Open {
  readonly type: string;
  readonly keys: readonly string[];
}

/**
 * What is written below a key at the level of that key, so that it stays empty: `service:` and, no deeper, `name: web`. An empty key among them holds those
 * that follow it in turn.
 */
function belowEmptySibling({ type, key, owner }: TypedKey): ProperPlace | undefined {
  let open: readonly Open[] = [];
  for (const [name, field] of owner.entries) {
    const known = fieldType(type, name);
    const holder = known === undefined ? open.findLast((one) => fieldType(one.type, name) !== undefined) : undefined;
    const own = known ?? (holder === undefined ? undefined : fieldType(holder.type, name));
    if (own === undefined) return undefined;
    const keys = [...(holder?.keys ?? []), name];
    if (name === key) return { name: keys[0] as string, targets: [owner.at(...keys)] };
    if (known !== undefined) open = [];
    if (own.isObject && own.shape === 'one' && field.state === 'null') open = [...open, { type: own.type, keys }];
  }
  return undefined;
}

/** What is indented too far: the map around it, or the one around that, has the field and lacks the key. */
function furtherOut({ type, key, owner, above: first }: TypedKey): ProperPlace | undefined {
  const meant = meantBy({ type, key });
  if (meant !== undefined && !owner.at(meant).present) return undefined;
  for (const map of [first, first?.above]) {
    if (map === undefined) return undefined;
    if (fieldType(map.type, key) === undefined) continue;
    const target = map.field.at(key);
    return target.state === 'absent' ? { name: nameOf(map), targets: [target] } : undefined;
  }
  return undefined;
}

function nameOf({ field: { key, parent } }: TypedMap): string {
  if (key === undefined) return 'the object itself';
  return typeof key === 'number' ? `the item of ${parent?.key ?? 'the list'}` : key;
}
