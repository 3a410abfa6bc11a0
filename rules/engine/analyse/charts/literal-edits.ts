/** Edits of a rendered document as edits of the literal text of a template. Must not know what they write. */
import type { TextEdit } from '../../../text/edit.ts';
import { type Change, isRefusal, type Refusal, type YamlValue } from '../../../yaml/change.ts';
import { endOfBlockPair } from '../../../yaml/edit/comments.ts';
import { editsFor } from '../../../yaml/edit.ts';
import type { Field } from '../../../yaml/field.ts';
import { columnOf } from '../../../yaml/layout.ts';
import type { Written } from '../../fixes/fix.ts';
import { type RenderedDocument, type RenderedTemplate, readRendered } from './rendering.ts';

/** @param textOf a file of the chart, by its path. @returns a refusal where an action stands in the way. */
export function literalEdits(
  template: RenderedTemplate,
  { offset, document }: RenderedDocument,
  changes: readonly Change[],
  textOf: (path: string) => string | undefined,
): Written | Refusal {
  const edits = editsFor(document, behindText(template, { offset, document }, changes, textOf), readRendered);
  if (isRefusal(edits)) return edits;
  let path: string | undefined;
  const made: TextEdit[] = [];
  for (const edit of edits) {
    const at = literalAt({ ...edit, start: edit.start + offset, end: edit.end + offset }, template, textOf);
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

/** New keys of a map behind the last of its keys that literal text follows, in no other branch of the template than the map begins in. */
function behindText(
  template: RenderedTemplate,
  { offset, document }: RenderedDocument,
  changes: readonly Change[],
  textOf: (path: string) => string | undefined,
): readonly Change[] {
  const added = changes.flatMap((change) => addedBy(change) ?? []);
  const holders = new Set(added.map(({ field }) => holderOf(field)?.node));
  const [map] = holders;
  const [first] = map?.kind === 'map' && !map.flow ? map.pairs : [];
  if (added.length !== changes.length || holders.size !== 1 || map?.kind !== 'map' || first === undefined)
    return changes;
  const place = (at: number): { readonly path: string; readonly at: number } | undefined => {
    const found = literalAt({ start: at + offset, end: at + offset, text: '\n' }, template, textOf);
    return found === undefined ? undefined : { path: found.path, at: found.edit.start };
  };
  const top = place(first.key.start);
  const text = top === undefined ? undefined : textOf(top.path);
  if (top === undefined || text === undefined) return changes;
  const column = columnOf(document.text, first.key.start);
  const follows = map.pairs.findLast((pair) => {
    const end = place(endOfBlockPair(document.text, pair, column));
    return end?.path === top.path && isSameBranch(text, top.at, end.at);
  });
  if (follows?.name === undefined || follows === map.pairs.at(-1)) return changes;
  const after = [follows.name];
  return added.map(({ field, value }) => fromTop(field, value, after));
}

/** What a change writes where nothing is. */
function addedBy(change: Change): { readonly field: Field; readonly value: YamlValue } | undefined {
  if (change.kind !== 'set' && change.kind !== 'append') return undefined;
  const { kind, field, value } = change;
  return field.present ? undefined : { field, value: kind === 'set' ? value : [value] };
}

/** The same change as one of the uppermost field that is not there. */
function fromTop(field: Field, value: YamlValue, after: readonly string[]): Change {
  const { parent, key } = field;
  if (parent === undefined || parent.present || typeof key !== 'string') return field.set(value, after);
  return fromTop(parent, { [key]: value }, after);
}

/** Whether the actions between two places of a template close what they open, and nothing else. */
function isSameBranch(text: string, from: number, to: number): boolean {
  let depth = 0;
  for (const [, word] of text.slice(from, to).matchAll(/\{\{-?\s*(if|with|range|define|block|else|end)\b/g)) {
    if (word === 'end') depth--;
    else if (word !== 'else') depth++;
    if (depth < 0 || (word === 'else' && depth === 0)) return false;
  }
  return depth === 0;
}

interface LiteralEdit {
  readonly path: string;
  readonly edit: TextEdit;
}

function literalAt(
  { start, end, text }: TextEdit,
  template: RenderedTemplate,
  textOf: (path: string) => string | undefined,
): LiteralEdit | undefined {
  const { provenance, paths } = template;
  const stretches = provenance.within(start, end);
  const [first] = stretches;
  const path = paths.get(first?.piece.template ?? '');
  if (start === end && start > 0) {
    // What stands before has to stand before it in the template, too.
    const [before] = provenance.within(start - 1, start);
    if (before?.piece.template !== first?.piece.template || before?.piece.end !== first?.piece.start)
      return behindLine(start, text, template, textOf);
  }
  if (first === undefined || path === undefined || !first.piece.literal) return undefined;
  let at = first.piece.start;
  for (const { piece } of start === end ? [] : stretches) {
    if (!piece.literal || piece.start !== at || piece.template !== first.piece.template) return undefined;
    at = piece.start + piece.text.length;
  }
  return { path, edit: { start: first.piece.start, end: start === end ? first.piece.start : at, text } };
}

/** New lines behind one that ends in the template as it is rendered, whatever follows it there. */
function behindLine(
  at: number,
  text: string,
  { provenance, paths }: RenderedTemplate,
  textOf: (path: string) => string | undefined,
): LiteralEdit | undefined {
  const [before] = provenance.within(at - 1, at);
  const path = paths.get(before?.piece.template ?? '');
  if (before === undefined || path === undefined || !before.piece.literal || !/^\r?\n/.test(text)) return undefined;
  const { end } = before.piece;
  return /^[ \t]*(?:\r?\n|$)/.test(textOf(path)?.slice(end) ?? '?')
    ? { path, edit: { start: end, end, text } }
    : undefined;
}

/** The key that a change writes newly. */
function missingKey(change: Change): string | undefined {
  const top = change.kind === 'document' ? undefined : topMissing(change.field);
  return typeof top?.key === 'string' ? top.key : undefined;
}

/** The uppermost field on the way to another one that is not there. */
function topMissing(field: Field): Field | undefined {
  let top: Field | undefined;
  for (let at: Field | undefined = field; at !== undefined && !at.present; at = at.parent) top = at;
  return top;
}

const holderOf = (field: Field): Field | undefined => topMissing(field)?.parent;

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
