/** Two texts of which one is there, and nobody knows which: what both say stays, what they differ in is unknown. */
import { holdsUnknownBlock, isBoundedBlock, Text, unknownBlock, unknownText } from '../value/text.ts';

/** Whether an offset lies behind the first character of a mark and before its end. */
function isWithinMark(text: string, offset: number): boolean {
  const character = text.charCodeAt(offset);
  return offset > 0 && offset < text.length && ((character >= 0xe100 && character < 0xe180) || character === 0xe0f2);
}

/**
 * A text that is one of two, since what chooses is unknown: what they share, with the difference marked as unknown.
 * @param reason why it is not known which.
 */
export function bothTexts(a: Text = new Text([]), b: Text = new Text([]), reason: string): Text {
  const [one, two] = [a.toString(), b.toString()];
  if (one === two) return a;
  const shorter = Math.min(one.length, two.length);
  let start = 0;
  while (start < shorter && one[start] === two[start]) start++;
  const sharedEnd = (): number => {
    let end = 0;
    while (end < shorter - start && one[one.length - 1 - end] === two[two.length - 1 - end]) end++;
    // A mark of what is unknown is one thing.
    while (isWithinMark(one, one.length - end)) end--;
    return end;
  };
  while (isWithinMark(one, start)) start--;
  let end = sharedEnd();
  const middles = (): readonly string[] => [one.slice(start, one.length - end), two.slice(start, two.length - end)];
  const all = middles().join('');
  const isLine = !holdsUnknownBlock(all) && !all.includes('\n');
  // What stands before in the line belongs to the lines that are unknown, where that is nothing but blanks.
  const blanks = isLine ? undefined : /\n([ ]*)$/.exec(one.slice(0, start))?.[1];
  if (blanks !== undefined) {
    start -= blanks.length;
    end = sharedEnd();
  }
  // What both say at the end of a line of which they say something else before is a part of that line.
  if (!isLine && !middles().every((middle) => middle === '' || middle.endsWith('\n'))) {
    const lineBreak = one.indexOf('\n', one.length - end);
    end = lineBreak < 0 ? 0 : one.length - lineBreak - (blanks === undefined ? 0 : 1);
  }
  const text = isLine ? unknownText(reason) : unknownLines(middles(), blanks !== undefined, reason);
  const mark = { text, template: '', start: 0, end: 0, literal: false };
  return new Text([...a.slice(0, start).pieces, mark, ...a.slice(one.length - end).pieces]);
}

/** @param given what each text says. @param isStart it begins at the start of a line. */
function unknownLines(given: readonly string[], isStart: boolean, reason: string): string {
  const middles = given.filter((middle) => middle !== '');
  // Lines behind what stands before them, as behind `env:{{- with .a }}`: the mark has a line of its own, too.
  const isBelow = !isStart && middles.every((middle) => middle.startsWith('\n'));
  const column = isStart || isBelow ? leastColumn(middles.join('\n')) : undefined;
  const line = ' '.repeat(column ?? 0) + unknownBlock(reason, column !== undefined);
  return (isBelow ? '\n' : '') + line + (isStart && middles.every((middle) => middle.endsWith('\n')) ? '\n' : '');
}

/** The column that no line begins left of. @returns undefined where a line is unknown itself, and nobody knows its column. */
function leastColumn(text: string): number | undefined {
  let least: number | undefined;
  for (const line of text.split('\n')) {
    const said = line.trimStart();
    if (said === '') continue;
    if (holdsUnknownBlock(said) && !isBoundedBlock(said)) return undefined;
    least = Math.min(least ?? Infinity, line.length - said.length);
  }
  return least;
}
