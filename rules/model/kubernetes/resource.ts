/**
 * A Kubernetes object in a manifest: identity, metadata and the typed views that hang on it. Items of a List are objects like
 * any other. Knows nothing of rules, files or other objects.
 */
import { nameLimit, shortened } from '../../text/shortened.ts';
import type { Span } from '../../text/source.ts';
import { Field } from '../../yaml/field.ts';
import type { YamlDocument } from '../../yaml/tree.ts';
import { type Binding, bindingOf, type PolicyRule, rulesOf } from './access.ts';
import { type ApiKind, meantApiKind, usualApiVersion } from './api-kind.ts';
import { type Pod, podsOf } from './pod.ts';
import { suspectKeysOf, type TypedKey } from './schema.ts';

/** What findings and reports call an object. */
export interface ResourceIdentity {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

/** An object; its views are made once and kept. */
export class Resource {
  readonly field: Field;
  readonly apiVersion: string;
  readonly kind: string;
  /** API group, empty for the core group. */
  readonly group: string;
  /** Empty when it is generated or not written yet. */
  readonly name: string;
  /** As written in metadata; undefined when it is not. */
  readonly namespace: string | undefined;
  /** A part of an object (a patch, or what its kind requires is not there): what it lacks is not judged. */
  readonly partial: boolean;
  /** Something else adds the selector that is left out. */
  readonly isSelected: boolean;
  /** What is written where the API server has no such kind, so that it refuses the object; it is judged as what is meant. */
  readonly refusedAs: Partial<ApiKind> | undefined;
  /** Surely without a name, and so no patch of anything that is not said to be one: a patch names what it is for. */
  readonly isNameless: boolean;
  #pods: readonly Pod[] | undefined;
  #rules: readonly PolicyRule[] | undefined;
  #suspectKeys: readonly TypedKey[] | undefined;
  #binding: Binding | null | undefined;

  /** @param isSelected something else adds the selector that is left out. */
  constructor(
    field: Field,
    { kind, apiVersion }: ApiKind,
    { partial, isSelected }: Pick<Around, 'partial' | 'isSelected'>,
    refusedAs?: Partial<ApiKind>,
  ) {
    this.refusedAs = refusedAs;
    this.isSelected = isSelected;
    this.apiVersion = shortened(apiVersion, nameLimit);
    this.kind = shortened(kind, nameLimit);
    this.group = apiVersion.includes('/') ? (apiVersion.split('/', 1)[0] as string) : '';
    this.isNameless = field.at('metadata', 'name').missing && field.at('metadata', 'generateName').missing;
    this.partial =
      partial || isPlaceholder(field, kind) || (!this.isNameless && lacksRequired(field, kind, this.group, isSelected));
    this.field = this.partial ? field.ownedBy(undefined, false) : field;
    this.name = shortened(
      field.at('metadata', 'name').text ?? field.at('metadata', 'generateName').text ?? '',
      nameLimit,
    );
    const namespace = field.at('metadata', 'namespace').string;
    this.namespace = namespace === undefined ? undefined : shortened(namespace, nameLimit);
  }

  get document(): YamlDocument {
    return this.field.document;
  }

  at(...keys: readonly (string | number)[]): Field {
    return this.field.at(...keys);
  }

  is(kind: string, group?: string): boolean {
    return this.kind === kind && (group === undefined || this.group === group);
  }

  get identity(): ResourceIdentity {
    const { apiVersion, kind, name, namespace } = this;
    return namespace === undefined ? { apiVersion, kind, name } : { apiVersion, kind, name, namespace };
  }

  /** Kind and name, as a message names it. */
  get label(): string {
    return this.name === '' ? this.kind : `${this.kind} ${this.name}`;
  }

  /** The pod templates it carries: one for workloads, several for JobSets and the like, none for most kinds. */
  get pods(): readonly Pod[] {
    this.#pods ??= podsOf(this);
    return this.#pods;
  }

  /** Keys that its type does not have at every version of Kubernetes. */
  get suspectKeys(): readonly TypedKey[] {
    this.#suspectKeys ??= suspectKeysOf(this);
    return this.#suspectKeys;
  }

  /** Items of `rules` of a Role or ClusterRole. */
  get rules(): readonly PolicyRule[] {
    this.#rules ??= rulesOf(this);
    return this.#rules;
  }

