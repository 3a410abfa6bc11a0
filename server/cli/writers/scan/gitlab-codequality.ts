/** GitLab's Code Quality report. Source: docs.gitlab.com, "Code Quality", report format: a subset of Code Climate's. */
import type { Severity } from '../../../../rules/contract/finding.ts';
import { visible, visibleJson } from '../../../../rules/text/visible.ts';
import { toOuter } from '../../paths.ts';
import type { Survey } from '../../scan-report.ts';

const levels: { readonly [severity in Severity]: string } = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
  info: 'info',
};

export function writeGitlabCodequality({ files }: Survey): string {
  const unique = uniquely();
  const issues = files.flatMap(({ findings }) =>
    findings.map(({ finding: { rule, severity, message, path, fingerprint }, start, end }) => ({
      description: visible(message),
      check_name: rule,
      fingerprint: unique(fingerprint),
      severity: levels[severity],
      categories: ['Security'],
      type: 'issue',
      location: { path: toOuter(path), lines: { begin: start.line + 1, end: end.line + 1 } },
    })),
  );
  return `${visibleJson(JSON.stringify(issues, null, 2))}\n`;
}

/** Each fingerprint once: scopes that are scanned together may have files of one name, and of equal ones GitLab keeps the first alone. */
export function uniquely(): (fingerprint: string) => string {
  const times = new Map<string, number>();
  return (fingerprint) => {
    const time = (times.get(fingerprint) ?? 0) + 1;
    times.set(fingerprint, time);
    return time === 1 ? fingerprint : `${fingerprint}-${time}`;
  };
}
