/**
 * What a person is shown of findings: everything that one container lacks is one line, since it is one decision. The command line and reports
 * show single findings; this is the editor's view alone.
 */

import { bySeverity, type Severity, severities } from '../../rules/contract/finding.ts';
import type { Finding } from '../../rules/engine/findings/finding.ts';
import type { Span } from '../../rules/text/source.ts';

/** One squiggle. */
export interface Shown {
  /** A rule's id, or `unhardened-container` for several at one container. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  /** What it stands for: one finding, or several. */
  readonly findings: readonly Finding[];
}

/** What is reached from outside comes first among what is equally severe; what remains equal stays in the order of the text. */
export function worstFirst<T extends Pick<Finding, 'severity' | 'raised'> | Shown>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => bySeverity(a.severity, b.severity) || Number(isReached(b)) - Number(isReached(a)));
}

const isReached = (item: Pick<Finding, 'raised'> | Shown): boolean =>
  'findings' in item ? item.findings.some(isReached) : item.raised !== undefined;

const groupCode = 'unhardened-container';

export function present(findings: readonly Finding[]): readonly Shown[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (!finding.absent || finding.container === undefined) continue;
    const key = `${finding.span.start}:${finding.span.end}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  const done = new Set<string>();
  return findings.flatMap((finding): Shown[] => {
    const key = `${finding.span.start}:${finding.span.end}`;
    const group = finding.absent && finding.container !== undefined ? (groups.get(key) ?? []) : [];
    if (group.length < 2) return [single(finding)];
    if (done.has(key)) return [];
    done.add(key);
    return [grouped(group)];
  });
}

function single(finding: Finding): Shown {
  const { rule, severity, message, span } = finding;
  return { code: rule, severity, message, span, findings: [finding] };
}

function grouped(findings: readonly Finding[]): Shown {
  const [first] = findings as [Finding];
  const worst = severities.find((severity) => findings.some((finding) => finding.severity === severity));
  const missing = [...new Set(findings.map(({ protection, rule }) => protection ?? rule))];
  return {
    code: groupCode,
    severity: worst ?? first.severity,
    message: `${missing.length} protections are missing: ${missing.join(', ')}.`,
    span: first.span,
    findings,
  };
}
