/** Where a field belongs that is written one level too high or too low. Knows the shapes of pods, and nothing of what is dangerous. */
import type { Field } from '../../yaml/field.ts';
import { fieldType, type TypedKey } from './schema.ts';

/** A place near the one where a key is written that has a field of this name. */
export interface ProperPlace {
  /** How people say it: `securityContext of the container`. */
  readonly name: string;
  /** The field in its proper place; several when every container has one. */
  readonly targets: readonly Field[];
}

/** @returns undefined when the key is a field where it stands, or nowhere near. */
export function properPlaceOf({ type, key, owner }: TypedKey): ProperPlace | undefined {
  if (fieldType(type, key) !== undefined) return undefined;
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
