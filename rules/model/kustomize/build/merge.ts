/**
 * Strategic merge patches as Kustomize applies them, step by step as it does, since what it does with keys that some items lack follows from its steps
 * alone. Source: kyaml/yaml/merge2 and kyaml/yaml/walk.
 */
import { KustomizeError } from './errors.ts';
import { setItem, setItemOf } from './list-items.ts';
import {
  isEmpty,
  isMissing,
  isNullNode,
  type ListNode,
  listNode,
  type MapNode,
  type Node,
  plainNode,
  textAt,
} from './node.ts';
import type { Schema, Schemas } from './schema.ts';

/** What is there, and what is laid over it. The same one twice cleans a patch of its nulls and directives. */
type Pair = readonly [base: Node | undefined, patch: Node | undefined];

/**
 * @param base is changed. @param patch is spent: parts of it end in the result.
 * @returns undefined where nothing is left. @throws KustomizeError where they do not fit.
 */
export function mergedInto(base: Node | undefined, patch: Node | undefined, schemas: Schemas): Node | undefined {
  return new Merger(schemas).walk([base, patch], undefined);
}

class Merger {
  readonly #schemas: Schemas;

  constructor(schemas: Schemas) {
    this.#schemas = schemas;
  }

  walk(pair: Pair, known: Schema | undefined): Node | undefined {
    const schema = known ?? this.#ownSchema(pair);
    const kind = pair.find((node) => !isMissing(node))?.kind;
    for (const node of pair)
      if (kind !== undefined && node !== undefined && !isNullNode(node) && node.kind !== kind)
        throw new KustomizeError(`a patch has a ${node.kind} where a ${kind} stands`);
    if (kind === 'scalar') return pair[1] ?? pair[0];
    if (kind !== 'list') return this.#walkMap(pair, schema);
    if (schema !== undefined && 'list' in schema) return this.#walkMergedList(pair, schema);
    return pair[1] ?? pair[0];
  }

  /** An object within an object is known by its kind, too. */
  #ownSchema(pair: Pair): Schema | undefined {
    for (const node of pair) {
      const [apiVersion, kind] = [textAt(node, 'apiVersion'), textAt(node, 'kind')];
      if (apiVersion === undefined || kind === undefined) continue;
      const schema = this.#schemas.of(apiVersion, kind);
      if (schema !== undefined) return schema;
    }
    return undefined;
  }

  #walkMap([before, patch]: Pair, schema: Schema | undefined): Node | undefined {
    const base = chosen(before, patch);
    if (base === undefined || base.kind !== 'map') return base;
    const from = patch?.kind === 'map' ? patch : undefined;
    const keys = new Set([...base.entries.keys(), ...(from?.entries.keys() ?? [])]);
    for (const key of keys) {
      const value = this.walk([base.entries.get(key), from?.entries.get(key)], this.#schemas.field(schema, key));
      // A null that stood there before stays; its text says so.
      if (value === undefined || (isNullNode(value) && from?.entries.has(key) === true)) base.entries.delete(key);
      else base.entries.set(key, value);
    }
    return base;
  }

  #walkMergedList([before, patch]: Pair, schema: Extract<Schema, { readonly list: unknown }>): Node | undefined {
    const base = chosen(before, patch);
    if (base === undefined || base.kind !== 'list') return base;
    const from = patch?.kind === 'list' ? patch : undefined;
    const { keys } = schema.list;
    const values = keys.length > 0 ? keyValues([from, base], keys) : itemTexts([from, base]);
    return this.#mergeItems(base, from, values, keys.length > 0 ? keys : [''], this.#schemas.items(schema));
  }

  #mergeItems(
    base: ListNode,
    patch: ListNode | undefined,
    found: string[][],
    keys: readonly string[],
    schema: Schema | undefined,
  ): Node | undefined {
    const added = listNode();
    if (keys.length > 1) completeKeys(found);
    let usedKeys: readonly string[] = keys;
    for (const values of found) {
      const [validKeys, validValues] = usable(found, values, keys);
      usedKeys = validKeys;
      const pair = [base, patch].map((list) => list && itemOf(list, validKeys, validValues)) as unknown as Pair;
      const merged = this.walk(pair, schema);
      if (isMissing(merged) || (merged?.kind === 'map' && merged.entries.size === 0)) {
        setItem(base, undefined, validKeys, validValues);
        continue;
      }
      if (merged?.kind === 'map')
        for (const [at, key] of validKeys.entries())
          if (!merged.entries.has(key) && validValues[at] !== '')
            merged.entries.set(key, plainNode(validValues[at] ?? '', merged.origin));
      setItem(added, merged, validKeys, validValues);
    }
    if (found.length === 0) return base;
    // What a patch adds stands in front.
    for (const item of base.items) setItemOf(added, item, usedKeys);
    base.items = added.items;
    return base;
  }
}

