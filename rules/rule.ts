/**
 * The contract of a rule: what it says of itself and how it reports. A rule file imports this, its model and its data, nothing else.
 * Owns the words Severity, Profile, Fix and Finding's raw material; must not know how documents are parsed or who shows the findings.
 */

import type { Service } from './model/compose/service.ts';
import type { Dockerfile } from './model/dockerfile/file.ts';
import type { Instruction } from './model/dockerfile/instruction.ts';
import type { Stage } from './model/dockerfile/stage.ts';
import type { ImageUse } from './model/image/use.ts';
import type { Binding, PolicyRule } from './model/kubernetes/access.ts';
import type { ConfiguredComponent } from './model/kubernetes/component.ts';
import type { Container } from './model/kubernetes/container.ts';
import type { Pod } from './model/kubernetes/pod.ts';
import type { PodSecurityDemand } from './model/kubernetes/pod-security.ts';
import type { Power } from './model/kubernetes/power.ts';
import type { Resource } from './model/kubernetes/resource.ts';
import type { Volume } from './model/kubernetes/volume.ts';
import type { Facts } from './model/workspace/facts.ts';
import type { TextEdit } from './text/edit.ts';
import type { Span } from './text/source.ts';
import type { Change, Refusal } from './yaml/change.ts';

/** Risk on our own scale; LSP and SARIF levels are derived from it at the border. */
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';
export const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

/** Profiles nest: each holds all rules of those before it. */
export type Profile = 'essential' | 'recommended' | 'strict' | 'all';
export const profiles: readonly Profile[] = ['essential', 'recommended', 'strict', 'all'];

/**
 * safe: what is deployed behaves the same; applied in bulk and on save.
 * review: a valid file whose behaviour may change; one click, never in bulk unless asked.
 * template: needs a value only the author knows; the edit holds a placeholder, and the command line refuses it.
 */
export type FixLevel = 'safe' | 'review' | 'template';

/** Groups that can be switched as a whole. */
export type Tag = 'reliability' | 'practice';

export type Standard =
  | { readonly standard: 'pss'; readonly level: 'baseline' | 'restricted'; readonly control: string }
  | { readonly standard: 'cis-kubernetes' | 'cis-docker'; readonly section: string }
  | { readonly standard: 'nsa' };

export type PeerTool =
  | 'checkov'
  | 'trivy'
  | 'kubescape'
  | 'kube-linter'
  | 'polaris'
  | 'kube-score'
  | 'kubeaudit'
  | 'hadolint'
  | 'buildkit'
  | 'kics';

export interface Alias {
  readonly tool: PeerTool;
  readonly id: string;
}

/** Pod Security Standards; `control` is spelled as the Kubernetes admission library spells its check. */
export const pss = (level: 'baseline' | 'restricted', control: string): Standard => ({
  standard: 'pss',
  level,
  control,
});
/** CIS Kubernetes Benchmark 1.12, by section. */
export const cis = (section: string): Standard => ({ standard: 'cis-kubernetes', section });
/** CIS Docker Benchmark 1.7, by section. */
export const cisDocker = (section: string): Standard => ({ standard: 'cis-docker', section });
/** NSA/CISA Kubernetes Hardening Guide. */
export const nsa = (): Standard => ({ standard: 'nsa' });

const aliasOf =
  (tool: PeerTool) =>
  (id: string): Alias => ({ tool, id });
export const checkov = aliasOf('checkov');
export const trivy = aliasOf('trivy');
export const kubescape = aliasOf('kubescape');
export const kubeLinter = aliasOf('kube-linter');
export const polaris = aliasOf('polaris');
export const kubeScore = aliasOf('kube-score');
export const kubeaudit = aliasOf('kubeaudit');
export const hadolint = aliasOf('hadolint');
export const buildkit = aliasOf('buildkit');
export const kics = aliasOf('kics');

/**
 * Where a finding is shown. Every view of the models is a place, and the view, not the rule, decides where its squiggle lands:
 * the value if it is written, else the container's name, else the nearest key. One line, never a block.
 */
export interface Place {
  /** Offsets in the document (a slice of the file for YAML, the whole file for a Dockerfile). */
  readonly anchor: Span;
  /** True when the place stands for something that is not there, so that findings on one container can be shown as one. */
  readonly absent?: boolean;
  /** Names the place inside its resource or stage whatever the line; part of the fingerprint. */
  readonly path?: string;
}

/** Another place that explains a finding, in the same document. */
export interface Related {
  readonly place: Place;
  readonly message: string;
}

