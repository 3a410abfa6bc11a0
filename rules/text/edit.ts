/**
 * Text edits: what a fix is in the end. Owns ordering, overlap and application; knows nothing of what is being edited.
 */
import type { Span } from './source.ts';

/** Replace `start..end` (UTF-16 offsets of the original text) by `text`; an insertion has `start === end`. */
export interface TextEdit extends Span {
  readonly text: string;
}

export function insert(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}

export function replace(of: Span, text: string): TextEdit {
  return { start: of.start, end: of.end, text };
}

export function remove(of: Span): TextEdit {
  return { start: of.start, end: of.end, text: '' };
}

export function shiftEdits(edits: readonly TextEdit[], by: number): TextEdit[] {
  return edits.map((e) => ({ start: e.start + by, end: e.end + by, text: e.text }));
}

/** Two insertions at one offset also count: nothing says which one comes first. */
export function overlaps(a: Span, b: Span): boolean {
  if (a.start === a.end && b.start === b.end) return a.start === b.start;
  return a.start < b.end && b.start < a.end;
}

export function anyOverlap(spans: readonly Span[]): boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.some((span, i) => i > 0 && overlaps(sorted[i - 1] as Span, span));
}

/**
 * The text after all edits, which are given in offsets of the original and in any order.
 * @throws RangeError when two edits overlap or one lies outside the text: a defect of the builder, never of the user.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.order - b.order)
    .map(({ edit }) => edit);
  let result = '';
  let at = 0;
  for (const edit of ordered) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`edit ${edit.start}..${edit.end} overlaps another one or leaves the text`);
    }
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
