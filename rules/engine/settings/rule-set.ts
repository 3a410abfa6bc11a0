/** The rules that settings switch on, by subject, so that the engine looks only at what somebody asks about. */
import type { Severity } from '../../contract/finding.ts';
import type { Context, LocalRule, Rule, Subjects, WorkspaceRule } from '../../contract/rule.ts';
import { matchesWildcard } from '../../text/wildcard.ts';
import type { Aliases } from '../findings/foreign-ignore.ts';
import { activeSeverity, contextOf, over, type Settings } from './settings.ts';

/** The rules on documents that are handed subject `S`. */
export type LocalRuleOf<S extends keyof Subjects> = Extract<LocalRule, { subject: S }>;

/** The rules that are active under one settings object. */
export interface RuleSet {
  readonly settings: Settings;
  /** What rules may know of the settings. */
  readonly context: Context;
  readonly local: { readonly [S in keyof Subjects]: readonly LocalRuleOf<S>[] };
  readonly workspace: readonly WorkspaceRule[];
  readonly severity: ReadonlyMap<string, Severity>;
  /** The rules for objects of a namespace: this very set where nothing else is said of it, or where it is unknown. */
  in(namespace: string | undefined): RuleSet;
  /** Whether a rule is active, be it for one namespace alone. */
  runs(rule: string): boolean;
  /** Ids of all rules, active or not. */
  readonly known: ReadonlySet<string>;
  /** Ids of rules by `tool:id` of other tools; empty when their ignores do not count. */
  readonly aliases: Aliases;
  /** Rules on the controls of the Pod Security Standards, active or not: together they say what admission refuses. */
  readonly judges: readonly Judge[];
}

/** What admission looks at is a pod, its containers and its volumes. */
export type Judge = LocalRuleOf<'pod' | 'container' | 'volume'>;

/** @param rules all there are. @returns those that the settings switch on, each with the severity that counts. */
export function ruleSetFor(rules: readonly Rule[], settings: Settings): RuleSet {
  const severity = new Map<string, Severity>();
  const active = rules.filter((rule) => {
    const chosen = activeSeverity(rule, settings);
    if (chosen !== undefined) severity.set(rule.id, chosen);
    return chosen !== undefined;
  });
  const bySubject = new Map<Rule['subject'], Rule[]>();
  for (const rule of active) {
    const alike = bySubject.get(rule.subject) ?? [];
    bySubject.set(rule.subject, alike);
    alike.push(rule);
  }
  const of = <S extends keyof Subjects>(subject: S): LocalRuleOf<S>[] =>
    (bySubject.get(subject) ?? []) as LocalRuleOf<S>[];
  const { known, aliases, judges } = ofAll(rules);
  const byNamespace = namespaceSets(rules, settings);
  let ofNamespaces: ReadonlySet<string> | undefined;
  return {
    settings,
    in(namespace) {
      return (namespace === undefined ? undefined : byNamespace(namespace)) ?? this;
    },
    runs(rule) {
      ofNamespaces ??= rulesOfNamespaces(settings, byNamespace);
      return severity.has(rule) || ofNamespaces.has(rule);
    },
    context: contextOf(settings),
    severity,
    known,
    aliases: settings.otherIgnores ? aliases : new Map(),
    judges,
    workspace: (bySubject.get('workspace') ?? []) as WorkspaceRule[],
    local: {
      resource: of('resource'),
      pod: of('pod'),
      container: of('container'),
      volume: of('volume'),
      component: of('component'),
      'rbac-rule': of('rbac-rule'),
      binding: of('binding'),
      dockerfile: of('dockerfile'),
      stage: of('stage'),
      instruction: of('instruction'),
      image: of('image'),
      admission: of('admission'),
      service: of('service'),
    },
  };
}

/** What is the same under all settings; there may be a set for each of many namespaces. */
type OfAll = Pick<RuleSet, 'known' | 'aliases' | 'judges'>;
const shared = new WeakMap<readonly Rule[], OfAll>();

function ofAll(rules: readonly Rule[]): OfAll {
  let all = shared.get(rules);
  if (all === undefined) {
    all = { known: new Set(rules.map(({ id }) => id)), aliases: aliasesOf(rules), judges: rules.filter(isJudge) };
    shared.set(rules, all);
  }
  return all;
}

/** Rules that are active for a namespace which settings speak of. */
function rulesOfNamespaces(
  { byNamespace }: Settings,
  setOf: (namespace: string) => RuleSet | undefined,
): ReadonlySet<string> {
  const names = new Set(byNamespace.flatMap(({ names }) => names));
  const sets = new Set([...names].flatMap((name) => setOf(name) ?? []));
  return new Set([...sets].flatMap(({ severity }) => [...severity.keys()]));
}

/** Sets for the namespaces that settings speak of, one for each combination that is asked for. */
function namespaceSets(rules: readonly Rule[], settings: Settings): (namespace: string) => RuleSet | undefined {
  const sets = new Map<string, RuleSet>();
  const known = new Map<string, RuleSet | undefined>();
  if (settings.byNamespace.length === 0) return () => undefined;
  /** Positions of the settings by what they name. */
  const positionsOf = new Map<string, number[]>();
  for (const [position, { names }] of settings.byNamespace.entries())
    for (const name of new Set(names)) {
      const positions = positionsOf.get(name);
      if (positions === undefined) positionsOf.set(name, [position]);
      else positions.push(position);
    }
  const patterns = [...positionsOf.keys()].filter((name) => name.includes('*'));
  return (namespace) => {
    if (!known.has(namespace)) known.set(namespace, setFor(namespace));
    return known.get(namespace);
  };

  function setFor(namespace: string): RuleSet | undefined {
    const fitting = patterns.filter((pattern) => matchesWildcard(namespace, pattern));
    const all = [namespace, ...fitting].flatMap((name) => positionsOf.get(name) ?? []);
    const positions = [...new Set(all)].sort((a, b) => a - b);
    if (positions.length === 0) return undefined;
    const own = positions.flatMap((i) => settings.byNamespace[i] ?? []);
    const key = positions.join();
    let set = sets.get(key);
    if (set === undefined) {
      const inside = over(settings, ...own.map(({ settings: upper }) => upper));
      set = ruleSetFor(rules, { ...inside, byNamespace: [] });
      sets.set(key, set);
    }
    return set;
  }
}

function isJudge(rule: Rule): rule is Judge {
  const judged: readonly Rule['subject'][] = ['pod', 'container', 'volume'];
  return judged.includes(rule.subject) && rule.standards.some(({ standard }) => standard === 'pss');
}

function aliasesOf(rules: readonly Rule[]): Aliases {
  const found = new Map<string, string[]>();
  for (const { id, aliases } of rules) {
    for (const alias of aliases) {
      const key = `${alias.tool}:${alias.id}`.toLowerCase();
      found.set(key, [...(found.get(key) ?? []), id]);
    }
  }
  return found;
}
