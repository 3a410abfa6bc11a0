/** What a report counts: by place, by framework, by namespace and workload. Must not know how it is drawn. */

import { rules } from '../../rules/catalog/index.ts';
import { type Severity, severities } from '../../rules/contract/finding.ts';
import type { Standard } from '../../rules/contract/rule.ts';
import { standardDocuments } from '../../rules/contract/standards.ts';
import { described } from './described.ts';
import type { ReportedFinding } from './report.ts';

export type Counts = { readonly [severity in Severity]: number };

/** Findings that have something in common. */
export interface Group {
  readonly name: string;
  readonly counts: Counts;
  readonly total: number;
  readonly findings: readonly ReportedFinding[];
}

/** What a framework asks for, as far as files can show it. */
export interface FrameworkPosture {
  readonly name: string;
  /** Controls that rules answer. */
  readonly asked: number;
  /** Those of them of which something was found, in their order. */
  readonly broken: readonly string[];
}

export const countsOf = (findings: readonly ReportedFinding[]): Counts =>
  Object.fromEntries(
    severities.map((severity) => [severity, findings.filter(({ finding }) => finding.severity === severity).length]),
  ) as Counts;

/** How much worse one severity is than the next; a place with one critical finding comes before one with nine that are high. */
const step = 10;

const weightOf = ({ counts }: Group): number =>
  severities.reduce((sum, severity) => sum * step + Math.min(counts[severity], step - 1), 0);

/** @param nameOf undefined for what belongs to no group. @returns the worst first; equal ones by their names. */
export function groupsBy(
  findings: readonly ReportedFinding[],
  nameOf: (placed: ReportedFinding) => string | undefined,
): readonly Group[] {
  const found = new Map<string, ReportedFinding[]>();
  for (const placed of findings) {
    const name = nameOf(placed);
    if (name === undefined) continue;
    const own = found.get(name) ?? [];
    found.set(name, own);
    own.push(placed);
  }
  return [...found]
    .map(([name, own]): Group => ({ name, counts: countsOf(own), total: own.length, findings: own }))
    .sort((a, b) => weightOf(b) - weightOf(a) || b.total - a.total || (a.name < b.name ? -1 : 1));
}

export const namespaceOf = ({ finding: { resource } }: ReportedFinding): string | undefined =>
  resource === undefined ? undefined : (resource.namespace ?? 'not written');

export const workloadOf = ({ finding: { resource }, file }: ReportedFinding): string =>
  resource === undefined
    ? file
    : `${resource.kind} ${resource.namespace === undefined ? '' : `${resource.namespace}/`}${resource.name}`;

/** What one person edits in one go: an object, or a Dockerfile. */
export const placeOf = (placed: ReportedFinding): string => {
  const { finding, file } = placed;
  return finding.resource === undefined ? file : `${workloadOf(placed)} in ${file}`;
};

/** The control of a framework that a standard of a rule names; the NSA's guide numbers none, so that there a rule stands for itself. */
type ControlOf = (standard: Standard, rule: string) => string | undefined;

const { baseline, restricted, nsa, ...benchmarks } = standardDocuments;

const frameworks: readonly (readonly [name: string, control: ControlOf])[] = [
  [baseline.title, baseline.control],
  // Whoever asks for the restricted level asks for the baseline, too.
  [restricted.title, (of) => restricted.control(of) ?? baseline.control(of)],
  ...Object.values(benchmarks).map(({ title, control }): readonly [string, ControlOf] => [title, control]),
  [`${nsa.title}, by rule`, (of, rule) => (of.standard === 'nsa' ? rule : undefined)],
];

export function frameworkPostures(findings: readonly ReportedFinding[]): readonly FrameworkPosture[] {
  const found = [...new Set(findings.map(({ finding }) => finding.rule))].map(described);
  return frameworks.map(([name, control]) => {
    const controls = (
      of: readonly { readonly id: string; readonly standards: readonly Standard[] }[],
    ): readonly string[] => [
      ...new Set(of.flatMap(({ id, standards }) => standards.flatMap((standard) => control(standard, id) ?? []))),
    ];
    const collator = new Intl.Collator('en', { numeric: true });
    return { name, asked: controls(rules).length, broken: [...controls(found)].sort(collator.compare) };
  });
}
