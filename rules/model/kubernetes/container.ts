/**
 * A container of any role, with what it inherits from its pod. Which fields are inherited is stated here once: the container's
 * value beats the pod's for exactly those that exist on both levels (Kubernetes API reference, SecurityContext).
 */
import { baselineCapabilities } from '../../data/capabilities.ts';
import { nameLimit, shortened } from '../../text/shortened.ts';
import type { Span } from '../../text/source.ts';
import type { Field } from '../../yaml/field.ts';
import { type ImageUse, imageOfField } from '../image/use.ts';
import type { Program } from '../program/needs.ts';
import type { Pod } from './pod.ts';

/** A sidecar is an init container that is always restarted. */
export type ContainerRole = 'container' | 'init' | 'sidecar' | 'ephemeral';

/** Fields of a container's security context that count from the pod's where it has none. */
export type InheritedField =
  | 'runAsUser'
  | 'runAsGroup'
  | 'runAsNonRoot'
  | 'seLinuxOptions'
  | 'seccompProfile'
  | 'appArmorProfile'
  | 'windowsOptions';

/** What counts for a container, and the field that decided it. */
export interface Effective {
  /** The container's field, or the pod's; the container's own (absent) one when neither is written. */
  readonly field: Field;
  readonly from: 'container' | 'pod' | 'nowhere';
  /** Surely written on neither level. */
  readonly missing: boolean;
}

/** Where words of what runs in it are listed. Source: Kubernetes API reference, Container. */
const commandPaths = [
  ['command'],
  ['args'],
  ['lifecycle', 'postStart', 'exec', 'command'],
  ['lifecycle', 'preStop', 'exec', 'command'],
];
/** Where a whole script is written: those of Argo Workflows and of Tekton. */
const scriptKeys = ['source', 'script'];

/** A container of a pod, whatever its role. */
export class Container {
  readonly pod: Pod;
  readonly field: Field;
  readonly role: ContainerRole;
  /** Empty while it is being typed. */
  readonly name: string;
  #image: ImageUse | null | undefined;

  constructor(pod: Pod, field: Field, role: ContainerRole) {
    this.pod = pod;
    this.name = shortened(field.at('name').text ?? '', nameLimit);
    // An init container that is restarted always runs beside the others: a native sidecar (KEP-753).
    this.role = role === 'init' && field.at('restartPolicy').is('Always') ? 'sidecar' : role;
    // Without an image it is a part of a patch, so that nothing it lacks is judged.
    this.field = field.ownedBy(this.#nameAnchor(field), field.at('image').present || pod.resource.isNameless);
  }

  #nameAnchor(field: Field): Span {
    const name = field.at('name');
    return name.present ? name.anchor : field.anchorOfKey;
  }

  at(...keys: readonly (string | number)[]): Field {
    return this.field.at(...keys);
  }

  get securityContext(): Field {
    return this.field.at('securityContext');
  }

  /** A security setting that the pod may decide for the container. */
  effective(key: InheritedField): Effective {
    const own = this.securityContext.at(key);
    if (own.present) return { field: own, from: 'container', missing: false };
    const pods = this.pod.at('securityContext', key);
    if (pods.present) return { field: pods, from: 'pod', missing: false };
    return { field: own, from: 'nowhere', missing: own.missing && pods.missing };
  }

  /** The image it names; undefined when none is written or it is unknown. */
  get image(): ImageUse | undefined {
    if (this.#image === undefined) this.#image = imageOfField(this.field.at('image'), this) ?? null;
    return this.#image ?? undefined;
  }

  /** What names the programs in it. */
  get program(): Program {
    const words = commandPaths.flatMap((path) => this.at(...path).strings.map(({ text }) => text));
    const scripts = scriptKeys.flatMap((key) => this.at(key).string ?? []);
    const variables = this.at('env').items.map(
      (item) => `${item.at('name').text ?? ''} ${item.at('value').text ?? ''}`,
    );
    return { image: this.at('image').string, lines: [this.name, ...words, ...scripts, ...variables] };
  }

  /** Surely has more permission over its node than others: it is privileged, or is given a capability beyond those of the runtime. */
  get isPowerful(): boolean {
    const added = this.securityContext.at('capabilities', 'add').strings;
    return this.securityContext.at('privileged').is(true) || added.some(({ text }) => !baselineCapabilities.has(text));
  }

  /** How a message names it. */
  get label(): string {
    return this.name === '' ? 'the container' : `container ${this.name}`;
  }

  /** The same at the beginning of a sentence. */
  get title(): string {
    return `${this.label.charAt(0).toUpperCase()}${this.label.slice(1)}`;
  }

  get isWhole(): true {
    return true;
  }

  get anchor(): Span {
    return this.field.owner ?? this.field.anchor;
  }

  get path(): string {
    return this.field.path;
  }
}
