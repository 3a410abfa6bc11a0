/**
 * Annotations of GitHub Actions, as commands on standard output. GitHub shows ten errors, ten warnings and ten notices of a step, so the worst come first. Source:
 * docs.github.com, "Workflow commands for GitHub Actions"; github.com/actions/toolkit, `command.ts`, for what is escaped.
 */
import type { Severity } from '../../../../rules/contract/finding.ts';
import { visible } from '../../../../rules/text/visible.ts';
import { described } from '../../../report/described.ts';
import { worstFirst } from '../../../report/worst-first.ts';
import { toOuter } from '../../paths.ts';
import type { PlacedFinding } from '../../placed-finding.ts';
import type { Survey } from '../../scan-report.ts';
import { summaryOf } from './summary.ts';

const commands: { readonly [severity in Severity]: 'error' | 'warning' | 'notice' } = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
  info: 'notice',
};

export function writeGithub(survey: Survey, durationMs: number): string {
  const all = worstFirst(survey.files.flatMap(({ findings }) => findings));
  return `${[...all.map(annotation), summaryOf(survey, durationMs)].join('\n')}\n`;
}

function annotation({ finding, start, end }: PlacedFinding): string {
  const { rule, severity, message, path } = finding;
  // Columns are understood within one line alone.
  const isOneLine = start.line === end.line;
  const properties = {
    file: property(visible(toOuter(path))),
    line: start.line + 1,
    ...(isOneLine ? { col: start.character + 1 } : {}),
    endLine: end.line + 1,
    ...(isOneLine && end.character > start.character ? { endColumn: end.character } : {}),
    title: property(`${described(rule).title} (${rule}, ${severity})`),
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${value}`);
  return `::${commands[severity]} ${list.join(',')}::${data(visible(message))}`;
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
