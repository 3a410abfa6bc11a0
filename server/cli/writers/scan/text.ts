/** Text for people: findings by file, worst things easy to see, one line of summary. May change. */
import { styleText } from 'node:util';
import { type Severity, severities } from '../../../../rules/contract/finding.ts';
import { visible, visiblePath } from '../../../../rules/text/visible.ts';
import { toOuter } from '../../paths.ts';
import type { PlacedFinding, Survey } from '../../scan-report.ts';

const colours: { readonly [severity in Severity]: Parameters<typeof styleText>[0] } = {
  critical: 'red',
  high: 'red',
  medium: 'yellow',
  low: 'blue',
  info: 'gray',
};

export function writeText({ files, resources, skipped }: Survey, durationMs: number): string {
  const lines: string[] = [];
  for (const { path, findings } of files) {
    if (findings.length === 0) continue;
    lines.push(styled('underline', visiblePath(toOuter(path))), ...findings.map(lineOf), '');
  }
  if (skipped.length > 0)
    lines.push(
      'Skipped:',
      ...skipped.map(({ path, reason }) => `  ${visiblePath(toOuter(path))}: ${visible(reason)}`),
      '',
    );
  lines.push(
    summary(
      files.flatMap(({ findings }) => findings),
      files.length,
      resources,
      durationMs,
    ),
  );
  return `${lines.join('\n')}\n`;
}

function lineOf({ finding, start }: PlacedFinding): string {
  const { severity, raised, message, rule, fix } = finding;
  const place = `${start.line + 1}:${start.character + 1}`.padEnd(7);
  const notes = [rule, fix === undefined ? '' : `fix: ${fix}`, raised === undefined ? '' : 'reached from outside'];
  return `  ${place} ${styled(colours[severity], severity.padEnd(8))} ${visible(message)} ${styled('dim', notes.filter((note) => note !== '').join(', '))}`;
}

function summary(all: readonly PlacedFinding[], files: number, resources: number, durationMs: number): string {
  const counts = severities
    .map((severity) => [severity, all.filter(({ finding }) => finding.severity === severity).length] as const)
    .filter(([, count]) => count > 0);
  const safe = all.filter(({ finding }) => finding.fix === 'safe').length;
  const what =
    all.length === 0
      ? 'Nothing found'
      : `${plural(all.length, 'finding')} (${counts.map(([severity, count]) => `${count} ${severity}`).join(', ')})`;
  const advice = safe > 0 ? ` ${plural(safe, 'finding')} can be fixed safely by: seaworthy fix` : '';
  return `${what} in ${plural(files, 'file')} with ${plural(resources, 'resource')}, ${(durationMs / 1000).toFixed(1)} s.${advice}`;
}

function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** Colour only on a terminal; NO_COLOR is respected (no-color.org). */
function styled(format: Parameters<typeof styleText>[0], text: string): string {
  return process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined ? styleText(format, text) : text;
}
