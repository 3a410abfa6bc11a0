/** Unified diffs that `patch` and Git read, of two texts that differ in few lines. */

const context = 3;

/** @returns empty when the texts are equal. */
export function unifiedDiff(name: string, before: string, after: string): string {
  const [from, to] = [linesOf(before), linesOf(after)];
  const hunks = hunksOf(from, to);
  if (hunks.length === 0) return '';
  return `--- a/${name}\n+++ b/${name}\n${hunks.join('')}`;
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => `${line}\n`);
  const last = lines.pop() ?? '';
  // What follows the last line break is a line only when it is not empty.
  return last === '\n' ? lines : [...lines, `${last.slice(0, -1)}\n\\ No newline at end of file\n`];
}

interface Change {
  readonly from: number;
  readonly fromEnd: number;
  readonly to: number;
  readonly toEnd: number;
}

function hunksOf(from: readonly string[], to: readonly string[]): string[] {
  const changes = changesOf(from, to);
  const hunks: string[] = [];
  for (let i = 0; i < changes.length; ) {
    let last = i;
    while (
      last + 1 < changes.length &&
      (changes[last + 1] as Change).from - (changes[last] as Change).fromEnd <= 2 * context
    )
      last++;
    hunks.push(hunk(from, to, changes.slice(i, last + 1)));
    i = last + 1;
  }
  return hunks;
}

function hunk(from: readonly string[], to: readonly string[], changes: readonly Change[]): string {
  const [first, last] = [changes[0] as Change, changes.at(-1) as Change];
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

/** Greedy: after a difference, the nearest place where both go on alike. Fixes are small, so that is also the smallest. */
function changesOf(from: readonly string[], to: readonly string[]): Change[] {
  const changes: Change[] = [];
  let i = 0;
  let j = 0;
  while (i < from.length || j < to.length) {
    if (i < from.length && j < to.length && from[i] === to[j]) {
      i++;
      j++;
      continue;
    }
    const [skipFrom, skipTo] = nextMatch(from, to, i, j);
    changes.push({ from: i, fromEnd: i + skipFrom, to: j, toEnd: j + skipTo });
    i += skipFrom;
    j += skipTo;
  }
  return changes;
}

/** Looking further than this for lines in common is no use: everything between is shown as changed. */
const lookAhead = 400;

function nextMatch(from: readonly string[], to: readonly string[], i: number, j: number): [number, number] {
  for (let distance = 1; distance <= lookAhead; distance++) {
    for (let a = 0; a <= distance; a++) {
      const b = distance - a;
      const same = i + a < from.length && j + b < to.length && from[i + a] === to[j + b];
      const ended = i + a === from.length && j + b === to.length;
      if (same || ended) return [a, b];
    }
  }
  return [from.length - i, to.length - j];
}