/** What a map or list begins with: directives decide, and are taken out. */
function chosen(base: Node | undefined, patch: Node | undefined): Node | undefined {
  const directive = patch === undefined ? undefined : takenDirective(patch);
  if (isMissing(base)) {
    if (directive === 'delete') return undefined;
    return patch ?? (base?.kind === 'scalar' && base.text !== '' ? base : undefined);
  }
  if (patch !== undefined && isNullNode(patch)) return undefined;
  if (directive === 'delete') return undefined;
  return directive === 'replace' ? patch : base;
}

function takenDirective(patch: Node): string | undefined {
  if (patch.kind === 'map') {
    const directive = textAt(patch, '$patch');
    if (directive !== undefined) patch.entries.delete('$patch');
    return checked(directive);
  }
  if (patch.kind !== 'list') return undefined;
  const item = patch.items.find((one): one is MapNode => one.kind === 'map' && one.entries.has('$patch'));
  if (item === undefined || item.entries.size > 1) return undefined;
  const directive = textAt(item, '$patch');
  if (directive !== undefined) setItem(patch, undefined, ['$patch'], [directive]);
  return checked(directive);
}

function checked(directive: string | undefined): string | undefined {
  if (directive !== undefined && !['delete', 'replace', 'merge'].includes(directive))
    throw new KustomizeError(`unknown patch strategy '${directive}'`);
  return directive;
}

/** Values of the keys of all items, each combination once; the empty text stands for what is missing. */
function keyValues(lists: readonly (ListNode | undefined)[], keys: readonly string[]): string[][] {
  const seen = new Map<string, string[]>();
  for (const list of lists)
    for (const item of list?.items ?? []) {
      const values = keys.map((key) => {
        const field = item.kind === 'map' ? item.entries.get(key) : undefined;
        return field?.kind === 'scalar' && !isEmpty(field) ? field.text : '';
      });
      const mark = JSON.stringify(values);
      if (!seen.has(mark)) seen.set(mark, values);
    }
  return [...seen.values()];
}

function itemTexts(lists: readonly (ListNode | undefined)[]): string[][] {
  const texts = lists.flatMap((list) => list?.items ?? []).flatMap((item) => (item.kind === 'scalar' ? item.text : []));
  return [...new Set(texts)].map((text) => [text]);
}

/** Two that agree in one key, and of which one lacks the other key, are the same. */
function completeKeys(found: string[][]): void {
  for (const [i, one] of found.entries())
    for (const [j, other] of found.entries()) {
      const both = agreed(found[i] ?? one, other);
      if (both === undefined) continue;
      found[i] = both;
      found[j] = both;
    }
}

function agreed(one: readonly string[], other: readonly string[]): string[] | undefined {
  let isSame = false;
  const both: string[] = [];
  for (const [at, value] of one.entries()) {
    const second = other[at] ?? '';
    if (value === second) isSame = true;
    else if (value !== '' && second !== '') return undefined;
    both.push(value === '' ? second : value);
  }
  return isSame ? both : undefined;
}

/** The keys that any item has, with their values. */
function usable(
  found: readonly (readonly string[])[],
  values: readonly string[],
  keys: readonly string[],
): readonly [readonly string[], readonly string[]] {
  const has = keys.map((_, at) => found.some((one) => (one[at] ?? '') !== ''));
  if (!has.includes(true)) return [keys, values];
  return [keys.filter((_, at) => has[at]), values.filter((value, at) => value !== '' || has[at])];
}

/** The first item that has all the values. */
function itemOf(list: ListNode, keys: readonly string[], values: readonly string[]): Node | undefined {
  const [usedKeys, usedValues] = usable([values], values, keys);
  return list.items.find((item) =>
    usedKeys.every((key, at) => {
      if (key === '') return item.kind === 'scalar' && item.text === usedValues[at];
      const field = item.kind === 'map' ? item.entries.get(key) : undefined;
      return field?.kind === 'scalar' && field.text === usedValues[at];
    }),
  );
}
