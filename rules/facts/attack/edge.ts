/**
 * Steps of an attack: what a step is, what it assumes, and which edits take it away. Vertices are texts: `deployment/NAMESPACE/NAME`, `sa/NAMESPACE/NAME`,
 * `user/NAME`, `group/NAME`, `node-of:WORKLOAD`, `secret/NAMESPACE/NAME`, `ns-admin/NAMESPACE`; sets are `*` in the place of a name. Must not know how
 * a step is found.
 */
import type { Fact } from '../fact.ts';

/** What no file can show, and a step needs. Nothing else is assumed. */
export const assumptions = {
  'api-server': 'the API server is reachable from outside',
  'app-armor': 'the node has no AppArmor, or it lets this through',
  cloud: 'the cluster runs in a cloud that hands credentials to it',
  'control-plane': 'it is put on a node of the control plane',
  eks: 'the cluster is one of Amazon EKS that reads the ConfigMap aws-auth',
  file: 'the file with the credential is there',
  flaw: 'the program has a flaw that lets somebody in',
  image: 'the image starts as root',
  init: 'somebody is in the init container while it runs',
  interactive: 'a container runs a program that reads from its terminal',
  kernel: 'the kernel is not locked down, and its control groups are of version 1',
  name: 'the names of the secrets are known or guessed',
  namespace: 'what names no namespace is applied to the one that bindings name',
  'node-address': 'the address of a node is reachable from outside',
  'object-made': 'somebody creates an object meanwhile',
  placed: 'both run on one node',
  'pod-security': 'nothing but labels in these files enforces a Pod Security Standard',
  'same-user': 'the processes run as the same user',
  'system-account': 'a program with more permissions runs in the namespace',
  workload: 'there is such a workload in the namespace',
} as const;
/** A key of `assumptions`. */
export type Assumption = keyof typeof assumptions;

/** Kinds of edits. A rule says which of them its fix makes. */
export const cutKinds = [
  'capability',
  'cloud-role',
  'control-plane',
  'host-network',
  'host-pid',
  'host-port',
  'host-process',
  'metadata-policy',
  'mount',
  'network-policy',
  'permission',
  'pod-security',
  'privileged',
  'projected-token',
  'read-only',
  'route',
  'secret',
  'service-type',
  'shared-processes',
  'subject',
  'token',
] as const;
/** One of `cutKinds`. */
export type CutKind = (typeof cutKinds)[number];

/** One edit at one place, which takes away every step that it is named by. */
export interface Cut {
  /** Equal for the same edit of the same place. */
  readonly id: string;
  readonly kind: CutKind;
  readonly fact: Fact;
  readonly place: string;
  /** As a sentence in the imperative: `Set privileged: false in container web of Deployment web`. */
  readonly edit: string;
  /** What it may break: 1 nothing that is known, 2 something, 4 and above somebody has to think. */
  readonly cost: number;
}

/** Where a step is told from, though no edit of the place is offered. */
export interface Step {
  /** Which row of the table. */
  readonly edge: string;
  /** What is done, where rows of one id differ in it. */
  readonly does?: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly assumes: readonly Assumption[];
  /** Numbers of containers: somebody is in one of them afterwards, and in no other. Left out: in whichever one likes. */
  readonly into?: readonly number[] | undefined;
  /** Numbers of containers of which somebody has to be in one. Left out: any does. */
  readonly within?: readonly number[] | undefined;
  /** Each of them alone takes it away; none where no edit of these files does. */
  readonly cuts: readonly Cut[];
  /** Where it is written. */
  readonly at: { readonly fact: Fact; readonly place: string } | undefined;
}

/** What is said of all steps of a kind: a row of the table. */
export interface EdgeKind {
  readonly id: string;
  /** What is done, after whoever does it: `loads a module into the kernel of its node`. */
  readonly does: string;
  /** Techniques of MITRE ATT&CK and of Microsoft's threat matrix for Kubernetes. */
  readonly techniques: string;
  /** Where Kubernetes or Linux says that it works. */
  readonly source: string;
}

/** What takes a step away, and where it is told from. */
export type Causes = Pick<Step, 'cuts' | 'at'>;

/** A step whose edits are worked out when somebody asks for them, which of most steps nobody does. */
export class LazyStep<A> implements Step {
  readonly edge: string;
  readonly from: string;
  readonly to: string;
  readonly assumes: readonly Assumption[];
  readonly does: string | undefined;
  readonly into: readonly number[] | undefined;
  readonly within: readonly number[] | undefined;
  private readonly causesOf: (about: A) => Causes;
  private readonly about: A;
  private known: Causes | undefined;

  /** @param causesOf the same function for all steps of a kind. @param about whatever it needs. */
  constructor(own: Omit<Step, 'cuts' | 'at'>, causesOf: (about: A) => Causes, about: A) {
    this.edge = own.edge;
    this.from = own.from;
    this.to = own.to;
    this.assumes = own.assumes;
    this.does = own.does;
    this.into = own.into;
    this.within = own.within;
    this.causesOf = causesOf;
    this.about = about;
    this.known = undefined;
  }

  get cuts(): readonly Cut[] {
    return this.causes().cuts;
  }

  get at(): Step['at'] {
    return this.causes().at;
  }

  private causes(): Causes {
    this.known ??= this.causesOf(this.about);
    return this.known;
  }
}

/** @returns the same step from or to elsewhere. */
export function moved(step: Step, { from = step.from, to = step.to, edge = step.edge }: Partial<Step>): Step {
  const { does, assumes, into, within } = step;
  return new LazyStep({ edge, from, to, assumes, does, into, within }, causesOfStep, step);
}

const causesOfStep = ({ cuts, at }: Step): Causes => ({ cuts, at });

/** @param kind as of `Cut`. @param fact whose place is edited. @param edit as of `Cut`. */
export function cutAt(kind: CutKind, fact: Fact, place: string, edit: string, cost: number): Cut {
  return { id: `${fact.ref.file}#${fact.ref.ordinal} ${place} ${edit}`, kind, fact, place, edit, cost };
}
