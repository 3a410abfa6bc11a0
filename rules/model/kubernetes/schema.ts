/**
 * What fields an object may have: the API types of Kubernetes as a table, walked beside the text. Knows nothing of what a field means.
 */
import { kindTypes, typeFields } from '../../data/field-table.ts';
import type { Field } from '../../yaml/field.ts';
import type { YamlNode } from '../../yaml/tree.ts';
import type { Resource } from './resource.ts';

/** A field of a type as the table has it. */
export interface FieldType {
  /** A simple type or the name of another one. */
  readonly type: string;
  readonly shape: 'one' | 'list' | 'map';
  /** First and last minor versions of Kubernetes that have it; undefined: as far as the table reaches. */
  readonly since: number | undefined;
  readonly until: number | undefined;
  /** It holds objects whose fields are known too. */
  readonly isObject: boolean;
}

const word = /^(\[\]|\{\})?(.*?)(?:@(\d+))?(?:-(\d+))?$/;

/** Words of the table that were read, by type and field. */
const read = new Map<string, Map<string, FieldType | undefined>>();

/** @param type as the table names it, such as `PodSpec`. @returns undefined for a field that the type does not have. */
export function fieldType(type: string, field: string): FieldType | undefined {
  let fields = read.get(type);
  if (fields === undefined) {
    fields = new Map(Object.entries(typeFields[type] ?? {}).map(([name, text]) => [name, readWord(text)]));
    read.set(type, fields);
  }
  return fields.get(field);
}

function readWord(text: string): FieldType {
  const [, shape, name = '', since, until] = word.exec(text) ?? [];
  return {
    type: name,
    shape: shape === '[]' ? 'list' : shape === '{}' ? 'map' : 'one',
    since: since === undefined ? undefined : Number(since),
    until: until === undefined ? undefined : Number(until),
    isObject: typeFields[name] !== undefined,
  };
}

/** @returns the fields of the type; none for one that the table does not have. */
export function fieldNames(type: string): readonly string[] {
  return Object.keys(typeFields[type] ?? {});
}

/** A map of a known type, and the one that it lies in. */
export interface TypedMap {
  readonly type: string;
  readonly field: Field;
  readonly above: TypedMap | undefined;
}

/** A key that is written, and the type of the map it is written into. */
export interface TypedKey {
  readonly type: string;
  readonly key: string;
  readonly field: Field;
  /** The map that holds the key. */
  readonly owner: Field;
  /** The map around that one. */
  readonly above: TypedMap | undefined;
}

/**
 * The keys of an object that its types do not have at every version: unknown ones, and those that came or went. Kinds that are not Kubernetes' own
 * are read from their security contexts down.
 */
export function suspectKeysOf(resource: Resource): readonly TypedKey[] {
  const keys: TypedKey[] = [];
  if (isDamaged(resource)) return keys;
  const kind = kindTypes[`${resource.apiVersion}/${resource.kind}`];
  if (kind !== undefined) {
    collect(resource.field, kind, keys);
    return keys.filter((typed) => !isMetadataOfSops(typed, resource));
  } else {
    for (const pod of resource.pods) {
      // Other projects add fields of their own to a pod's spec; what is inside a security context is Kubernetes' alone.
      collect(pod.at('securityContext'), 'PodSecurityContext', keys);
      for (const { securityContext } of pod.containers) collect(securityContext, 'SecurityContext', keys);
    }
  }
  return keys;
}

/** SOPS writes a key of its own beside those of an object, and removes it when it decrypts. Source: SOPS, "Encryption Protocol". */
const isMetadataOfSops = ({ key, field, owner }: TypedKey, resource: Resource): boolean =>
  key === 'sops' && field.isMap && owner.path === resource.field.path;

/** Behind an error of syntax nobody knows what belongs into what. */
const isDamaged = ({ document }: Resource): boolean => document.problems.length > 0;

/** A value of another type than its field has. */
export interface MistypedValue {
  readonly key: string;
  readonly field: Field;
  /** What belongs there and what is written, as a message names them. */
  readonly wanted: string;
  readonly written: string;
}

