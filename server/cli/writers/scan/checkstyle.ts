/** Checkstyle's XML, which Jenkins, reviewdog and many others read. Source: the XMLLogger of Checkstyle, version 8. */
import type { Severity } from '../../../../rules/contract/finding.ts';
import { toOuter } from '../../paths.ts';
import type { Survey } from '../../scan-report.ts';
import { attributes } from './xml.ts';

const levels: { readonly [severity in Severity]: string } = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'info',
  info: 'info',
};

export function writeCheckstyle({ files }: Survey): string {
  const bodies = files
    .filter(({ findings }) => findings.length > 0)
    .map(({ path, findings }) => {
      const errors = findings.map(
        ({ finding: { rule, severity, message }, start }) =>
          `    <error${attributes({
            line: start.line + 1,
            column: start.character + 1,
            severity: levels[severity],
            message,
            source: `seaworthy.${rule}`,
          })}/>\n`,
      );
      return `  <file${attributes({ name: toOuter(path) })}>\n${errors.join('')}  </file>\n`;
    });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="8.0">\n${bodies.join('')}</checkstyle>\n`;
}