/** Says of containers that they take over what a finding on their pod speaks of. */
export function inheritedBy(containers: readonly Container[]): readonly Related[] {
  let related = inheriting.get(containers);
  if (related === undefined) {
    related = containers.map((container) => ({ place: container, message: `${container.title} inherits it.` }));
    inheriting.set(containers, related);
  }
  return related;
}

/** Each of the containers says it. */
const inheriting = new WeakMap<readonly Container[], readonly Related[]>();

/**
 * A fix as the rule states it: changes to YAML fields (composed with those of other rules before they become text) or
 * finished text edits (Dockerfiles). Offsets as in `Place`.
 */
export interface Fix {
  /** Imperative, says what will be written; for a review fix also what may stop. */
  readonly title: string;
  /** Left out: the rule's own level. */
  readonly level?: FixLevel;
  readonly changes?: readonly Change[];
  readonly edits?: readonly TextEdit[];
  /** The fix adds a document or file; never applied in bulk unless the rule was named. */
  readonly createsDocument?: boolean;
  /** Part of "harden this container": the engine composes these into one fix. */
  readonly hardens?: boolean;
  /** What may stop working; the title of a composed fix says it. */
  readonly caution?: string;
  /**
   * What has to be true for the result to build and start, where nothing that is known says so; a clause without a subject before it:
   * `user 10001 can write /data`. The engine writes it into the title. Such a fix is chosen by a person alone: it is never preferred, never
   * part of a composed fix, never applied in bulk.
   */
  readonly assumes?: string;
}

/** Fixes in order of preference; a refusal's reason is shown in the hover. */
export type FixOffer = Fix | Refusal | undefined | readonly (Fix | Refusal | undefined)[];

/**
 * What other files of the scope say, for a fix that has to know. Only fixes see it, at the time somebody asks for them: a finding of a rule on one
 * file depends on that file alone.
 */
export interface Surroundings {
  /** Key of the file that is fixed. */
  readonly path: string;
  /** Of all files that were read so far. */
  readonly facts: Facts;
}

/** Reports one finding. `fix` runs only when somebody asks for it. */
export type Report = (
  place: Place,
  message: string,
  fix?: ((around: Surroundings) => FixOffer) | undefined,
  related?: readonly Related[],
  /** It weighs no more than this here, whatever the rule's severity. */
  atMost?: Severity,
) => void;

/** What a rule may ask besides its subject. */
export interface Context {
  /** Minor version of the targeted Kubernetes 1.x, for controls that changed. */
  readonly kubernetesMinor: number;
  /** Registries images may come from; empty when not configured. */
  readonly registries: readonly string[];
  /** Registries images must not come from. */
  readonly deniedRegistries: readonly string[];
  /** As `2026-12-31`. A rule never reads the clock itself: the same input and the same day give the same findings. */
  readonly today: string;
  /** Values that a configuration allows a rule to pass over; only rules with `allows` ask. */
  allowed(rule: string): ReadonlySet<string>;
}

/** What a rule of each subject is handed. */
export interface Subjects {
  readonly resource: Resource;
  /** Every pod template, whatever kind carries it. */
  readonly pod: Pod;
  /** Every container of every role. */
  readonly container: Container;
  readonly volume: Volume;
  /** A component of the control plane, or a kubelet, as it is set up. */
  readonly component: ConfiguredComponent;
  /** One item of a Role's or ClusterRole's `rules`. */
  readonly 'rbac-rule': PolicyRule;
  /** RoleBinding or ClusterRoleBinding. */
  readonly binding: Binding;
  readonly dockerfile: Dockerfile;
  readonly stage: Stage;
  readonly instruction: Instruction;
  /** A service of a Compose file. */
  readonly service: Service;
  /** Every image a container, a service or a Dockerfile names. */
  readonly image: ImageUse;
  /** A pod whose namespace holds pods to a standard, with what it breaks of that. */
  readonly admission: Admission;
}

/** A snippet for tests and the rule's page: a manifest unless it is marked as something else. */
export interface Example {
  readonly language: 'yaml' | 'dockerfile' | 'compose' | 'files';
  readonly text: string;
}

export interface RuleBase {
  /** Kebab case; names the defect so that "allow <id>" reads well. */
  readonly id: string;
  readonly severity: Severity;
  readonly profile: Profile;
  /** Left out when the rule has no fix. */
  readonly fix?: FixLevel;
  readonly tags: readonly Tag[];
  readonly since: string;
  /** What is wrong, in a few words. */
  readonly title: string;
  /**
   * Ids of rules that say nothing while this one speaks, since it is the same danger and a greater one. What they say once it is fixed was true all along:
   * it is not brought by the fix.
   */
  readonly uncovers?: readonly string[];
  /** The attack, in at most two sentences. */
  readonly why: string;
  /** What to do. Markdown, like `why`. */
  readonly remedy: string;
  /** When it is fine to leave it. */
  readonly ignoreWhen?: string;
  /** What a configuration can list as fine, in a few words: `capabilities, such as NET_RAW`. Left out when it cannot. */
  readonly allows?: string;
  readonly standards: readonly Standard[];
  readonly aliases: readonly Alias[];
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
}

