/**
 * One object on its way through a build: its nodes, and what Kustomize remembers beside them, which are former names, the prefixes and suffixes that it
 * was given, and how a generator made it. Source: api/resource.
 */
import { gvkOf, type Id, sameId } from './identity.ts';
import { at, isNullNode, type MapNode, mapAt, pairsAt, textAt, textNode } from './node.ts';

/** Who made or changed an object, for the annotations that `buildMetadata` asks for. */
export interface Provenance {
  /** File of the object. */
  readonly path?: string;
  readonly configuredIn?: string;
  readonly configuredBy?: {
    readonly apiVersion: string;
    readonly kind: string;
    readonly name?: string;
    readonly namespace?: string;
  };
}

/** What a generator does where its object exists. */
export type Behavior = 'create' | 'replace' | 'merge';

/** An object and what is remembered of it. */
export class Resource {
  node: MapNode;
  /** Former names, the oldest first. */
  previous: Pick<Id, 'kind' | 'name' | 'namespace'>[] = [];
  prefixes: string[] = [];
  suffixes: string[] = [];
  /** A hash of its content is added to its name. */
  isHashed = false;
  behavior: Behavior = 'create';
  isGenerated = false;
  /** Variables that read from it. */
  variables: string[] = [];

  provenance: Provenance | undefined;
  transformations: Provenance[] = [];

  constructor(node: MapNode) {
    this.node = node;
  }

  get apiVersion(): string {
    return textAt(this.node, 'apiVersion') ?? '';
  }

  get kind(): string {
    return textAt(this.node, 'kind') ?? '';
  }

  get name(): string {
    return textAt(this.node, 'metadata', 'name') ?? '';
  }

  set name(name: string) {
    this.#set('name', name);
  }

  get namespace(): string {
    return textAt(this.node, 'metadata', 'namespace') ?? '';
  }

  set namespace(namespace: string) {
    this.#set('namespace', namespace);
  }

  set kind(kind: string) {
    if (kind !== this.kind) this.node.entries.set('kind', textNode(kind));
  }

  /** What it is called now. */
  get id(): Id {
    return { ...gvkOf(this.apiVersion, this.kind), name: this.name, namespace: this.namespace };
  }

  /** What it was called before, the oldest first; the kind's group and version are those of now. */
  get previousIds(): readonly Id[] {
    const { group, version } = gvkOf(this.apiVersion, this.kind);
    return this.previous.map((id) => ({ group, version, ...id }));
  }

  get allIds(): readonly Id[] {
    return [...this.previousIds, this.id];
  }

  get originalId(): Id {
    return this.previousIds[0] ?? this.id;
  }

  /** Whether it is, or was, what is named. */
  isCalled(id: Id): boolean {
    return this.allIds.some((own) => sameId(own, id));
  }

  /** Kustomize remembers something of it. */
  get isRemembered(): boolean {
    return this.isGenerated || this.previous.length > 0 || this.provenance !== undefined;
  }

  remember(): void {
    const { kind, name, namespace } = this.id;
    this.previous.push({ kind, name, namespace });
  }

  get labels(): ReadonlyMap<string, string> {
    return this.#texts('labels');
  }

  get annotations(): ReadonlyMap<string, string> {
    return this.#texts('annotations');
  }

  #texts(key: 'labels' | 'annotations'): ReadonlyMap<string, string> {
    return new Map([...pairsAt(this.node, 'metadata', key)].map(([name, { text }]) => [name, text]));
  }

  #set(key: 'name' | 'namespace', value: string): void {
    const before = at(this.node, 'metadata', key);
    if (before?.kind === 'scalar' && !isNullNode(before) && before.text === value) return;
    if (before === undefined && value === '') return;
    const metadata = mapAt(this.node, 'metadata');
    if (value === '') metadata.entries.delete(key);
    else metadata.entries.set(key, textNode(value, before?.origin));
  }
}
