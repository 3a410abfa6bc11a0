/**
 * Where in a manifest somebody types a key, by a look at the text alone: a key of our own is put there, and what the reader makes of it tells where it
 * belongs. So half-typed text is enough, and every way to indent. Nothing is analysed.
 */
import { keyAt, type PlacedKey } from '../../model/kubernetes/key-at.ts';
import { type Resource, resourcesOf } from '../../model/kubernetes/resource.ts';
import { type LineEnding, lineEnd, lineEndingOf, lineStart, type Span } from '../../text/source.ts';
import { parseDocument } from '../../yaml/parse.ts';
import { slices } from '../../yaml/stream.ts';
import type { YamlDocument } from '../../yaml/tree.ts';
import { sizeLimit } from '../analyse/source-file.ts';

/** A line on which a key is typed. */
export interface KeyPlace {
  /** What is typed of it, in offsets of the file. */
  readonly word: Span;
  /** Zero-based column of the key. */
  readonly column: number;
  readonly eol: LineEnding;
  /** Where it belongs; undefined outside of every object. */
  readonly key: PlacedKey | undefined;
  /** The document as it is with a key of ours. */
  readonly document: YamlDocument;
  readonly resources: readonly Resource[];
  /** Nothing but comments stands in its document. */
  readonly isAlone: boolean;
}

/** A list of texts in which an item is typed. */
export interface ItemPlace extends Pick<KeyPlace, 'word' | 'key' | 'resources'> {
  /** Those that stand there before it. */
  readonly before: readonly string[];
}

/** @param offset of the cursor. @returns undefined where no key can stand: in values, comments, brackets and JSON. */
export function keyPlaceAt(text: string, offset: number): KeyPlace | undefined {
  const line = { start: lineStart(text, offset), end: lineEnd(text, offset) };
  const before = /^( *(?:- +)*)([\w.-]*)$/.exec(text.slice(line.start, offset));
  const behind = /^([\w.-]*)[ \t\r]*$/.exec(text.slice(offset, line.end));
  if (before === null || behind === null) return undefined;
  const column = before[1]?.length ?? 0;
  const word = { start: line.start + column, end: offset + (behind[1]?.length ?? 0) };
  const read = withProbe(text, word, 'x-typed: 1');
  if (read === undefined) return undefined;
  return { ...read, word, column, eol: lineEndingOf(text) };
}

const items = /^( *(?:- +)*)([\w-]+):[ \t]*\[([^[\]#]*)$/;

/** @param name of the key whose list it is. */
export function itemPlaceAt(text: string, offset: number, name: string): ItemPlace | undefined {
  const start = lineStart(text, offset);
  const said = text.slice(start, offset);
  const written = /(?<![\w-])[\w-]*$/.exec(said)?.[0].length ?? 0;
  const word = { start: offset - written, end: offset + (/^[\w-]*/.exec(text.slice(offset))?.[0].length ?? 0) };
  const flow = items.exec(said);
  if (flow !== null) {
    const [, indent = '', key, inside = ''] = flow;
    const line = { start: start + indent.length, end: lineEnd(text, offset) };
    const read = key === name ? withProbe(text, line, `${name}: 1`) : undefined;
    return read === undefined ? undefined : { ...read, word, before: inside.split(',').slice(0, -1).map(unquoted) };
  }
  return /^ *(?:- +)+["']?[\w-]*$/.test(said) ? blockItem(text, word, name) : undefined;
}

const unquoted = (item: string): string => item.replaceAll(/["'\s]/g, '');

function blockItem(text: string, word: Span, name: string): ItemPlace | undefined {
  const read = withProbe(text, word, 'x-typed: 1');
  const keys = read?.key?.path.split('.') ?? [];
  if (read?.key === undefined || keys.at(-2) !== name) return undefined;
  const list = read.key.around.findLast((node) => node.kind === 'sequence');
  const before = (list?.items ?? []).flatMap((item) => (item?.kind === 'scalar' ? [item.text] : []));
  // The rule that has the list is what is asked about, not the item.
  const around = read.key.around.slice(0, -2);
  return { ...read, key: { ...read.key, around }, word, before };
}

function withProbe(
  text: string,
  { start, end }: Span,
  probe: string,
): Pick<KeyPlace, 'key' | 'document' | 'resources' | 'isAlone'> | undefined {
  if (text.length > sizeLimit) return undefined;
  const found = slices(text).findLast(({ offset }) => offset <= start);
  if (found === undefined) return undefined;
  const { offset, slice } = found;
  const [before, after] = [slice.slice(0, start - offset), slice.slice(end - offset)];
  if (/^[\s\uFEFF]*[{[]/.test(slice)) return undefined;
  const document = parseDocument(before + probe + after);
  const resources = resourcesOf(document, false);
  const isAlone = !/^(?!---|[ \t]*(?:#|\r?$))./m.test(before) && !/^[ \t]*[^\s#]/m.test(after);
  return { key: keyAt(resources, start - offset), document, resources, isAlone };
}
