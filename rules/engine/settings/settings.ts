/**
 * What a user decided about rules, as one immutable object per distinct configuration: its identity is a cache key. Owns how
 * profiles, severities and tags choose the active rules; must not know where a configuration came from.
 */

import type { Severity } from '../../contract/finding.ts';
import { type Profile, profiles } from '../../contract/profile.ts';
import type { Context, Rule, Standard, Tag } from '../../contract/rule.ts';
import { newestKubernetesMinor } from '../../data/kubernetes.ts';
import type { AcceptedVulnerability } from './accepted.ts';
import type { ClusterFacts } from './cluster-facts.ts';
import type { TrustedImages } from './trust.ts';

/** Catalogues of controls that a configuration can ask for. */
export type Framework = 'pss-baseline' | 'pss-restricted' | 'cis' | 'nsa';
/** All frameworks that settings may name. */
export const frameworks: readonly Framework[] = ['pss-baseline', 'pss-restricted', 'cis', 'nsa'];

/** What counts for one file; never changed, so that it can be compared by identity. */
export interface Settings {
  readonly profile: Profile;
  /** Minor version of the targeted Kubernetes 1.x. */
  readonly kubernetesMinor: number;
  /** Rules that stand for one of these are on whatever the profile. */
  readonly frameworks: readonly Framework[];
  /** By rule id; `off` beats every profile, a severity also switches the rule on. */
  readonly severity: ReadonlyMap<string, Severity | 'off'>;
  /** By rule id: values that it passes over. */
  readonly allowed: ReadonlyMap<string, ReadonlySet<string>>;
  /** Registries images may come from; empty: any. */
  readonly registries: readonly string[];
  /** Registries images must not come from, whatever is allowed. */
  readonly deniedRegistries: readonly string[];
  /** Globs of paths that are not analysed, relative to the configuration's folder; matched by the host. */
  readonly ignorePaths: readonly string[];
  /** Known vulnerabilities of images that are accepted for a while. */
  readonly accepted: readonly AcceptedVulnerability[];
  /** Who signs which images. */
  readonly trust: readonly TrustedImages[];
  readonly disabledTags: ReadonlySet<Tag>;
  /** Rules of the stage `preview` are on as their profile says. */
  readonly preview: boolean;
  /** Ignores that were written for other tools count. */
  readonly otherIgnores: boolean;
  /** Rules that the configuration of hadolint ignores in this Dockerfile. */
  readonly hadolintIgnored: readonly string[];
  /** The folder whose files know of each other, where a configuration makes it narrower than the scope; else empty. */
  readonly root: string;
  /** As `2026-12-31`; hosts give it. On another day there are other settings, so that nothing is kept that the day decides. */
  readonly today: string;
  /** What counts for objects of some namespaces alone, later ones over earlier ones. */
  readonly byNamespace: readonly NamespaceSettings[];
  /** What attack paths must not lead to: `secret/NAMESPACE/NAME`, `deployment/NAMESPACE/NAME`; `*` stands for any part of a name. */
  readonly protect: readonly string[];
  /** What is known of the cluster. */
  readonly cluster: ClusterFacts;
}

/** Settings for the objects of some namespaces alone. */
export interface NamespaceSettings {
  /** Names, in which `*` stands for anything. */
  readonly names: readonly string[];
  readonly settings: Partial<Settings>;
}

/** What counts where nobody says anything. */
export const defaultSettings: Settings = {
  profile: 'recommended',
  kubernetesMinor: newestKubernetesMinor,
  frameworks: [],
  severity: new Map(),
  allowed: new Map(),
  registries: [],
  deniedRegistries: [],
  ignorePaths: [],
  accepted: [],
  trust: [],
  disabledTags: new Set(),
  preview: false,
  otherIgnores: true,
  hadolintIgnored: [],
  root: '',
  // Of the tables of data; for tests and generated pages, which must be the same on every day.
  today: '2026-11-23',
  byNamespace: [],
  protect: [],
  cluster: {},
};

/** What a rule may know of them. */
export const contextOf = ({ kubernetesMinor, registries, deniedRegistries, today, allowed }: Settings): Context => ({
  kubernetesMinor,
  registries,
  deniedRegistries,
  today,
  allowed: (rule) => allowed.get(rule) ?? nothing,
  replacedImages: nothing,
});

const nothing: ReadonlySet<string> = new Set();

/** The severity a rule has under these settings; undefined when it is not active. */
export function activeSeverity(
  rule: Pick<Rule, 'id' | 'severity' | 'profile' | 'tags' | 'standards' | 'stage'>,
  settings: Settings,
): Severity | undefined {
  const chosen = settings.severity.get(rule.id);
  if (chosen === 'off') return undefined;
  if (chosen !== undefined) return chosen;
  if (rule.stage === 'preview' && !settings.preview) return undefined;
  if (rule.tags.some((tag) => settings.disabledTags.has(tag))) return undefined;
  const isOn =
    profiles.indexOf(rule.profile) <= profiles.indexOf(settings.profile) ||
    rule.standards.some((standard) => settings.frameworks.some((framework) => isPartOf(standard, framework)));
  return isOn ? rule.severity : undefined;
}

/** The frameworks that ask for what a rule finds to be missing. */
export const frameworksOf = ({ standards }: Pick<Rule, 'standards'>): readonly Framework[] =>
  frameworks.filter((framework) => standards.some((standard) => isPartOf(standard, framework)));

/** The restricted level holds the baseline. */
function isPartOf(standard: Standard, framework: Framework): boolean {
  switch (framework) {
    case 'cis':
      return standard.standard === 'cis-kubernetes' || standard.standard === 'cis-docker';
    case 'nsa':
      return standard.standard === 'nsa';
    case 'pss-baseline':
      return standard.standard === 'pss' && standard.level === 'baseline';
    case 'pss-restricted':
      return standard.standard === 'pss';
  }
}

/**
 * Settings over others: what several say of rules and of namespaces is put together, and the upper ones win. All at once, since putting together one after
 * the other copies all that lies below each.
 * @param uppers lowest first.
 */
export function over<Lower extends Partial<Settings>>(
  lower: Lower,
  ...uppers: readonly Partial<Settings>[]
): Lower & Partial<Settings> {
  const layers: readonly Partial<Settings>[] = [lower, ...uppers];
  const severity = layers.flatMap((layer) => layer.severity ?? []);
  const allowed = layers.flatMap((layer) => layer.allowed ?? []);
  const byNamespace = layers.flatMap((layer) => layer.byNamespace ?? []);
  const accepted = layers.flatMap((layer) => layer.accepted ?? []);
  const trust = layers.flatMap((layer) => layer.trust ?? []);
  return {
    ...lower,
    ...Object.assign({}, ...uppers),
    ...(severity.length > 1 ? { severity: new Map(severity.flatMap((map) => [...map])) } : {}),
    ...(allowed.length > 1 ? { allowed: new Map(allowed.flatMap((map) => [...map])) } : {}),
    ...(byNamespace.length > 0 ? { byNamespace } : {}),
    ...(accepted.length > 0 ? { accepted } : {}),
    ...(trust.length > 0 ? { trust } : {}),
  };
}