  /** The RoleBinding or ClusterRoleBinding this is. */
  get binding(): Binding | undefined {
    if (this.#binding === undefined) this.#binding = bindingOf(this) ?? null;
    return this.#binding ?? undefined;
  }

  /** Its name, else its kind. */
  get isWhole(): true {
    return true;
  }

  get anchor(): Span {
    const name = this.field.at('metadata', 'name');
    if (name.present) return name.anchor;
    const generated = this.field.at('metadata', 'generateName');
    return generated.present ? generated.anchor : this.field.at('kind').anchor;
  }

  get path(): string {
    return this.field.path;
  }
}

/**
 * No namespace can be called `_`: kustomize puts the name of an overlay there, so that the object stands for any. Source: RFC 1123 labels; Kustomize,
 * NamespaceTransformer.
 */
function isPlaceholder(field: Field, kind: string): boolean {
  return kind === 'Namespace' && field.at('metadata', 'name').is('_');
}

/** What the API server refuses to create without; a text without it is a patch or still being typed. */
function lacksRequired(field: Field, kind: string, group: string, isSelected: boolean): boolean {
  if (group !== 'apps' || !['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'].includes(kind)) return false;
  const template = field.at('spec', 'template');
  if (template.state === 'absent') return true;
  return !isSelected && field.at('spec', 'selector').state === 'absent' && !isWholeTemplate(template);
}

/** A template to which nothing has to be added: patches change a part of one, and hardly ever its labels. */
function isWholeTemplate(template: Field): boolean {
  const containers = template.at('spec', 'containers').items;
  return (
    template.at('metadata', 'labels').keys.length > 0 &&
    containers.length > 0 &&
    containers.every((container) => container.at('name').present && container.at('image').present)
  );
}

/**
 * The objects of one document, items of Lists included.
 * @param partial the whole document is a patch. @param isSelected something else adds selectors that are left out.
 */
export function resourcesOf(document: YamlDocument, partial: boolean, isSelected = false): readonly Resource[] {
  return unfold(Field.root(document, true), { kind: undefined, apiVersion: undefined, partial, isSelected }, 0);
}

/** What an object takes over from what it lies in. */
interface Around {
  readonly kind: string | undefined;
  readonly apiVersion: string | undefined;
  readonly partial: boolean;
  readonly isSelected: boolean;
}

function unfold(field: Field, around: Around, depth: number): readonly Resource[] {
  // Items of a typed list (`RoleList`) may leave out what the list's kind says already.
  const kind = field.at('kind').string ?? around.kind;
  const written = field.at('apiVersion');
  // A patch that has a target needs none, and whoever forgets it is told.
  const isLeftOut = written.missing && around.apiVersion === undefined;
  const usual = isLeftOut && kind !== undefined && mayLackVersion(field, around) ? usualApiVersion(kind) : undefined;
  // Where a template works it out, it is the one that a cluster has.
  const worked = written.state === 'templated' && kind !== undefined ? usualApiVersion(kind) : undefined;
  const apiVersion = written.string ?? around.apiVersion ?? usual ?? worked;
  if (kind === undefined || apiVersion === undefined) return [];
  const items = field.at('items');
  if (kind.endsWith('List') && items.isList && depth < 5) {
    const isPlain = kind === 'List';
    const ofItems = {
      ...around,
      kind: isPlain ? undefined : kind.slice(0, -'List'.length),
      apiVersion: isPlain ? undefined : apiVersion,
    };
    return items.items.flatMap((item) => unfold(item, ofItems, depth + 1));
  }
  if (around.partial) return [new Resource(field, { kind, apiVersion }, around)];
  if (usual !== undefined) return [new Resource(field, { kind, apiVersion }, around, { kind })];
  const meant = field.at('metadata').isMap ? meantApiKind(apiVersion, kind) : undefined;
  return [
    new Resource(field, meant ?? { kind, apiVersion }, around, meant === undefined ? undefined : { kind, apiVersion }),
  ];
}

/** Files of other tools have kinds, too; only what has containers is taken for an object without its version. */
function mayLackVersion(field: Field, { partial }: Around): boolean {
  return (
    partial ||
    (field.at('metadata', 'name').present &&
      (isWholeTemplate(field.at('spec', 'template')) ||
        field.at('spec', 'containers').items.some((container) => container.at('image').present)))
  );
}
