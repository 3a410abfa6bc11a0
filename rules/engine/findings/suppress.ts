/**
 * Ignore comments and annotations: which findings they speak for, and which of them say nothing. One grammar for YAML and
 * Dockerfiles: `# seaworthy-ignore id[, id]: reason`, and `# seaworthy-ignore-file ...` at the top. Offsets are the unit's own.
 */
import type { Dockerfile } from '../../model/dockerfile/file.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import { insert, type TextEdit } from '../../text/edit.ts';
import { LineTable, lineEnd, lineEndingOf, lineStart, nextLine, type Span } from '../../text/source.ts';
import { SpanIndex } from '../../text/span-index.ts';
import type { Field } from '../../yaml/field.ts';
import type { YamlDocument, YamlNode } from '../../yaml/tree.ts';

/** An ignore and what it speaks for, in offsets of its document. */
export interface Ignore {
  /** The comment, from `#` to its end, or the annotation's key. */
  readonly span: Span;
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  readonly reason: string;
  /** Findings anchored in here are hidden; undefined: those of the whole file. */
  readonly scope: Span | undefined;
  /** Written for another tool: it needs no reason, and is not blamed when it hides nothing. */
  readonly foreign?: true;
}

/** All of the line behind it is what it says, so that a line holds one. */
const comment = /#[ \t]*seaworthy-ignore(-file)?([^\r\n]*)/g;
/** Before the id of a rule, in annotations. */
export const annotationPrefix = 'seaworthy.dev/ignore.';

/** Ignores of a YAML document: comments, and annotations of its objects. @param first the file begins with this document. */
export function ignoresOfDocument(
  document: YamlDocument,
  resources: readonly Resource[],
  first: boolean,
): readonly Ignore[] {
  const found = document.text.includes('seaworthy')
    ? [...fromComments(document, first), ...resources.flatMap(fromAnnotations)]
    : [];
  return found;
}

/** @param text of the whole file, whose comments are read. @returns ignores of our own grammar. */
export function ignoresOfDockerfile(dockerfile: Dockerfile, text: string): readonly Ignore[] {
  if (!text.includes('seaworthy')) return [];
  const { instructions } = dockerfile;
  const around = new SpanIndex(instructions.map(({ span }) => ({ span, value: span })));
  const byLine = firstByLine(text, instructions);
  const nextContent = contentLines(text);
  return commentsIn(text)
    .filter(({ span }) => text.slice(lineStart(text, span.start), span.start).trim() === '')
    .map((found) => {
      if (found.forFile) return { ...found, scope: undefined };
      const inside = around
        .at(found.span.start)
        .find(({ start, end }) => start < found.span.start && found.span.end < end);
      const next = nextContent(found.span.end);
      const target = byLine.get(next);
      // Between the lines of an instruction it speaks for the next line, above one for all of it.
      const scope =
        inside === undefined && target !== undefined ? target.span : { start: next, end: lineEnd(text, next) };
      return { ...found, scope };
    });
}

interface Comment {
  readonly span: Span;
  readonly rules: Ignore['rules'];
  readonly reason: string;
  readonly forFile: boolean;
}

function commentsIn(text: string): Comment[] {
  return [...text.matchAll(comment)].map((match) => {
    const start = match.index;
    const behind = match[2] ?? '';
    const isSaid = behind === '' || /^[ \t]/.test(behind);
    const end = start + (isSaid ? match[0].trimEnd().length : match[0].length - behind.length);
    const said = isSaid ? behind.trimStart() : '';
    const saidAt = start + match[0].length - said.length;
    const colon = said.indexOf(':');
    const list = colon < 0 ? said : said.slice(0, colon);
    const rules = [...list.matchAll(/[^\s,]+/g)].map((id) => ({
      id: id[0],
      span: { start: saidAt + id.index, end: saidAt + id.index + id[0].length },
    }));
    return {
      span: { start, end },
      rules,
      reason: colon < 0 ? '' : said.slice(colon + 1).trim(),
      forFile: match[1] !== undefined,
    };
  });
}

function fromComments(document: YamlDocument, first: boolean): Ignore[] {
  const { text } = document;
  const nextContent = contentLines(text);
  const lines = outermostByLine(document);
  const scalars = new SpanIndex(quotedScalars(document.root).map((span) => ({ span, value: span })));
  return commentsIn(text).flatMap((found): Ignore[] => {
    const start = lineStart(text, found.span.start);
    const before = text.slice(start, found.span.start);
    // Inside a quoted or block scalar it is text, not a comment.
    if (scalars.at(found.span.start).some(({ end }) => found.span.start < end)) return [];
    if (found.forFile)
      return first && (document.root === null || found.span.start < document.root.start)
        ? [{ ...found, scope: undefined }]
        : [];
    const ownLine = before.replace(/^---/, '').trim() === '';
    const target = ownLine ? nextContent(found.span.end) : start;
    const scope = lines.get(target) ?? { start: target, end: lineEnd(text, target) };
    return [{ ...found, scope }];
  });
}

