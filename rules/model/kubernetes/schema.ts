/**
 * What fields an object may have: the API types of Kubernetes as a table, walked beside the text. Knows nothing of what a field means.
 */
import { kindTypes, typeFields } from '../../data/field-table.ts';
import type { Field } from '../../yaml/field.ts';
import type { Resource } from './resource.ts';

/** A field of a type as the table has it. */
export interface FieldType {
  /** A simple type or the name of another one. */
  readonly type: string;
  readonly shape: 'one' | 'list' | 'map';
  /** First and last minor versions of Kubernetes that have it; undefined: as far as the table reaches. */
  readonly since: number | undefined;
  readonly until: number | undefined;
}

const word = /^(\[\]|\{\})?(.*?)(?:@(\d+))?(?:-(\d+))?$/;

export function fieldType(type: string, field: string): FieldType | undefined {
  const fields = typeFields[type];
  if (fields === undefined || !Object.hasOwn(fields, field)) return undefined;
  const [, shape, name = '', since, until] = word.exec(fields[field] ?? '') ?? [];
  return {
    type: name,
    shape: shape === '[]' ? 'list' : shape === '{}' ? 'map' : 'one',
    since: since === undefined ? undefined : Number(since),
    until: until === undefined ? undefined : Number(until),
  };
}

export function fieldNames(type: string): readonly string[] {
  return Object.keys(typeFields[type] ?? {});
}

/** A key that is written, and the type of the map it is written into. */
export interface TypedKey {
  readonly type: string;
  readonly key: string;
  readonly field: Field;
  /** The map that holds the key. */
  readonly owner: Field;
}

/** Every key of an object whose map has a known type, from the top. Kinds that are not Kubernetes' own are read from their pods down. */
export function* typedKeys(resource: Resource): Generator<TypedKey> {
  const kind = kindTypes[`${resource.apiVersion}/${resource.kind}`];
  if (kind !== undefined) yield* keysBelow(resource.field, kind);
  else {
    for (const pod of resource.pods) {
      // Other projects add fields of their own to a pod's spec; what is inside a security context is Kubernetes' alone.
      yield* keysBelow(pod.at('securityContext'), 'PodSecurityContext');
      for (const { securityContext } of pod.containers) yield* keysBelow(securityContext, 'SecurityContext');
    }
  }
}

function* keysBelow(owner: Field, type: string): Generator<TypedKey> {
  if (typeFields[type] === undefined) return;
  for (const [key, field] of owner.entries) {
    yield { type, key, field, owner };
    // What an alias or a merge key brings in is judged where it is written, if it is written in an object at all.
    if (field.origin !== 'own') continue;
    const known = fieldType(type, key);
    if (known === undefined) continue;
    const inner = known.shape === 'list' ? field.items : known.shape === 'map' ? field.entries.map(([, entry]) => entry) : [field];
    for (const item of inner) yield* keysBelow(item, known.type);
  }
}
