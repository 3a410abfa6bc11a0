/** Text for people: findings by file, worst things easy to see, one line of summary. May change. */
import { styleText } from 'node:util';
import type { Severity } from '../../../../rules/contract/finding.ts';
import { visible, visiblePath } from '../../../../rules/text/visible.ts';
import type { Against } from '../../against.ts';
import { toOuter } from '../../paths.ts';
import type { PlacedFinding } from '../../placed-finding.ts';
import type { Survey } from '../../scan-report.ts';
import { summaryOf } from './summary.ts';

const colours: { readonly [severity in Severity]: Parameters<typeof styleText>[0] } = {
  critical: 'red',
  high: 'red',
  medium: 'yellow',
  low: 'blue',
  info: 'gray',
};

/** @returns the findings alone, with a blank line behind those of each file; nothing where there are none. */
export function findingLines({ files }: Pick<Survey, 'files'>): string {
  return files
    .filter(({ findings }) => findings.length > 0)
    .map(({ path, findings }) =>
      [styled('underline', visiblePath(toOuter(path))), ...findings.map(lineOf), '', ''].join('\n'),
    )
    .join('');
}

export function writeText(survey: Survey, durationMs: number): string {
  const { files, skipped } = survey;
  const findings = findingLines({ files });
  const lines: string[] = [];
  if (skipped.length > 0)
    lines.push(
      'Skipped:',
      ...skipped.map(({ path, reason }) => `  ${visiblePath(toOuter(path))}: ${visible(reason)}`),
      '',
    );
  for (const against of survey.against) lines.push(...goneLines(against));
  lines.push(summaryOf(survey, durationMs));
  return `${findings}${lines.join('\n')}\n`;
}

function lineOf({ finding, start }: PlacedFinding): string {
  const { severity, raised, message, rule, fix } = finding;
  const place = `${start.line + 1}:${start.character + 1}`.padEnd(7);
  const notes = [rule, fix === undefined ? '' : `fix: ${fix}`, raised === undefined ? '' : 'reached from outside'];
  return `  ${place} ${styled(colours[severity], severity.padEnd(8))} ${visible(message)} ${styled('dim', notes.filter((note) => note !== '').join(', '))}`;
}

/** What was fixed: a person is glad of it, and a baseline can forget it. */
function goneLines({ kind, name, gone }: Against): readonly string[] {
  if (gone.length === 0) return [];
  const title = kind === 'commit' ? `Fixed since ${visible(name)}:` : `In ${visiblePath(name)} and not found any more:`;
  const lines = gone.map(({ file, rule, kind: of, name: object, container }) => {
    const what = [of === undefined ? '' : `${of} ${object}`, container === undefined ? '' : `container ${container}`];
    const said = what.filter((part) => part !== '').join(', ');
    return `  ${visiblePath(file)}  ${rule}${said === '' ? '' : `  ${visible(said)}`}`;
  });
  const advice = kind === 'commit' ? [] : ['To remove them from it: seaworthy baseline prune'];
  return [title, ...lines, ...advice, ''];
}

/** Colour only on a terminal; NO_COLOR is respected (no-color.org). */
function styled(format: Parameters<typeof styleText>[0], text: string): string {
  return process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined ? styleText(format, text) : text;
}
