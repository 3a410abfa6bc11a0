/** A file as somebody types in it: its parts, and what is written in one go. Must not know time. */

import type { Dockerfile } from '../../model/dockerfile/file.ts';
import { lineEnd, lineStart, type Span, shifted } from '../../text/source.ts';
import type { YamlNode } from '../../yaml/tree.ts';
import type { Finding } from '../findings/finding.ts';
import { type Settling, settlingOf } from '../findings/settling.ts';
import type { FileFinding } from './assemble.ts';
import type { DocumentRecord, FileRecord } from './file-record.ts';

/** What is read on its own: a document, or a whole Dockerfile. */
export interface Part extends Span {
  /** It cannot be read to its end as it is: what is found in it may hang on that. */
  readonly isBroken: boolean;
}

/** A file as somebody types in it, in offsets of the file. */
export interface TypedText {
  /** In order; empty for what is not analysed, or was not retained. */
  readonly parts: readonly Part[];
  /**
   * What is written in one go around an offset: the line; in a Dockerfile all of the instruction; in a document all of a text that goes over several
   * lines.
   */
  tokenAt(offset: number): Span;
  /** What has to be written to its end before a finding of the file is right. */
  settling(finding: Finding): Settling;
}

/** @param originOf what a finding of the file was made from. */
export function typedText(
  record: FileRecord | undefined,
  originOf: (finding: Finding) => FileFinding | undefined,
): TypedText {
  const token = (offset: number): Span => tokenAt(record, offset);
  return {
    parts: partsOf(record),
    tokenAt: token,
    settling: (finding) => settlingOf(originOf(finding), token),
  };
}

function partsOf(record: FileRecord | undefined): readonly Part[] {
  const { text, units = [] } = record ?? {};
  return text === undefined ? [] : units.map((unit, i) => partOf(unit, units[i + 1], text));
}

function partOf({ offset, unit }: DocumentRecord, next: DocumentRecord | undefined, text: string): Part {
  const { refusal, syntaxError } = unit;
  const isBroken = refusal !== undefined || syntaxError !== undefined;
  return { start: offset, end: next?.offset ?? text.length, isBroken };
}

function tokenAt(record: FileRecord | undefined, offset: number): Span {
  const text = record?.text ?? '';
  const line = { start: lineStart(text, offset), end: lineEnd(text, offset) };
  const around = aroundOf(record, offset);
  return around === undefined
    ? line
    : { start: Math.min(line.start, around.start), end: Math.max(line.end, around.end) };
}

function aroundOf(record: FileRecord | undefined, offset: number): Span | undefined {
  if (record?.source?.kind === 'dockerfile') return instructionAt(record.source.dockerfile, offset);
  const unit = record?.units.findLast((one) => one.offset <= offset);
  const scalar = unit === undefined ? undefined : scalarAt(unit.unit.document?.root ?? null, offset - unit.offset);
  return scalar === undefined || unit === undefined ? undefined : shifted(scalar, unit.offset);
}

/** @returns the instruction that an offset stands in, or would stand in if more were written there; undefined between two. */
export function instructionAt({ instructions, escape, text }: Dockerfile, offset: number): Span | undefined {
  const span = instructions.findLast((instruction) => instruction.span.start <= offset)?.span;
  if (span === undefined || offset <= span.end) return span;
  // Behind a line that goes on, blank lines and comments belong to its instruction.
  const goesOn = text.slice(span.start, span.end).trimEnd().endsWith(escape);
  const between = text.slice(span.end, offset).split('\n');
  const isOpen = goesOn && between.every((line) => /^[ \t]*(?:#|\r?$)/.test(line));
  return isOpen ? { start: span.start, end: offset } : undefined;
}

/** The text that an offset stands in or at the end of. */
function scalarAt(root: YamlNode | null, offset: number): Span | undefined {
  const holds = (node: YamlNode | null): node is YamlNode =>
    node !== null && node.start <= offset && offset <= node.end;
  let node = root;
  while (holds(node)) {
    if (node.kind === 'scalar') return node;
    if (node.kind === 'alias') return undefined;
    const inner: readonly (YamlNode | null)[] =
      node.kind === 'sequence' ? node.items : node.pairs.flatMap(({ key, value }) => [key, value]);
    node = inner.find(holds) ?? null;
  }
  return undefined;
}
