/**
 * One view of a pod template for every kind that carries one. Owns where the template lies and what its containers and volumes
 * are; inheritance of single fields is the container's business.
 */
import type { Span } from '../../text/source.ts';
import type { Field } from '../../yaml/field.ts';
import { Container, type ContainerRole, type InheritedField } from './container.ts';
import { genericTemplates, kubernetesShape, notPods, type PodPath, podPaths } from './kinds.ts';
import type { Resource } from './resource.ts';
import { Volume } from './volume.ts';

/** A pod template and the object that holds it. */
export class Pod {
  readonly resource: Resource;
  /** The template: the map that holds `metadata` and `spec`. */
  readonly template: Field;
  readonly spec: Field;
  readonly #shape: PodPath['shape'];
  readonly #isDifference: boolean;
  #containers: readonly Container[] | undefined;
  #volumes: readonly Volume[] | undefined;
  #containersByName: ReadonlyMap<string, Container> | undefined;
  #volumesByName: ReadonlyMap<string, Volume> | undefined;
  /** Each container asks for the others. */
  readonly #inheriting = new Map<InheritedField, readonly Container[]>();
  #labels: ReadonlyMap<string, string> | null | undefined;

  constructor(resource: Resource, template: Field, { shape, isDifference }: Partial<PodPath> = {}) {
    this.resource = resource;
    this.#isDifference = isDifference === true;
    this.template = this.#isDifference ? template.ownedBy(template.owner, false) : template;
    this.#shape = shape;
    this.spec = this.template.at(...(shape ?? kubernetesShape).spec);
  }

  at(...keys: readonly (string | number)[]): Field {
    const shared = this.#shape?.sharedContext;
    if (shared !== undefined && keys[0] === 'securityContext' && !this.spec.at('securityContext').present) {
      return this.resource.at(...shared, ...keys.slice(1));
    }
    return this.spec.at(...keys);
  }

  /** It stands in the cluster as soon as the object does, with its labels and its account. */
  get isCreatedDirectly(): boolean {
    return this.#shape === undefined;
  }

  /** Regular, init and ephemeral containers in the order of the API: init ones first. */
  get containers(): readonly Container[] {
    this.#containers ??= [
      ...(this.#shape ?? kubernetesShape).containers.flatMap(({ keys, role }) => this.#list(keys, role)),
      ...this.#list(['ephemeralContainers', '*'], 'ephemeral'),
    ];
    return this.#containers;
  }

  /** The first container of a name. */
  containerNamed(name: string): Container | undefined {
    this.#containersByName ??= firstByName(this.containers);
    return this.#containersByName.get(name);
  }

