/** The rules of a SARIF run, as GitHub shows them beside a result. */
import { bySeverity, type Severity } from '../../../../rules/contract/finding.ts';
import type { Finding } from '../../../../rules/engine/findings/finding.ts';
import { described, standardTag } from '../../../report/described.ts';

/** GitHub has these bounds: critical above 9.0, high from 7.0, medium from 4.0, low from 0.1. What is only worth knowing has no number. */
const securitySeverity: { readonly [severity in Severity]: string | undefined } = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
  info: undefined,
};

/** A severity as SARIF has it. */
export const levelOf: { readonly [severity in Severity]: 'error' | 'warning' | 'note' } = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/** More tags of a rule GitHub does not take. */
const mostTags = 20;

export interface RuleTable {
  /** The `rules` of a run: those that found something, in the order of their ids. */
  readonly rules: readonly object[];
  /** @returns the place of a rule among them. */
  indexOf(rule: string): number;
}

/** @param found decides the severity of its rules: the worst that was found of each, since settings may have changed it. */
export function ruleTable(found: readonly Finding[]): RuleTable {
  const worst = new Map<string, Severity>();
  for (const { rule, severity } of found) {
    const before = worst.get(rule);
    if (before === undefined || bySeverity(severity, before) < 0) worst.set(rule, severity);
  }
  const ids = [...worst.keys()].sort();
  const places = new Map(ids.map((id, i) => [id, i]));
  return {
    rules: ids.map((id) => ruleOf(id, worst.get(id) ?? 'info')),
    indexOf: (rule) => places.get(rule) ?? -1,
  };
}

function ruleOf(id: string, severity: Severity): object {
  const { title, why, remedy, ignoreWhen, tags, standards, aliases } = described(id);
  const ignoring = ignoreWhen === undefined ? '' : `When to ignore it: ${ignoreWhen}`;
  const elsewhere =
    aliases.length === 0 ? '' : `Known elsewhere as ${aliases.map(({ tool, id: of }) => `${tool} ${of}`).join(', ')}.`;
  const said = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');
  const number = securitySeverity[severity];
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: {
      text: said([why, `What to do: ${remedy}`, ignoring, elsewhere]),
      markdown: said([why, `**What to do:** ${remedy}`, ignoring, elsewhere]),
    },
    defaultConfiguration: { level: levelOf[severity] },
    properties: {
      tags: [...new Set(['security', ...tags, ...standards.map(standardTag)])].slice(0, mostTags),
      precision: 'high',
      'problem.severity': levelOf[severity] === 'note' ? 'recommendation' : levelOf[severity],
      ...(number === undefined ? {} : { 'security-severity': number }),
    },
  };
}
