/** The card of a finding: what it means and what to do, offline. Markdown of the rules' own texts. */

import type { Rule, Standard } from '../../rules/contract/rule.ts';
import type { Finding, ResolvedFix } from '../../rules/engine/findings/finding.ts';
import { notices } from '../../rules/engine/findings/notices.ts';
import { markdown } from './markdown.ts';

export interface HoverOptions {
  /** The client has a command that opens a rule's page. */
  readonly pages: boolean;
}

/** @param fixes of a finding; a refusal is worth saying. */
export function hoverCard(
  findings: readonly Finding[],
  rules: ReadonlyMap<string, Rule>,
  fixes: (finding: Finding) => readonly ResolvedFix[],
  { pages }: HoverOptions,
): string {
  const seen = new Set<string>();
  const distinct = findings.filter(({ rule, message }) => !seen.has(rule + message) && seen.add(rule + message));
  // The editor shows the message of a single finding above the card; that of a group only names its rules.
  const messages = distinct.length > 1;
  const cards = distinct.map((finding) => card(finding, rules, fixes(finding), { pages, messages }));
  const reasons = new Set(distinct.flatMap(({ raised }) => (raised === undefined ? [] : [raised.reason])));
  return [...cards, ...[...reasons].map((reason) => markdown(reason))].join('\n\n---\n\n');
}

function card(
  finding: Finding,
  rules: ReadonlyMap<string, Rule>,
  fixes: readonly ResolvedFix[],
  { pages, messages }: { readonly pages: boolean; readonly messages: boolean },
): string {
  const rule = rules.get(finding.rule);
  const about = rule ?? notices.find(({ id }) => id === finding.rule);
  if (about === undefined) return markdown(finding.message);
  const refusals = fixes.some((fix) => 'edits' in fix)
    ? []
    : fixes.flatMap((fix) => ('refused' in fix ? [fix.refused] : []));
  const standards = (rule?.standards ?? []).map(short);
  const argument = encodeURIComponent(JSON.stringify([about.id]));
  return [
    `**${about.title}** · ${finding.severity} · \`${about.id}\``,
    ...(messages ? [markdown(finding.message)] : []),
    about.why,
    `**What to do:** ${about.remedy}`,
    ...refusals.map((reason) => `*No fix here:* ${markdown(reason)}`),
    ...(standards.length === 0 ? [] : [`*${[...new Set(standards)].join(' · ')}*`]),
    ...(pages && rule !== undefined ? [`[More about this rule](command:seaworthy.openRulePage?${argument})`] : []),
  ].join('\n\n');
}

function short(standard: Standard): string {
  switch (standard.standard) {
    case 'pss':
      return `Pod Security Standards: ${standard.level}`;
    case 'cis-kubernetes':
      return `CIS Kubernetes ${standard.section}`;
    case 'cis-docker':
      return `CIS Docker ${standard.section}`;
    case 'nsa':
      return 'NSA/CISA guide';
  }
}
