/** What comes from one cause in several files of a scan is told once: at the first place of those that weigh most, which names the others. */
import { bySeverity } from '../../rules/contract/finding.ts';
import type { PlacedFinding } from './placed-finding.ts';
import type { Survey } from './scan-report.ts';

/** @param survey after what is known was set apart, so that nothing new hides behind what is old. */
export function toldOnce(survey: Survey): Survey {
  const byCause = new Map<string, PlacedFinding[]>();
  for (const { findings } of survey.files)
    for (const placed of findings) {
      const { cause, severity } = placed.finding;
      if (cause === undefined) continue;
      const known = byCause.get(cause);
      if (known === undefined) byCause.set(cause, [placed]);
      else if (bySeverity(severity, known[0]?.finding.severity ?? 'info') < 0) known.unshift(placed);
      else known.push(placed);
    }
  const left = new Set<PlacedFinding>();
  const told = new Map<PlacedFinding, PlacedFinding>();
  for (const [first, ...others] of byCause.values()) {
    if (first === undefined || others.length === 0) continue;
    for (const other of others) left.add(other);
    told.set(first, { ...first, alsoAt: others.map(({ finding: { path }, start, end }) => ({ path, start, end })) });
  }
  if (told.size === 0) return survey;
  return {
    ...survey,
    files: survey.files.map((file) => ({
      ...file,
      findings: file.findings.flatMap((one) => (left.has(one) ? [] : [told.get(one) ?? one])),
    })),
  };
}
