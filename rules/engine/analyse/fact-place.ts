/** Where a fact stands in its file: facts themselves carry no positions. */
import type { FactRef } from '../../facts/fact.ts';
import { type Span, shifted } from '../../text/source.ts';
import type { FileRecord } from './file-record.ts';

/** The place of a fact in its file. */
export function placeOf(file: FileRecord | undefined, ordinal: number, place: string): Located | undefined {
  if (file === undefined) return undefined;
  const { units, input } = file;
  let before = 0;
  for (const { offset, unit } of units) {
    const extracted = unit.extracted[ordinal - before];
    if (extracted !== undefined) {
      const anchor = extracted.places[place] ?? extracted.places['name'];
      return anchor === undefined ? undefined : { path: input.path, span: shifted(anchor, offset) };
    }
    before += unit.extracted.length;
  }
  return undefined;
}

/** Offset at which the document of a fact begins in its file. */
export function documentStartOf(file: FileRecord | undefined, ordinal: number): number | undefined {
  let before = 0;
  for (const { offset, unit } of file?.units ?? []) {
    before += unit.extracted.length;
    if (ordinal < before) return offset;
  }
  return undefined;
}

/** Finds the place of a fact of any file. */
export type Locate = (ref: FactRef, place: string) => Located | undefined;

/** A place that is found: a path and offsets of the file's present text. */
export interface Located {
  readonly path: string;
  readonly span: Span;
}

/** Where a place of a fact begins and ends, in lines and columns. */
export function positionOf(record: FileRecord | undefined, ordinal: number, place: string): string {
  const at = placeOf(record, ordinal, place);
  if (at === undefined) return '';
  const [from, to] = [record?.lines?.positionAt(at.span.start), record?.lines?.positionAt(at.span.end)];
  return `${from?.line}:${from?.character}-${to?.line}:${to?.character}`;
}
