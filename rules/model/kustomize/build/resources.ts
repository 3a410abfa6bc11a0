/** The objects of a build, in order. No two of them may be called the same. Source: api/resmap. */
import { KustomizeError } from './errors.ts';
import { type Id, sameId, shown } from './identity.ts';
import { at, isEmpty, type MapNode, mapAt, type Node } from './node.ts';
import type { Resource } from './resource.ts';

/** The list of all objects. */
export class Resources {
  #list: Resource[] = [];
  get all(): readonly Resource[] {
    return this.#list;
  }

  add(resource: Resource): void {
    this.addAll([resource]);
  }

  /** @throws KustomizeError where one is called as another. */
  addAll(resources: Iterable<Resource>): void {
    const names = new Map<string, Resource[]>();
    for (const one of this.#list) names.set(one.name, [...(names.get(one.name) ?? []), one]);
    for (const resource of resources) {
      const { id } = resource;
      const same = names.get(id.name) ?? [];
      if (same.some((other) => sameId(other.id, id))) throw new KustomizeError(`${shown(id)} exists twice`);
      same.push(resource);
      names.set(id.name, same);
      this.#list.push(resource);
    }
  }

  /** Adds what a generator made, or puts it in the place of what it changes. */
  absorb(made: Resource): void {
    const same = this.#list.filter((resource) => !isEmpty(resource.node) && resource.isCalled(made.id));
    const [old] = same;
    if (same.length > 1) throw new KustomizeError(`${shown(made.id)} may be one of several objects`);
    if (old === undefined) {
      if (made.behavior !== 'create') throw new KustomizeError(`there is no ${shown(made.id)} to ${made.behavior}`);
      this.add(made);
      return;
    }
    if (made.behavior === 'create')
      throw new KustomizeError(`${shown(made.id)} exists; its behavior has to be merge or replace`);
    mergeMetadata(made, old);
    if (made.behavior === 'merge') made.provenance = old.provenance ?? made.provenance;
    made.transformations = old.transformations;
    if (made.behavior === 'merge') for (const key of ['data', 'binaryData']) underlay(made.node, old.node, [key]);
    this.#list[this.#list.indexOf(old)] = made;
  }

  /** Those that are, or were, called so. */
  called(id: Id): readonly Resource[] {
    return this.#list.filter((resource) => !isEmpty(resource.node) && resource.isCalled(id));
  }

  /** @throws KustomizeError where two are called the same by now. */
  check(): void {
    const list = this.#list;
    this.#list = [];
    this.addAll(list);
  }

  /** Drops what was deleted. */
  dropEmpty(): void {
    this.keep((resource) => !isEmpty(resource.node));
  }

  keep(isKept: (resource: Resource) => boolean): void {
    this.#list = this.#list.filter(isKept);
  }
}

/** What is remembered of what is replaced counts, also whether its name has a hash. */
function mergeMetadata(made: Resource, old: Resource): void {
  underlay(made.node, old.node, ['metadata', 'labels']);
  underlay(made.node, old.node, ['metadata', 'annotations']);
  made.previous = old.previous;
  made.prefixes = old.prefixes;
  made.suffixes = old.suffixes;
  made.variables = old.variables;
  made.isHashed &&= old.isHashed;
  made.name = old.name;
  made.namespace = old.namespace;
}

/** Entries of another map that a map does not have itself. */
function underlay(node: MapNode, other: MapNode, path: readonly string[]): void {
  const below: Node | undefined = at(other, ...path);
  if (below?.kind !== 'map' || below.entries.size === 0) return;
  const map = mapAt(node, ...path);
  for (const [key, value] of below.entries) if (!map.entries.has(key)) map.entries.set(key, value);
}
