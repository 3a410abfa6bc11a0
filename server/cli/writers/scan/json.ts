/** JSON for other programs: a contract, so that names and shapes stay. Positions are zero-based and in UTF-16, as in LSP. */
import { severities } from '../../../../rules/contract/finding.ts';
import { visibleJson } from '../../../../rules/text/visible.ts';
import { version } from '../../../version.ts';
import { toOuter } from '../../paths.ts';
import type { PlacedFinding } from '../../placed-finding.ts';
import type { Survey } from '../../scan-report.ts';

export function writeJson({ files, resources, otherYaml, skipped, against }: Survey, durationMs: number): string {
  const all = files.flatMap(({ findings }) => findings);
  const findings = Object.fromEntries(
    severities.map((severity) => [severity, all.filter(({ finding }) => finding.severity === severity).length]),
  );
  return `${visibleJson(
    JSON.stringify(
      {
        tool: { name: 'seaworthy', version },
        summary: { files: files.length, resources, otherYaml, durationMs: Math.round(durationMs), findings },
        findings: all.map(jsonOf),
        skipped: skipped.map(({ path, reason }) => ({ file: toOuter(path), reason })),
        // What is known by a baseline or a commit is not among the findings.
        against: against.length === 0 ? undefined : against.map(({ entries: _, ...said }) => said),
      },
      null,
      2,
    ),
  )}\n`;
}

function jsonOf({ finding, remedy, start, end }: PlacedFinding): object {
  const { rule, severity, raised, message, path, resource, container, fingerprint } = finding;
  // Keys without a value are left out by JSON.stringify.
  return {
    rule,
    severity,
    raised: raised?.severity,
    message,
    file: toOuter(path),
    range: { start, end },
    resource,
    container,
    fix: remedy?.level,
    fixBy: remedy?.by,
    fingerprint,
  };
}