export type LocalRule = {
  [S in keyof Subjects]: RuleBase & {
    readonly subject: S;
    /** Of a rule on roles: what it finds is found again on the bindings that hand it out. */
    readonly power?: S extends 'rbac-rule' ? Power : never;
    check(subject: Subjects[S], report: Report, context: Context): void;
  };
}[keyof Subjects];

/** Reports on a resource of any file; `fact` says which, `place` is a name the fact extractor registered (left out: the resource's name). */
export type WorkspaceReport = (
  fact: { readonly ref: FactRef },
  message: string,
  options?: {
    readonly place?: string;
    /** It weighs no more than this here, whatever the rule's severity. */
    readonly atMost?: Severity;
    readonly fix?: (resource: Resource) => FixOffer;
    /** The same for a fact of a Dockerfile. */
    readonly fixDockerfile?: (dockerfile: Dockerfile) => FixOffer;
    /** Places of other resources, in this file or another one. */
    readonly related?: readonly RelatedFact[];
  },
) => void;

/** A named place of a fact that explains a finding. */
export interface RelatedFact {
  readonly fact: { readonly ref: FactRef };
  readonly place: string;
  readonly message: string;
}

/** A pod before Pod Security admission. */
export interface Admission {
  readonly pod: Pod;
  readonly namespace: string;
  /** For each mode of the namespace that objects, strongest first; each breach stands under the strongest one alone. */
  readonly objections: readonly Objection[];
}

export interface Objection {
  readonly demand: PodSecurityDemand;
  /** Never empty. */
  readonly breaches: readonly Breach[];
}

/** A control that a pod breaks, as the rule on that control reports it. */
export interface Breach {
  /** As the admission library spells it, without its level. */
  readonly control: string;
  readonly place: Place;
  readonly message: string;
  readonly offer: (around: Surroundings) => FixOffer;
}

/** Which resource of which file a fact was taken from. */
export interface FactRef {
  readonly file: string;
  readonly ordinal: number;
}

export interface WorkspaceRule extends RuleBase {
  readonly subject: 'workspace';
  /** The kinds of facts it reads: it runs again only when one of these changed. */
  readonly reads: readonly (keyof Facts['byKind'])[];
  check(facts: Facts, report: WorkspaceReport, context: Context): void;
}

export type Rule = LocalRule | WorkspaceRule;

/** Fixes the type of `check`'s first argument to the rule's subject. */
export function defineRule<S extends keyof Subjects>(rule: Extract<LocalRule, { subject: S }>): LocalRule;
export function defineRule(rule: WorkspaceRule): WorkspaceRule;
export function defineRule(rule: Rule): Rule {
  return rule;
}

/** Marks a manifest snippet. */
export function yaml(strings: TemplateStringsArray): Example {
  return { language: 'yaml', text: snippet(strings) };
}

/** A manifest of one Pod called `web`, whose `spec` is the snippet. */
export function pod(strings: TemplateStringsArray): Example {
  const spec = snippet(strings).replaceAll(/^(?=.)/gm, '  ');
  return { language: 'yaml', text: `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n${spec}` };
}

/** Marks a Dockerfile snippet; backslashes stand for themselves. */
export function dockerfile(strings: TemplateStringsArray): Example {
  return { language: 'dockerfile', text: snippet(strings) };
}

/** Marks a Compose file. */
export function compose(strings: TemplateStringsArray): Example {
  return { language: 'compose', text: snippet(strings) };
}

/** Marks several files, each below a line `=== path/of/the/file`. */
export function files(strings: TemplateStringsArray): Example {
  return { language: 'files', text: snippet(strings) };
}

/** The text as written; only what would end or fill the template itself has to be escaped in it. */
function snippet(strings: TemplateStringsArray): string {
  return dedent((strings.raw[0] ?? '').replaceAll('\\${', '${').replaceAll('\\`', '`'));
}

/** Takes the indentation of the first line off every line, and the blank first line off the snippet. */
function dedent(text: string): string {
  const body = text.replace(/^\n/, '').replace(/(?<![ \t])[ \t]+$/, '');
  const indent = /^[ ]*/.exec(body)?.[0] ?? '';
  return indent === '' ? body : body.replaceAll(`\n${indent}`, '\n').slice(indent.length);
}