function fromAnnotations(resource: Resource): Ignore[] {
  const lists: Field[] = [
    resource.at('metadata', 'annotations'),
    ...resource.pods.map((pod) => pod.template.at('metadata', 'annotations')),
  ];
  const seen = new Set<string>();
  return lists.flatMap((annotations) =>
    annotations.entries.flatMap(([key, value]) => {
      if (!key.startsWith(annotationPrefix) || seen.has(value.path)) return [];
      seen.add(value.path);
      const span = value.anchorOfKey;
      const scope = resource.field.node ?? span;
      return [
        { span, rules: [{ id: key.slice(annotationPrefix.length), span }], reason: value.text?.trim() ?? '', scope },
      ];
    }),
  );
}

/** @returns the offset of the next line that holds more than blanks and comments; each line is looked at once. */
function contentLines(text: string): (from: number) => number {
  const known = new Map<number, number>();
  return (from) => {
    const passed: number[] = [];
    let at = nextLine(text, from);
    for (let found = known.get(at); at < text.length; found = known.get(at)) {
      if (found !== undefined) {
        at = found;
        break;
      }
      if (!/^[ \t]*(?:#|\r?\n|$)/.test(text.slice(at, lineEnd(text, at) + 1))) break;
      passed.push(at);
      const next = nextLine(text, at);
      if (next === at) break;
      at = next;
    }
    for (const line of passed) known.set(line, at);
    return at;
  };
}

/** The first instruction that begins on each line, by the start of the line. */
export function firstByLine<T extends { readonly span: Span }>(
  text: string,
  items: readonly T[],
): ReadonlyMap<number, T> {
  const found = new Map<number, T>();
  for (const item of items) {
    const line = lineStart(text, item.span.start);
    if (!found.has(line)) found.set(line, item);
  }
  return found;
}

/** The largest node, a pair or a list item, whose first character stands on a line, by the start of the line. */
function outermostByLine({ root, text }: YamlDocument): ReadonlyMap<number, Span> {
  const table = new LineTable(text);
  const found = new Map<number, Span>();
  const claim = (at: number, span: Span): void => {
    const line = table.starts[table.lineAt(at)] ?? 0;
    if (!found.has(line)) found.set(line, span);
  };
  const walk = (node: YamlNode): void => {
    if (node.kind === 'map') {
      // Above the first key of a document an ignore speaks for the object; above that of any other map, for the key.
      if (node === root) claim(node.start, node);
      for (const { key, value } of node.pairs) {
        claim(key.start, { start: key.start, end: Math.max(value?.end ?? key.end, key.end) });
        if (value !== null) walk(value);
      }
    } else if (node.kind === 'sequence') {
      for (const item of node.items) {
        if (item === null) continue;
        claim(item.start, item);
        walk(item);
      }
    }
  };
  if (root !== null) walk(root);
  return found;
}

/** Quoted and block scalars, in order. */
function quotedScalars(root: YamlNode | null): readonly Span[] {
  const found: Span[] = [];
  const walk = (node: YamlNode | null): void => {
    if (node?.kind === 'scalar' && node.style !== 'plain') found.push(node);
    else if (node?.kind === 'sequence') for (const item of node.items) walk(item);
    else if (node?.kind === 'map')
      for (const { key, value } of node.pairs) {
        walk(key);
        walk(value);
      }
  };
  walk(root);
  return found;
}

/**
 * The edit that writes an ignore comment above what a finding points at.
 * @param at offset of the finding's anchor in `text`; the comment gets the indentation of that line.
 * @param limit no comment may stand above this offset (a Dockerfile's directives).
 */
export function ignoreEdit(text: string, at: number, rules: readonly string[], reason: string, limit = 0): TextEdit {
  const line = Math.max(lineStart(text, at), limit);
  const indent = /^[ \t]*/.exec(text.slice(line, lineEnd(text, line)))?.[0] ?? '';
  return insert(line, `${indent}# seaworthy-ignore ${rules.join(', ')}: ${reason}${lineEndingOf(text)}`);
}

/** The edit that writes an ignore comment for a whole file, at its top. @param limit as in `ignoreEdit`. */
export function ignoreFileEdit(text: string, rules: readonly string[], reason: string, limit = 0): TextEdit {
  // A `%YAML` directive begins its document, and a byte order mark its file.
  const top = Math.max(limit, text.startsWith('\uFEFF') ? 1 : 0);
  return insert(top, `# seaworthy-ignore-file ${rules.join(', ')}: ${reason}${lineEndingOf(text)}`);
}
