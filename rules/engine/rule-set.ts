/** The rules that settings switch on, by subject, so that the engine looks only at what somebody asks about. */
import type { Context, LocalRule, Rule, Severity, Subjects, WorkspaceRule } from '../rule.ts';
import type { Aliases } from './foreign-suppress.ts';
import { activeSeverity, contextOf, type Settings } from './settings.ts';

export type LocalRuleOf<S extends keyof Subjects> = Extract<LocalRule, { subject: S }>;

export interface RuleSet {
  readonly settings: Settings;
  /** What rules may know of the settings. */
  readonly context: Context;
  readonly local: { readonly [S in keyof Subjects]: readonly LocalRuleOf<S>[] };
  readonly workspace: readonly WorkspaceRule[];
  readonly severity: ReadonlyMap<string, Severity>;
  /** Ids of all rules, active or not. */
  readonly known: ReadonlySet<string>;
  /** Ids of rules by `tool:id` of other tools; empty when their ignores do not count. */
  readonly aliases: Aliases;
  /** Rules on the controls of the Pod Security Standards, active or not: together they say what admission refuses. */
  readonly judges: readonly Judge[];
}

/** What admission looks at is a pod, its containers and its volumes. */
export type Judge = LocalRuleOf<'pod' | 'container' | 'volume'>;

export function ruleSetFor(rules: readonly Rule[], settings: Settings): RuleSet {
  const severity = new Map<string, Severity>();
  const active = rules.filter((rule) => {
    const chosen = activeSeverity(rule, settings);
    if (chosen !== undefined) severity.set(rule.id, chosen);
    return chosen !== undefined;
  });
  const of = <S extends keyof Subjects>(subject: S): LocalRuleOf<S>[] =>
    active.filter((rule): rule is LocalRuleOf<S> => rule.subject === subject);
  return {
    settings,
    context: contextOf(settings),
    severity,
    known: new Set(rules.map(({ id }) => id)),
    aliases: settings.otherIgnores ? aliasesOf(rules) : new Map(),
    judges: rules.filter(isJudge),
    workspace: active.filter((rule): rule is WorkspaceRule => rule.subject === 'workspace'),
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
