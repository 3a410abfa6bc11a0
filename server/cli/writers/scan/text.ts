/** Text for people: findings by file, worst things easy to see, one line of summary. May change. */
import { pathToFileURL } from 'node:url';
import type { Severity } from '../../../../rules/contract/finding.ts';
import type { Position } from '../../../../rules/text/source.ts';
import { visible, visiblePath } from '../../../../rules/text/visible.ts';
import type { Against } from '../../against.ts';
import { columnsOf, wrapped } from '../../columns.ts';
import { toOuter } from '../../paths.ts';
import type { PlacedFinding } from '../../placed-finding.ts';
import type { Survey } from '../../scan-report.ts';
import { type Look, painted, type Terminal, terminalOf } from '../../terminal.ts';
import { frameLines } from './frame.ts';
import { summaryOf } from './summary.ts';

const colours: { readonly [severity in Severity]: Look } = {
  critical: 'red',
  high: 'red',
  medium: 'yellow',
  low: 'blue',
  info: 'grey',
};

/** @returns the findings alone, with a blank line behind those of each file; nothing where there are none. */
export function findingLines({ files }: Pick<Survey, 'files'>, terminal: Terminal): string {
  return files
    .filter(({ findings }) => findings.length > 0)
    .map(({ path, findings }) =>
      [titleOf(path, terminal), ...findings.flatMap((one, i) => linesOf(one, findings[i + 1], terminal)), '', ''].join(
        '\n',
      ),
    )
    .join('');
}

/** @param terminal that it is written for; lines of files are shown on a screen alone, so that programs read what they always did. */
export function writeText(
  survey: Survey,
  durationMs: number,
  _?: (line: string) => void,
  terminal: Terminal = terminalOf(process.stdout, process.env),
): string {
  const { files, skipped } = survey;
  const findings = findingLines({ files }, terminal);
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

/** The name of a file, which leads to it. Source: the specification of OSC 8 by Egmont Koblinger. */
function titleOf(path: string, terminal: Terminal): string {
  const title = painted(terminal, 'underline', visiblePath(toOuter(path)));
  return terminal.hasLinks ? `\u001b]8;;${pathToFileURL(path).href}\u001b\\${title}\u001b]8;;\u001b\\` : title;
}

/** Columns in front of a message. */
const indent = 2 + 7 + 1 + 8 + 1;

/** @param next finding of the file: what is said of one place has its lines below it once. */
function linesOf(placed: PlacedFinding, next: PlacedFinding | undefined, terminal: Terminal): readonly string[] {
  const { finding, start, end, excerpt } = placed;
  const { severity, raised, message, rule, fix } = finding;
  const place = `${start.line + 1}:${start.character + 1}`.padEnd(7);
  const notes = [rule, fix === undefined ? '' : `fix: ${fix}`, raised === undefined ? '' : 'reached from outside']
    .filter((note) => note !== '')
    .join(', ');
  const said = wrapped(visible(`${message}${elsewhere(placed)}`), terminal.width - indent);
  const fits = columnsOf(said.at(-1) ?? '') + 1 + columnsOf(notes) <= terminal.width - indent;
  const quiet = painted(terminal, 'dim', notes);
  const lines = fits ? [...said.slice(0, -1), `${said.at(-1)} ${quiet}`] : [...said, quiet];
  const head = `  ${place} ${painted(terminal, colours[severity], severity.padEnd(8))} `;
  const text = lines.map((line, i) => (i === 0 ? head : ' '.repeat(indent)) + line);
  const isShared = next !== undefined && samePlace(start, next.start) && samePlace(end, next.end);
  if (!terminal.isScreen || excerpt === undefined || isShared) return text;
  const style = {
    dim: (part: string) => painted(terminal, 'dim', part),
    mark: (part: string) => painted(terminal, colours[severity], part),
  };
  return [...text, ...frameLines(excerpt, terminal.width, style)];
}

/** In how many other places it is the same. */
function elsewhere({ alsoAt = [] }: PlacedFinding): string {
  const files = new Set(alsoAt.map(({ path }) => path));
  if (files.size === 0) return '';
  const [only = ''] = files;
  return files.size === 1 ? ` Also in ${visiblePath(toOuter(only))}.` : ` Also in ${files.size} other files.`;
}

const samePlace = (a: Position, b: Position): boolean => a.line === b.line && a.character === b.character;

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
