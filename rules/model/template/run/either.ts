/** Two texts of which one is there, and nobody knows which: what both say stays, what they differ in is unknown. */
import { holdsUnknownBlock, Text, unknownBlock, unknownText } from '../value/text.ts';

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
  let end = 0;
  while (end < shorter - start && one[one.length - 1 - end] === two[two.length - 1 - end]) end++;
  // A mark of what is unknown is one thing.
  while (isWithinMark(one, start)) start--;
  while (isWithinMark(one, one.length - end)) end--;
  const [middleOne, middleTwo] = [one.slice(start, one.length - end), two.slice(start, two.length - end)];
  const isLine = !holdsUnknownBlock(middleOne + middleTwo) && !middleOne.includes('\n') && !middleTwo.includes('\n');
  const mark = {
    text: isLine ? unknownText(reason) : unknownBlock(reason),
    template: '',
    start: 0,
    end: 0,
    literal: false,
  };
  return new Text([...a.slice(0, start).pieces, mark, ...a.slice(one.length - end).pieces]);
}
