/**
 * What a person is shown of findings: everything that one container lacks is one line, since it is one decision. The command line and reports
 * show single findings; this is the editor's view alone.
 */

import { type Severity, severities } from '../../rules/contract/finding.ts';
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

/** Stable: what is equally severe stays in the order of the text. */
export const worstFirst = <T extends { readonly severity: Severity }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));

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

/** What it weighs where it stands. */
const weight = ({ severity, raised }: Finding): Severity => raised?.severity ?? severity;

function single(finding: Finding): Shown {
  const { rule, message, span } = finding;
  return { code: rule, severity: weight(finding), message, span, findings: [finding] };
}

function grouped(findings: readonly Finding[]): Shown {
  const [first] = findings as [Finding];
  const worst =
    severities.find((severity) => findings.some((finding) => weight(finding) === severity)) ?? weight(first);
  const list = findings.map(({ rule }) => rule).join(', ');
  return {
    code: groupCode,
    severity: worst,
    message: `Container ${first.container ?? ''} is not hardened: ${list}.`,
    span: first.span,
    findings,
  };
}
