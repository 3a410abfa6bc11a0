/** The rules of a workspace, and which of them run under each of its settings. */

import { crossFileRulesOf } from '../../contract/bound-permission.ts';
import { type Rule, rulesByWrittenId, type WorkspaceRule } from '../../contract/rule.ts';
import { type RuleSet, ruleSetFor } from './rule-set.ts';
import type { Settings } from './settings.ts';

/** Keeps one set for each settings object, by identity. */
export class RuleSets {
  readonly all: readonly Rule[];
  readonly byId: ReadonlyMap<string, Rule>;
  readonly #crossFile: readonly WorkspaceRule[];
  readonly #sets = new Map<Settings, RuleSet>();

  constructor(rules: readonly Rule[]) {
    this.all = rules;
    this.byId = rulesByWrittenId(rules);
    this.#crossFile = rules.flatMap(crossFileRulesOf);
  }

  fork(): RuleSets {
    const copy = new RuleSets(this.all);
    for (const [settings, rules] of this.#sets) copy.#sets.set(settings, rules);
    return copy;
  }

  /** Made once for the same settings. */
  of(settings: Settings): RuleSet {
    let rules = this.#sets.get(settings);
    if (rules === undefined) {
      rules = ruleSetFor(this.all, settings);
      this.#sets.set(settings, rules);
    }
    return rules;
  }

  /** Rules on several files that run under some settings. */
  get crossFile(): readonly WorkspaceRule[] {
    return this.#crossFile.filter((rule) => [...this.#sets.values()].some((set) => set.runs(rule.id)));
  }

  /** Forgets all settings. */
  clear(): void {
    this.#sets.clear();
  }
}
