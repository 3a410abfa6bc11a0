/** The findings view as data: which findings are shown, and in which groups. Knows neither the editor nor the server's state. */
import type { ListedFinding } from '../../server/protocol.ts';

export const groupings = ['severity', 'rule', 'workload', 'file'] as const;
export type Grouping = (typeof groupings)[number];

/** Most severe first. */
export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const satisfies ListedFinding['severity'][];

export interface Filter {
  /** What message, rule, object or file have to hold, whatever the case; empty for all. */
  readonly text: string;
  /** The least severe that is shown. */
  readonly severity: ListedFinding['severity'];
  /** A standard that asks for it; undefined for all findings. */
  readonly framework: ListedFinding['frameworks'][number] | undefined;
}

export const everything: Filter = { text: '', severity: 'info', framework: undefined };

export interface Group {
  /** What its findings share: a severity, the id of a rule, a workload, the URI of a file. Stable, so that a group stays open when it is filled anew. */
  readonly key: string;
  /** The worst of its findings. */
  readonly severity: ListedFinding['severity'];
  /** The worst first; at least one. */
  readonly findings: readonly ListedFinding[];
}

export function isShown(finding: ListedFinding, { text, severity, framework }: Filter): boolean {
  if (rank(finding) > severities.indexOf(severity)) return false;
  if (framework !== undefined && !finding.frameworks.includes(framework)) return false;
  const wanted = text.trim().toLowerCase();
  return (
    wanted === '' ||
    [finding.message, finding.rule, finding.title, workloadOf(finding), finding.uri].some((part) =>
      part.toLowerCase().includes(wanted),
    )
  );
}

/** @returns the worst group first; equally bad ones by size, then by key. */
export function grouped(findings: readonly ListedFinding[], grouping: Grouping): readonly Group[] {
  const byKey = new Map<string, ListedFinding[]>();
  for (const finding of findings) {
    const key = keyOf(finding, grouping);
    const group = byKey.get(key);
    if (group === undefined) byKey.set(key, [finding]);
    else group.push(finding);
  }
  return [...byKey]
    .map(([key, members]): Group => {
      const sorted = members.sort(worstFirst);
      return { key, findings: sorted, severity: sorted[0]?.severity ?? 'info' };
    })
    .sort(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        b.findings.length - a.findings.length ||
        (a.key < b.key ? -1 : 1),
    );
}

function keyOf(finding: ListedFinding, grouping: Grouping): string {
  switch (grouping) {
    case 'severity':
      return finding.severity;
    case 'rule':
      return finding.rule;
    case 'workload':
      return workloadOf(finding);
    case 'file':
      return finding.uri;
  }
}

/** As `shop/Deployment web`, without the namespace where it has none; empty for what is about no object. */
export function workloadOf({ resource }: ListedFinding): string {
  if (resource === undefined) return '';
  const name = `${resource.kind} ${resource.name}`;
  return resource.namespace === undefined ? name : `${resource.namespace}/${name}`;
}

const rank = ({ severity }: ListedFinding): number => severities.indexOf(severity);

/** What is reached from outside comes first among what is equally severe; then by place. */
function worstFirst(a: ListedFinding, b: ListedFinding): number {
  return (
    rank(a) - rank(b) ||
    Number(b.isReached) - Number(a.isReached) ||
    (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character
  );
}