/** Values that the API server refuses for their type alone, of Kubernetes' own kinds. */
export function mistypedValuesOf(resource: Resource): readonly MistypedValue[] {
  const kind = kindTypes[`${resource.apiVersion}/${resource.kind}`];
  const found: MistypedValue[] = [];
  if (kind !== undefined && !isDamaged(resource)) collectMistyped(resource.field, kind, found);
  return found;
}

function collectMistyped(owner: Field, type: string, into: MistypedValue[]): void {
  if (!owner.isMap) return;
  for (const key of owner.keys) {
    const known = fieldType(type, key);
    const field = owner.at(key);
    if (known === undefined || field.origin !== 'own' || field.pair === undefined || field.state !== 'value') continue;
    if (isSubstituted(field)) continue;
    const wanted = known.shape === 'list' ? 'a list' : known.shape === 'map' || known.isObject ? 'a map' : undefined;
    if (wanted !== undefined && wanted !== kindOf(field)) {
      into.push({ key, field, wanted, written: kindOf(field) });
      continue;
    }
    const inner =
      known.shape === 'list' ? field.items : known.shape === 'map' ? field.entries.map(([, entry]) => entry) : [field];
    for (const item of inner) {
      if (item.origin !== 'own' || item.state !== 'value' || isSubstituted(item)) continue;
      if (known.isObject) {
        if (item.isMap) collectMistyped(item, known.type, into);
        else into.push({ key, field: item, wanted: 'a map', written: kindOf(item) });
        continue;
      }
      const simple = simpleTypes.get(known.type);
      if (simple !== undefined && simple !== kindOf(item))
        into.push({ key, field: item, wanted: simple, written: kindOf(item) });
    }
  }
}

/**
 * What Flux (`postBuild.substitute` of a Kustomization) or envsubst puts in the place of `${NAME}`, which takes quotes off where nobody needs them, may be
 * of any type.
 */
const isSubstituted = ({ node }: Field): boolean => node?.kind === 'scalar' && /\$\{[A-Za-z_]\w*\b/.test(node.text);

/** Types of one value; quantities and those of a number or a text take both. */
const simpleTypes: ReadonlyMap<string, string> = new Map([
  ['string', 'a text'],
  ['integer', 'a number'],
  ['boolean', 'true or false'],
]);

function kindOf(field: Field): string {
  if (field.isMap) return 'a map';
  if (field.isList) return 'a list';
  const { value } = field;
  return typeof value === 'number' ? 'a number' : typeof value === 'boolean' ? 'true or false' : 'a text';
}

function collect(owner: Field, type: string, into: TypedKey[], above?: TypedMap): void {
  if (isBeyondDoubt(owner.node, type)) return;
  for (const key of owner.keys) {
    const known = fieldType(type, key);
    const field = owner.at(key);
    // What an alias or a merge key brings in is judged where it is written, if it is written in an object at all.
    if (field.origin !== 'own' || field.pair === undefined) continue;
    if (!isLasting(known)) into.push({ type, key, field, owner, above });
    if (!known?.isObject) continue;
    const inner =
      known.shape === 'list' ? field.items : known.shape === 'map' ? field.entries.map(([, entry]) => entry) : [field];
    for (const item of inner) collect(item, known.type, into, { type, field: owner, above });
  }
}

const isLasting = (known: FieldType | undefined): known is FieldType =>
  known !== undefined && known.since === undefined && known.until === undefined;

/** Whether all keys of a tree are surely fields at every version, as nearly all are: a look at the nodes alone, since fields cost more. */
function isBeyondDoubt(node: YamlNode | null | undefined, type: string): boolean {
  if (node?.kind === 'alias') return false;
  if (node?.kind !== 'map') return true;
  return node.pairs.every(({ name, value }) => {
    const known = name === undefined ? undefined : fieldType(type, name);
    if (!isLasting(known)) return false;
    if (!known.isObject || value === null) return true;
    if (known.shape === 'one') return isBeyondDoubt(value, known.type);
    if (value.kind === 'alias') return false;
    const inner =
      value.kind === 'map' ? value.pairs.map((pair) => pair.value) : value.kind === 'sequence' ? value.items : [];
    return inner.every((item) => isBeyondDoubt(item, known.type));
  });
}
