/**
 * The contract of a rule: what it says of itself, what it is handed, what it may ask. A rule file imports the contract, its models and its data, nothing
 * else. Must not know how documents are parsed or who shows the findings.
 */

import type { CutKind } from '../facts/attack/edge.ts';
import type { Facts } from '../facts/index.ts';
import type { Service } from '../model/compose/service.ts';
import type { Dockerfile } from '../model/dockerfile/file.ts';
import type { Instruction } from '../model/dockerfile/instruction.ts';
import type { Stage } from '../model/dockerfile/stage.ts';
import type { ImageUse } from '../model/image/use.ts';
import type { Binding, PolicyRule } from '../model/kubernetes/access.ts';
import type { ConfiguredComponent } from '../model/kubernetes/component.ts';
import type { Container } from '../model/kubernetes/container.ts';
import type { Permission } from '../model/kubernetes/permission.ts';
import type { Pod } from '../model/kubernetes/pod.ts';
import type { Resource } from '../model/kubernetes/resource.ts';
import type { Volume } from '../model/kubernetes/volume.ts';
import type { Admission } from './admission.ts';
import type { Example } from './example.ts';
import type { FixLevel, Report, Severity, WorkspaceReport } from './finding.ts';
import type { Profile } from './profile.ts';

/** Groups that can be switched as a whole. */
export type Tag = 'reliability' | 'practice';

/** Where a standard asks for what a rule finds the lack of; made by `pss`, `cis`, `cisDocker` and `nsa`. */
export type Standard =
  | { readonly standard: 'pss'; readonly level: 'baseline' | 'restricted'; readonly control: string }
  | { readonly standard: 'cis-kubernetes' | 'cis-docker'; readonly section: string }
  | { readonly standard: 'nsa' };

/** Other tools whose ids of rules are known here. */
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

/** What another tool calls the same defect, in its own spelling. */
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
/** @param id such as `CKV_K8S_16`. */
export const checkov = aliasOf('checkov');
/** @param id such as `KSV-0017` or `DS-0002`. */
export const trivy = aliasOf('trivy');
/** @param id of a control, such as `C-0057`, or the name of a rule. */
export const kubescape = aliasOf('kubescape');
/** @param id of a check, such as `privileged-container`. */
export const kubeLinter = aliasOf('kube-linter');
/** @param id of a check, such as `runAsPrivileged`. */
export const polaris = aliasOf('polaris');
/** @param id of a check, such as `container-image-tag`. */
export const kubeScore = aliasOf('kube-score');
/** @param id of an auditor, such as `privileged`, or of one of its results. */
export const kubeaudit = aliasOf('kubeaudit');
/** @param id such as `DL3002`, or `SC2086` of ShellCheck. */
export const hadolint = aliasOf('hadolint');
/** @param id of a build check, such as `SecretsUsedInArgOrEnv`. */
export const buildkit = aliasOf('buildkit');
/** @param id the title of a query, such as `Missing User Instruction`. */
export const kics = aliasOf('kics');

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
  /** Images, without tag and digest, that are deployed otherwise than the file writes: Kustomize replaces them, or something builds them. */
  readonly replacedImages: ReadonlySet<string>;
  /** OpenShift gives the pod its user and groups, from the range of its namespace, and refuses others. */
  readonly givesUsers?: boolean;
  /** Of a Dockerfile: another one of the scope is built on its image. */
  readonly isBuiltOn?: boolean;
  /** Of a Dockerfile: a development container alone runs its image, as another user than root. */
  readonly isGivenUser?: boolean;
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

/**
 * How far a rule may be relied on. `preview`: it may change with any release, and is off unless settings ask for previews or name it. `deprecated`: it
 * works, and the next major release will be without it. What may change when is said in docs/contributing/stability.md.
 */
export type RuleStage = 'preview' | 'stable' | 'deprecated';

/** What most rules leave out. */
export interface RuleDefaults {
  /** Left out: none, as are standards and aliases. */
  readonly tags: readonly Tag[];
  /** The version that it came with. Left out: the first one. */
  readonly since: string;
  readonly standards: readonly Standard[];
  readonly aliases: readonly Alias[];
}

