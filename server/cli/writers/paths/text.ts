/** Attack paths as text for people: the edits first, then each path in numbered sentences. May change. */
import { visible, visiblePath } from '../../../../rules/text/visible.ts';
import type { FilePath, FilePaths } from '../../file-paths.ts';

export function writeText(report: FilePaths): string {
  const { paths, edits, more, uncloseable, assumedOnly } = report;
  const lines: string[] = [];
  if (paths.length === 0) lines.push('No way leads to what must not fall, as far as these files tell.');
  else lines.push(headline(report));
  for (const { edit, closes, equals, at, also = [] } of edits) {
    lines.push('', `  ${visible(edit)}  (closes ${new Set(closes).size} of ${paths.length})`);
    if (at !== undefined) lines.push(`      ${visiblePath(at.file)}:${at.range.start.line + 1}`);
    if (also.length > 0) lines.push(`      and in ${count(also.length, 'further place')}`);
    for (const other of equals.slice(0, mostEquals)) lines.push(`      or: ${visible(other)}`);
    if (equals.length > mostEquals) lines.push(`      or one of ${equals.length - mostEquals} more`);
  }
  for (const [i, path] of paths.entries()) lines.push('', ...linesOf(path, i + 1));
  if (more) lines.push('', 'There are more ways than these.');
  if (uncloseable > 0) lines.push('', `${count(uncloseable, 'way')} cannot be closed by an edit of these files.`);
  if (assumedOnly > 0)
    lines.push('', `${count(assumedOnly, 'more way')} would take two assumptions or more; --assume any shows them.`);
  if (paths.length > 0)
    lines.push('', 'A way into a workload always takes a flaw in its program, or a password of it.');
  return `${lines.join('\n')}\n`;
}

const mostEquals = 3;

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

function headline({ paths, edits, fewest, more }: FilePaths): string {
  const ways = `${more ? 'more than ' : ''}${count(paths.length, 'way')}`;
  if (edits.length === 0) return `${ways} lead to what must not fall:`;
  const bound = fewest ? '' : 'At most ';
  const closes = edits.length === 1 ? 'closes' : 'close';
  return `${bound}${count(edits.length, 'edit')} ${closes} ${paths.length === 1 && !more ? 'the only way' : `all of ${ways}`} to what must not fall:`;
}

function linesOf({ target, steps, assumes, isNew, fingerprint }: FilePath, number: number): readonly string[] {
  const lines = [`Way ${number}${isNew === true ? ' (new)' : ''}: to ${visible(target)}  [${fingerprint}]`];
  for (const [i, { says, at, assumes: own }] of steps.entries()) {
    lines.push(`  ${i + 1}. ${visible(says)}.`);
    if (at !== undefined) lines.push(`       ${visiblePath(at.file)}:${at.range.start.line + 1}`);
    for (const one of own) lines.push(`       assumes that ${one}`);
  }
  if (assumes.length === 0) lines.push('  Nothing is assumed.');
  return lines;
}
