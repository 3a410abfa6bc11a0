/** Where two texts part, line by line and then to the character. */
import type { TextEdit } from './edit.ts';

/** A stretch of lines in place of another, zero-based, the ends not included. */
export interface LineChange {
  readonly from: number;
  readonly fromEnd: number;
  readonly to: number;
  readonly toEnd: number;
}

/** Edits that make one text of the other: one for each stretch of lines that differs, without the words that both stretches begin and end with. */
export function differences(before: string, after: string): readonly TextEdit[] {
  const [from, to] = [linesOf(before), linesOf(after)];
  let [line, offset] = [0, 0];
  return lineChanges(from, to).map((change) => {
    for (; line < change.from; line++) offset += (from[line] as string).length;
    const old = from.slice(change.from, change.fromEnd).join('');
    const made = to.slice(change.to, change.toEnd).join('');
    return narrowed(offset, old, made);
  });
}

/** Lines with their line breaks. */
const linesOf = (text: string): string[] => text.split(/(?<=\n)/);

function narrowed(offset: number, old: string, made: string): TextEdit {
  const shorter = Math.min(old.length, made.length);
  let head = 0;
  while (head < shorter && old[head] === made[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === made[made.length - 1 - tail]) tail++;
  const isReplaced = head + tail < shorter;
  // A person compares whole words, and no half of a character is one.
  while (head > 0 && (isHighSurrogate(old[head - 1]) || (isReplaced && isOfWord(old[head - 1])))) head--;
  while (tail > 0 && (isLowSurrogate(old[old.length - tail]) || (isReplaced && isOfWord(old[old.length - tail]))))
    tail--;
  const shift = shiftToWord(old, made, head, tail);
  return {
    start: offset + head - shift,
    end: offset + old.length - tail - shift,
    text: made.slice(head - shift, made.length - tail - shift),
  };
}

/** What is only taken out or put in may often begin further left just as well; where a word begins it is easier to read. */
function shiftToWord(old: string, made: string, head: number, tail: number): number {
  if (head + tail < Math.min(old.length, made.length)) return 0;
  const longer = old.length > made.length ? old : made;
  for (let shift = 0; shift <= head; shift++) {
    if (shift === head || /\s/.test(longer[head - shift - 1] ?? '')) return shift;
    if (longer[head - shift - 1] !== longer[longer.length - tail - shift - 1]) return 0;
  }
  return 0;
}

const isOfWord = (unit: string | undefined): boolean => /^\w$/.test(unit ?? '');
const isHighSurrogate = (unit: string | undefined): boolean => /^[\uD800-\uDBFF]$/.test(unit ?? '');
const isLowSurrogate = (unit: string | undefined): boolean => /^[\uDC00-\uDFFF]$/.test(unit ?? '');

/** Greedy: after a difference, the nearest place where both go on alike. Fixes are small, so that is also the smallest. */
export function lineChanges(from: readonly string[], to: readonly string[]): readonly LineChange[] {
  const changes: LineChange[] = [];
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
