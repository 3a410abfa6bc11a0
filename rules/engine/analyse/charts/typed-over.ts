/** Places of a text in another version of it. Must not know what the text says. */
import type { Span } from '../../../text/source.ts';

/** @returns the span in the text that came of it; undefined where it is not wholly within what both begin or end with. */
export function moved({ start, end }: Span, before: string, after: string): Span | undefined {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  if (end <= head) return { start, end };
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const by = after.length - before.length;
  return start >= before.length - tail ? { start: start + by, end: end + by } : undefined;
}
