/** Edits of a rendered document as edits of the literal text of a template. Must not know what they write. */
import type { TextEdit } from '../../../text/edit.ts';
import { type Change, isRefusal, type Refusal } from '../../../yaml/change.ts';
import { editsFor } from '../../../yaml/edit.ts';
import type { Field } from '../../../yaml/field.ts';
import type { Written } from '../../fixes/fix.ts';
import type { RenderedDocument, RenderedTemplate } from './rendering.ts';

/** @param textOf a file of the chart, by its path. @returns a refusal where an action stands in the way. */
export function literalEdits(
  template: RenderedTemplate,
  { offset, document }: RenderedDocument,
  changes: readonly Change[],
  textOf: (path: string) => string | undefined,
): Written | Refusal {
  const edits = editsFor(document, changes);
  if (isRefusal(edits)) return edits;
  let path: string | undefined;
  const made: TextEdit[] = [];
  for (const edit of edits) {
    const at = literalAt({ ...edit, start: edit.start + offset, end: edit.end + offset }, template);
    if (at === undefined || (path !== undefined && at.path !== path))
      return { refused: 'An action of the template stands there: change it by hand.' };
    path = at.path;
    made.push(at.edit);
  }
  const text = path === undefined ? undefined : textOf(path);
  if (path === undefined || text === undefined) return { refused: 'It stands in no file of the chart.' };
  const other = changes
    .map(missingKey)
    .find((key) => key !== undefined && isWrittenElsewhere(key, text, path, template));
  if (other !== undefined)
    return { refused: `The template writes ${other} only with other values: set what it is printed from.` };
  return { path, edits: made };
}

function literalAt(
  { start, end, text }: TextEdit,
  { provenance, paths }: RenderedTemplate,
): { readonly path: string; readonly edit: TextEdit } | undefined {
  const stretches = provenance.within(start, end);
  const [first] = stretches;
  const path = paths.get(first?.piece.template ?? '');
  if (first === undefined || path === undefined || !first.piece.literal) return undefined;
  let at = first.piece.start;
  for (const { piece } of start === end ? [] : stretches) {
    if (!piece.literal || piece.start !== at || piece.template !== first.piece.template) return undefined;
    at = piece.start + piece.text.length;
  }
  if (start === end && start > 0) {
    // What stands before has to stand before it in the template, too.
    const [before] = provenance.within(start - 1, start);
    if (before?.piece.template !== first.piece.template || before.piece.end !== first.piece.start) return undefined;
  }
  return { path, edit: { start: first.piece.start, end: start === end ? first.piece.start : at, text } };
}

/** The key that a change writes newly. */
function missingKey(change: Change): string | undefined {
  if (change.kind === 'document') return undefined;
  let top: Field | undefined;
  for (let at: Field | undefined = change.field; at !== undefined && !at.present; at = at.parent) top = at;
  return typeof top?.key === 'string' ? top.key : undefined;
}

/** Whether the text of a template holds a key that this rendering did not take over. */
function isWrittenElsewhere(key: string, text: string, path: string, { provenance, paths }: RenderedTemplate): boolean {
  const written = new Set<number>();
  for (const { piece } of provenance.within(0, provenance.text.length)) {
    if (!piece.literal || paths.get(piece.template) !== path) continue;
    for (let at = piece.text.indexOf(`${key}:`); at >= 0; at = piece.text.indexOf(`${key}:`, at + 1))
      written.add(piece.start + at);
  }
  for (let at = text.indexOf(`${key}:`); at >= 0; at = text.indexOf(`${key}:`, at + 1))
    if (!written.has(at)) return true;
  return false;
}
