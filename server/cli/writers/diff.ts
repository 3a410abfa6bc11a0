/** Unified diffs that `patch` and Git read, of two texts that differ in few lines. */

import { type LineChange, lineChanges } from '../../../rules/text/difference.ts';
import { visiblePath } from '../../../rules/text/visible.ts';

const context = 3;

/** @returns empty when the texts are equal. */
export function unifiedDiff(name: string, before: string, after: string): string {
  const [from, to] = [linesOf(before), linesOf(after)];
  const hunks = hunksOf(from, to);
  if (hunks.length === 0) return '';
  // As Git: a tab ends a name that holds blanks.
  const end = name.includes(' ') ? '\t' : '';
  return `--- ${visiblePath(name, 'a/')}${end}\n+++ ${visiblePath(name, 'b/')}${end}\n${hunks.join('')}`;
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => `${line}\n`);
  const last = lines.pop() ?? '';
  // What follows the last line break is a line only when it is not empty.
  return last === '\n' ? lines : [...lines, `${last.slice(0, -1)}\n\\ No newline at end of file\n`];
}

function hunksOf(from: readonly string[], to: readonly string[]): string[] {
  const changes = lineChanges(from, to);
  const hunks: string[] = [];
  for (let i = 0; i < changes.length; ) {
    let last = i;
    while (
      last + 1 < changes.length &&
      (changes[last + 1] as LineChange).from - (changes[last] as LineChange).fromEnd <= 2 * context
    )
      last++;
    hunks.push(hunk(from, to, changes.slice(i, last + 1)));
    i = last + 1;
  }
  return hunks;
}

function hunk(from: readonly string[], to: readonly string[], changes: readonly LineChange[]): string {
  const [first, last] = [changes[0] as LineChange, changes.at(-1) as LineChange];
  const start = Math.max(0, first.from - context);
  const end = Math.min(from.length, last.fromEnd + context);
  const toStart = first.to - (first.from - start);
  const body: string[] = [];
  let at = start;
  for (const change of changes) {
    body.push(...from.slice(at, change.from).map((line) => ` ${line}`));
    body.push(
      ...from.slice(change.from, change.fromEnd).map((line) => `-${line}`),
      ...to.slice(change.to, change.toEnd).map((line) => `+${line}`),
    );
    at = change.fromEnd;
  }
  body.push(...from.slice(at, end).map((line) => ` ${line}`));
  const toLength =
    end - start + changes.reduce((sum, change) => sum + (change.toEnd - change.to) - (change.fromEnd - change.from), 0);
  return `@@ -${range(start, end - start)} +${range(toStart, toLength)} @@\n${body.join('')}`;
}

function range(start: number, length: number): string {
  return `${length === 0 ? start : start + 1},${length}`;
}
