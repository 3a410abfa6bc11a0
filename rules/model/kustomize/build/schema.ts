/** Which lists a strategic merge patch merges: by the kinds of Kubernetes, or by a schema that a kustomization brings along (`openapi.path`). */
import { type MergedList, type MergedType, mergedKinds, mergedTypes } from '../../../data/kustomize-schema.ts';
import { isPlainList, isPlainMap, type PlainMap, type PlainValue } from '../../../yaml/plain-value.ts';

/** What is known of a value. */
export type Schema = { readonly type: MergedType } | { readonly list: MergedList };

/** What is known of all kinds. */
export class Schemas {
  readonly #types: Readonly<Record<string, MergedType>>;
  readonly #kinds: Readonly<Record<string, Readonly<Record<string, string>>>>;

  constructor(types = mergedTypes, kinds = mergedKinds) {
    this.#types = types;
    this.#kinds = kinds;
  }

  /** @returns undefined for kinds that nothing is known of. */
  of(apiVersion: string, kind: string): Schema | undefined {
    const kinds = Object.hasOwn(this.#kinds, apiVersion) ? this.#kinds[apiVersion] : undefined;
    return kinds !== undefined && Object.hasOwn(kinds, kind) ? this.#named(kinds[kind]) : undefined;
  }

  field(schema: Schema | undefined, key: string): Schema | undefined {
    if (schema === undefined || !('type' in schema) || !Object.hasOwn(schema.type, key)) return undefined;
    const field = schema.type[key];
    return field === undefined || typeof field === 'string' ? this.#named(field) : { list: field };
  }

  items(schema: Schema | undefined): Schema | undefined {
    return schema !== undefined && 'list' in schema ? this.#named(schema.list.of) : undefined;
  }

  #named(name: string | undefined): Schema | undefined {
    const type = name === undefined || !Object.hasOwn(this.#types, name) ? undefined : this.#types[name];
    return type === undefined ? undefined : { type };
  }
}

/** @param document an OpenAPI document with `definitions`. @returns the schemas of the kinds in it, and no others, as Kustomize takes them. */
export function readSchemas(document: PlainValue): Schemas {
  const definitions = isPlainMap(document) && isPlainMap(document['definitions']) ? document['definitions'] : {};
  const types: Record<string, MergedType> = Object.create(null);
  const kinds: Record<string, Record<string, string>> = Object.create(null);
  for (const [name, definition] of Object.entries(definitions)) {
    if (!isPlainMap(definition)) continue;
    types[name] = typeOf(definition);
    const named = definition['x-kubernetes-group-version-kind'];
    for (const gvk of isPlainList(named) ? named : []) {
      if (!isPlainMap(gvk)) continue;
      const [group, version, kind] = ['group', 'version', 'kind'].map((key) => String(gvk[key] ?? ''));
      const apiVersion = group === '' ? `${version}` : `${group}/${version}`;
      const beside = kinds[apiVersion] ?? Object.create(null);
      kinds[apiVersion] = beside;
      beside[`${kind}`] = name;
    }
  }
  return new Schemas(types, kinds);
}

function typeOf(definition: PlainMap): MergedType {
  const type: Record<string, MergedList | string> = Object.create(null);
  const properties = isPlainMap(definition['properties']) ? definition['properties'] : {};
  for (const [key, property] of Object.entries(properties)) {
    if (!isPlainMap(property)) continue;
    const field = fieldOf(property);
    if (field !== undefined) type[key] = field;
  }
  return type;
}

function fieldOf(property: PlainMap): MergedList | string | undefined {
  const reference = referenceOf(property);
  if (reference !== undefined) return reference;
  const strategy = property['x-kubernetes-patch-strategy'];
  if (typeof strategy !== 'string' || !strategy.split(',').includes('merge')) return undefined;
  const keys = property['x-kubernetes-list-map-keys'];
  const key = property['x-kubernetes-patch-merge-key'];
  const items = isPlainMap(property['items']) ? referenceOf(property['items']) : undefined;
  return {
    keys: isPlainList(keys) ? keys.map(String) : typeof key === 'string' ? [key] : [],
    ...(items === undefined ? {} : { of: items }),
  };
}

const referenceOf = (value: PlainMap): string | undefined =>
  typeof value['$ref'] === 'string' ? value['$ref'].split('/').at(-1) : undefined;
