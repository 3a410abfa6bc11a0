/** What a change of a text makes of places in it. Knows offsets alone. */
import type { TextEdit } from '../../../rules/text/edit.ts';
import type { Span } from '../../../rules/text/source.ts';

/** Where the cursor stands after a change. */
export const caretAfter = ({ start, text }: TextEdit): number => start + text.length;

/** Text that was put in right before a place pushes it on only where it ends a word: else it belongs to what stands there. */
const pushes = (text: string): boolean => /\s$/.test(text);

/** Where an offset is after a change; undefined when what stood there was replaced. */
export function movedOffset(at: number, { start, end, text }: TextEdit): number | undefined {
  if (at < start) return at;
  if (at === start) return start === end && pushes(text) ? at + text.length : at;
  return at < end ? undefined : at + text.length - (end - start);
}

/** Where a stretch is after a change; undefined when its beginning was replaced. What is written on at its end belongs to it. */
export function movedSpan(span: Span, change: TextEdit): Span | undefined {
  const start = movedOffset(span.start, change);
  if (start === undefined) return undefined;
  const { end } = span;
  const grown = change.text.length - (change.end - change.start);
  if (end < change.start) return { start, end };
  if (end === change.start) return { start, end: touches(span, change) ? end + grown : Math.max(start, end) };
  // Its end was replaced with what follows.
  if (end < change.end) return { start, end: Math.max(start, caretAfter(change)) };
  return { start, end: Math.max(start, end + grown) };
}

/** Whether a change makes another word of a stretch: what is written at its edge, and is no blank there, belongs to it. */
export function touches({ start, end }: Span, change: TextEdit): boolean {
  if (change.start < end && start < change.end) return true;
  // A deletion or replacement beside it.
  if (change.start !== change.end) return false;
  if (change.start === end) return !/^\s/.test(change.text);
  return change.start >= start && change.start < end && !(change.start === start && pushes(change.text));
}

/** Whether two stretches share a character or an edge. */
export const meet = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;