interface RuleTexts {
  /** Kebab case; names the defect so that "allow <id>" reads well. */
  readonly id: string;
  /** Ids that it had before, oldest first: configurations and ignores still understand them, and fingerprints are made with the first. */
  readonly formerIds?: readonly string[];
  /** Left out: stable. */
  readonly stage?: RuleStage;
  /** Of a deprecated rule: ids of the rules that find the same; left out where none does. */
  readonly replacedBy?: readonly string[];
  readonly severity: Severity;
  readonly profile: Profile;
  /**
   * The profile of what it finds in samples, where that is a later one. What they leave out is left out to keep them short: a finding whose place is absent
   * needs no such word.
   */
  readonly inSamples?: 'strict';
  /**
   * The restricted security context constraints of OpenShift set at admission what it finds absent: for pods that they admit it belongs to the strict
   * profile. Source: docs.redhat.com, "Managing security context constraints".
   */
  readonly setByConstraints?: true;
  /** It finds secrets, which are secrets wherever they were committed: in tests and in what others wrote, too. */
  readonly isSecret?: true;
  /** Left out when the rule has no fix. */
  readonly fix?: FixLevel;
  /** Edits that close attack paths and that its fix may make. Left out: `permission` for a rule on roles, none for others. */
  readonly closes?: readonly CutKind[];
  /** What is wrong, in a few words. */
  readonly title: string;
  /**
   * Ids of rules that say nothing while this one speaks, since it is the same danger and a greater one. What they say once it is fixed was true all along:
   * it is not brought by the fix. What they say of the same place the engine keeps for the profile `strict`.
   */
  readonly uncovers?: readonly string[];
  /**
   * Text that is still to come may mend what it finds, though it points at what is written: a later USER, a further label. An editor says it only once
   * nobody types. What is absent, and what is mended by adding alone, needs no such word.
   */
  readonly mendedByMore?: true;
  /** What it marks holds a secret, or may: nobody is shown the text of such a line. */
  readonly marksSecrets?: true;
  /** The attack, in at most two sentences. */
  readonly why: string;
  /** What to do. Markdown, like `why`. */
  readonly remedy: string;
  /** When it is fine to leave it. */
  readonly ignoreWhen?: string;
  /**
   * What a container lacks where the rule finds that something is absent, as one item of a list: "privilege escalation" of "4 protections are missing:
   * privilege escalation, root, capabilities, seccomp".
   */
  readonly protection?: string;
  /** False for what speaks of the way in from outside itself, which reached pods do not make worse. */
  readonly raisedByExposure?: false;
  /** What a configuration can list as fine, in a few words: `capabilities, such as NET_RAW`. Left out when it cannot. */
  readonly allows?: string;
  /**
   * At least two of either. A bad one may be written as a difference: what its fix makes is a good one. Where findings are drawn below its lines, they are
   * all that are found.
   */
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
}

/** What every rule says of itself, whatever it looks at. */
export type RuleBase = RuleTexts & RuleDefaults;

type LocalRuleOf<Defaults> = {
  [S in keyof Subjects]: RuleTexts &
    Defaults & {
      readonly subject: S;
      /** Of a rule on roles: what it finds is found again on the bindings that hand it out. */
      readonly permission?: S extends 'rbac-rule' ? Permission : never;
      check(subject: Subjects[S], report: Report, context: Context): void;
    };
}[keyof Subjects];

/** A rule on one document: `check` is handed each of its subjects. */
export type LocalRule = LocalRuleOf<RuleDefaults>;

type WorkspaceRuleOf<Defaults> = RuleTexts &
  Defaults & {
    readonly subject: 'workspace';
    /** The kinds of facts it reads: it runs again only when one of these changed. */
    readonly reads: readonly (keyof Facts['byKind'])[];
    /**
     * Which files it is handed together: by default those that are deployed together. `absence`: these, but what they lack may also lie anywhere else below
     * the root, only not in variants of them. `root`: all files below the root, for what has nothing to do with a cluster.
     */
    readonly joins?: 'absence' | 'root';
    check(facts: Facts, report: WorkspaceReport, context: Context): void;
  };

/** A rule on the facts of several files. */
export type WorkspaceRule = WorkspaceRuleOf<RuleDefaults>;

/** Any rule, with its defaults filled in. */
export type Rule = LocalRule | WorkspaceRule;

/** @returns rules by each id that somebody may have written, former ones among them. */
export function rulesByWrittenId<R extends Pick<RuleBase, 'id' | 'formerIds'>>(
  rules: readonly R[],
): ReadonlyMap<string, R> {
  return new Map([
    ...rules.flatMap((rule) => (rule.formerIds ?? []).map((id) => [id, rule] as const)),
    ...rules.map((rule) => [rule.id, rule] as const),
  ]);
}

/** Fixes the type of `check`'s first argument to the rule's subject, and fills in what most rules leave out. */
export function defineRule<S extends keyof Subjects>(
  rule: Extract<LocalRuleOf<Partial<RuleDefaults>>, { subject: S }>,
): LocalRule;
export function defineRule(rule: WorkspaceRuleOf<Partial<RuleDefaults>>): WorkspaceRule;
export function defineRule(rule: Omit<Rule, keyof RuleDefaults>): Rule {
  const { bad, good } = rule.examples;
  const examples: RuleTexts['examples'] = {
    bad,
    // Read late, as examples are.
    get good() {
      return [
        ...bad.flatMap(({ language, after }) => (after === undefined ? [] : [{ language, text: after }])),
        ...good,
      ];
    },
  };
  return { tags: [], since: '0.1.0', standards: [], aliases: [], ...rule, examples } as unknown as Rule;
}
