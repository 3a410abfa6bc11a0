/** A table for spreadsheets, a finding a line. Source: RFC 4180; owasp.org, "CSV Injection". */
import { visible } from '../../../../rules/text/visible.ts';
import { described } from '../../../report/described.ts';
import { toOuter } from '../../paths.ts';
import type { PlacedFinding } from '../../placed-finding.ts';
import type { Survey } from '../../scan-report.ts';

const columns: {
  readonly [name: string]: (of: PlacedFinding) => string | number | undefined;
} = {
  file: ({ finding }) => toOuter(finding.path),
  line: ({ start }) => start.line + 1,
  column: ({ start }) => start.character + 1,
  severity: ({ finding }) => finding.severity,
  raised: ({ finding }) => finding.raised?.severity,
  rule: ({ finding }) => finding.rule,
  title: ({ finding }) => described(finding.rule).title,
  message: ({ finding }) => finding.message,
  apiVersion: ({ finding }) => finding.resource?.apiVersion,
  kind: ({ finding }) => finding.resource?.kind,
  namespace: ({ finding }) => finding.resource?.namespace,
  name: ({ finding }) => finding.resource?.name,
  container: ({ finding }) => finding.container,
  fix: ({ finding }) => finding.fix,
  fingerprint: ({ finding }) => finding.fingerprint,
};

export function writeCsv({ files }: Survey): string {
  const rows = files.flatMap(({ findings }) =>
    findings.map((finding) => Object.values(columns).map((value) => cell(value(finding)))),
  );
  return [Object.keys(columns), ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

function cell(value: string | number | undefined): string {
  if (typeof value === 'number') return String(value);
  const text = visible(value ?? '');
  // What begins so, a spreadsheet would run; an apostrophe tells it that this is text.
  const inert = /^[=+\-@|%]/.test(text) ? `'${text}` : text;
  return /[",]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
