/** GitLab's security report of the type `sast`, for its vulnerability list. Source: gitlab.com/gitlab-org/security-products/security-report-schemas, 15.2.1. */
import type { Severity } from '../../../../rules/contract/finding.ts';
import { capitalized } from '../../../../rules/text/capitalized.ts';
import { visible, visibleJson } from '../../../../rules/text/visible.ts';
import { momentOf, now } from '../../../host/today.ts';
import { described } from '../../../report/described.ts';
import { version } from '../../../version.ts';
import { toOuter } from '../../paths.ts';
import type { PlacedFinding } from '../../placed-finding.ts';
import type { Survey } from '../../scan-report.ts';
import { uniquely } from './gitlab-codequality.ts';

const schemaVersion = '15.2.1';

const levels: { readonly [severity in Severity]: string } = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Info',
};

export function writeGitlabSast({ files, skipped, failed }: Survey, durationMs: number): string {
  const end = now();
  const unique = uniquely();
  const tool = { id: 'seaworthy', name: 'Seaworthy', vendor: { name: 'Seaworthy' }, version };
  const report = {
    version: schemaVersion,
    scan: {
      analyzer: tool,
      scanner: tool,
      type: 'sast',
      start_time: momentOf(end - durationMs),
      end_time: momentOf(end),
      status: failed ? 'failure' : 'success',
      messages: skipped.map(({ path, reason }) => ({ level: 'warn', value: visible(`${toOuter(path)}: ${reason}`) })),
    },
    vulnerabilities: files.flatMap(({ findings }) =>
      findings.map((placed) => vulnerability(placed, unique(placed.finding.fingerprint))),
    ),
  };
  return `${visibleJson(JSON.stringify(report, null, 2))}\n`;
}

function vulnerability({ finding, start, end }: PlacedFinding, id: string): object {
  const { rule, severity, message, path, resource, container } = finding;
  const { title, why, remedy, aliases } = described(rule);
  return {
    id,
    name: title,
    description: `${visible(message)}\n\n${why}`,
    severity: levels[severity],
    solution: remedy,
    location: {
      file: toOuter(path),
      start_line: start.line + 1,
      end_line: end.line + 1,
      ...(resource === undefined ? {} : { class: visible(`${resource.kind}/${resource.name}`) }),
      ...(container === undefined ? {} : { method: visible(container) }),
    },
    // The first one tells vulnerabilities apart.
    identifiers: [
      { type: 'seaworthy_rule', name: `Seaworthy ${rule}`, value: rule },
      ...aliases.map(({ tool, id: value }) => ({
        type: tool.replaceAll('-', '_'),
        name: `${capitalized(tool)} ${value}`,
        value,
      })),
    ],
  };
}
