/** What rules and the engine's own notices say of themselves, as formats that describe their rules repeat it. */
import { rules } from '../../rules/catalog/index.ts';
import type { Severity } from '../../rules/contract/finding.ts';
import type { Alias, Standard } from '../../rules/contract/rule.ts';
import { notices } from '../../rules/engine/findings/notices.ts';

export interface Described {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly remedy: string;
  readonly ignoreWhen?: string;
  readonly tags: readonly string[];
  readonly standards: readonly Standard[];
  readonly aliases: readonly Alias[];
}

const known = new Map<string, Described>([
  ...notices.map((notice) => [notice.id, { ...notice, tags: [], standards: [], aliases: [] }] as const),
  ...rules.map((rule) => [rule.id, rule] as const),
]);

/** @param id of a rule or a notice that there is. */
export function described(id: string): Described {
  const found = known.get(id);
  if (found === undefined) throw new Error(`There is no rule ${id}.`);
  return found;
}

/** A standard in one word, such as `pss-restricted` or `cis-kubernetes-5.2.6`. */
export function standardTag(standard: Standard): string {
  switch (standard.standard) {
    case 'pss':
      return `pss-${standard.level}`;
    case 'nsa':
      return 'nsa';
    default:
      return `${standard.standard}-${standard.section}`;
  }
}