  #list(keys: readonly string[], role: ContainerRole): readonly Container[] {
    return entriesAt(this.spec, keys).map((field) => new Container(this, field, role));
  }

  /** Containers that say nothing themselves, so that the pod's value counts. */
  inheriting(key: InheritedField): readonly Container[] {
    let containers = this.#inheriting.get(key);
    if (containers === undefined) {
      containers = this.containers.filter((container) => container.effective(key).from === 'pod');
      this.#inheriting.set(key, containers);
    }
    return containers;
  }

  get volumes(): readonly Volume[] {
    this.#volumes ??= this.spec.at('volumes').items.map((field) => new Volume(this, field));
    return this.#volumes;
  }

  /** The first volume of a name; none where the name is not known. */
  volumeNamed(name: string | undefined): Volume | undefined {
    this.#volumesByName ??= firstByName(this.volumes);
    return name === undefined ? undefined : this.#volumesByName.get(name);
  }

  /** `spec.os.name`; undefined means Linux. */
  get os(): string | undefined {
    return this.spec.at('os', 'name').string;
  }

  get isWindows(): boolean {
    return this.os === 'windows';
  }

  /** Known not to be Linux, so that Linux' own controls do not apply; Pod Security admission trusts the field from 1.25 on (KEP-2802). */
  isExemptFromLinuxControls(kubernetesMinor: number): boolean {
    return this.isWindows && kubernetesMinor >= 25;
  }

  /** Runs in a user namespace, so that root inside is nobody outside (KEP-127). */
  get hasUserNamespace(): boolean {
    return this.spec.at('hostUsers').is(false);
  }

  /** Labels of the pods, those of the template; undefined when one of them is unknown. */
  get labels(): ReadonlyMap<string, string> | undefined {
    if (this.#labels === undefined) this.#labels = this.#readLabels() ?? null;
    return this.#labels ?? undefined;
  }

  #readLabels(): ReadonlyMap<string, string> | undefined {
    const field = this.template.at('metadata', 'labels');
    if (field.unknown) return undefined;
    const labels = new Map<string, string>();
    for (const [key, value] of field.entries) {
      if (value.text === undefined && value.state !== 'null') return undefined;
      labels.set(key, value.text ?? '');
    }
    return labels;
  }

  /** The name of its service account, by the field of today or else the old one. */
  get account(): Field {
    const today = this.spec.at('serviceAccountName');
    return today.present ? today : this.spec.at('serviceAccount');
  }

  annotation(key: string): Field {
    return this.template.at('metadata', 'annotations', key);
  }

  /** Complete enough for "the pod lacks" to be said: it has a container with an image. */
  get isComplete(): boolean {
    return (
      !this.resource.partial &&
      !this.#isDifference &&
      this.containers.some((container) => container.role !== 'ephemeral' && container.field.at('image').present)
    );
  }

  /** The key of the pod's spec, or the object's name for a bare pod whose spec is not written. */
  get isWhole(): true {
    return true;
  }

  get anchor(): Span {
    return this.spec.pair === undefined ? this.resource.anchor : this.spec.pair.key;
  }

  get path(): string {
    return this.spec.path;
  }
}

function firstByName<T extends { readonly name: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  const byName = new Map<string, T>();
  for (const item of items) if (!byName.has(item.name)) byName.set(item.name, item);
  return byName;
}

/** @returns its templates; of a kind that no table has, what has the shape of one. */
export function podsOf(resource: Resource): readonly Pod[] {
  const known = podPaths.filter((path) => path.kind === resource.kind);
  const own = known.filter((path) => path.groups.includes(resource.group));
  if (own.length > 0)
    return own.flatMap((path) =>
      entriesAt(resource.field, path.template)
        .map((field) => new Pod(resource, field, path))
        .filter((pod) => pod.isCreatedDirectly || pod.containers.length > 0),
    );
  if (notPods.has(resource.kind) || isBuiltInGroup(resource.group)) return [];
  for (const path of genericTemplates) {
    const field = resource.at(...path);
    const [first] = field.at('spec', 'containers').items;
    // The shape of a pod, not just the word: a container has a name and an image.
    if (first?.at('name').present && first.at('image').present) return [new Pod(resource, field)];
  }
  return [];
}

/** Maps at the end of a path of keys; `*` stands for each item of a list or map. */
function entriesAt(field: Field, keys: readonly string[]): readonly Field[] {
  const star = keys.indexOf('*');
  if (star < 0) {
    const found = field.at(...keys);
    return keys.length === 0 || found.isMap ? [found] : [];
  }
  const list = field.at(...keys.slice(0, star));
  const entries = list.isList ? list.items : list.entries.map(([, entry]) => entry);
  return entries.flatMap((entry) => entriesAt(entry, keys.slice(star + 1)));
}

/** Groups that only Kubernetes itself defines: a kind of theirs that is not in the table carries no pod. */
function isBuiltInGroup(group: string): boolean {
  return (
    group === '' ||
    group === 'apps' ||
    group === 'batch' ||
    (group.endsWith('.k8s.io') === true && !group.endsWith('x-k8s.io'))
  );
}
