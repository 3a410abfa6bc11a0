/**
 * Ignore comments and annotations: which findings they speak for, and which of them say nothing. One grammar for YAML and
 * Dockerfiles: `# seaworthy-ignore id[, id]: reason`, and `# seaworthy-ignore-file ...` at the top. Offsets are the unit's own.
 */
import type { Dockerfile } from '../model/dockerfile/file.ts';
import type { Resource } from '../model/kubernetes/resource.ts';
import { insert, type TextEdit } from '../text/edit.ts';
import { lineEnd, lineEndingOf, lineStart, nextLine, type Span } from '../text/source.ts';
import type { Field } from '../yaml/field.ts';
import type { YamlDocument, YamlNode } from '../yaml/tree.ts';

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

const comment = /#[ \t]*seaworthy-ignore(-file)?(?:[ \t]+([^\r\n]*))?/g;
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

export function ignoresOfDockerfile(dockerfile: Dockerfile, text: string): readonly Ignore[] {
  if (!text.includes('seaworthy')) return [];
  return commentsIn(text)
    .filter(({ span }) => text.slice(lineStart(text, span.start), span.start).trim() === '')
    .map((found) => {
      if (found.forFile) return { ...found, scope: undefined };
      const inside = dockerfile.instructions.find(
        ({ span }) => span.start < found.span.start && found.span.end < span.end,
      );
      const next = nextContentLine(text, found.span.end);
      const target = dockerfile.instructions.find(({ span }) => lineStart(text, span.start) === next);
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
    const end = start + match[0].trimEnd().length;
    const said = match[2] ?? '';
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
  return commentsIn(text).flatMap((found): Ignore[] => {
    const start = lineStart(text, found.span.start);
    const before = text.slice(start, found.span.start);
    // Inside a quoted or block scalar it is text, not a comment.
    if (insideScalar(document.root, found.span.start)) return [];
    if (found.forFile)
      return first && (document.root === null || found.span.start < document.root.start)
        ? [{ ...found, scope: undefined }]
        : [];
    const ownLine = before.replace(/^---/, '').trim() === '';
    const target = ownLine ? nextContentLine(text, found.span.end) : start;
    const node = outermostStartingOn(document.root, text, target);
    const scope = node ?? { start: target, end: lineEnd(text, target) };
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

/** Offset of the next line that holds more than blanks and comments. */
function nextContentLine(text: string, from: number): number {
  let at = nextLine(text, from);
  while (at < text.length && /^[ \t]*(?:#|\r?\n|$)/.test(text.slice(at, lineEnd(text, at) + 1))) {
    const next = nextLine(text, at);
    if (next === at) break;
    at = next;
  }
  return at;
}

/** The largest node, a pair or a list item, whose first character stands on the line. */
function outermostStartingOn(node: YamlNode | null, text: string, line: number): Span | undefined {
  if (node === null || node.kind === 'scalar' || node.kind === 'alias') return undefined;
  const onLine = (offset: number): boolean => lineStart(text, offset) === line;
  if (onLine(node.start) && node.kind === 'map') return node;
  if (node.kind === 'map') {
    for (const pair of node.pairs) {
      const end = pair.value?.end ?? pair.key.end;
      if (onLine(pair.key.start)) return { start: pair.key.start, end: Math.max(end, pair.key.end) };
      if (pair.value !== null && pair.value.start <= lineEnd(text, line) && line <= pair.value.end) {
        const below = outermostStartingOn(pair.value, text, line);
        if (below !== undefined) return below;
      }
    }
    return undefined;
  }
  for (const item of node.items) {
    if (item === null) continue;
    if (onLine(item.start)) return item;
    const below =
      item.start <= lineEnd(text, line) && line <= item.end ? outermostStartingOn(item, text, line) : undefined;
    if (below !== undefined) return below;
  }
  return undefined;
}

function insideScalar(node: YamlNode | null, offset: number): boolean {
  if (node === null || offset < node.start || offset >= node.end) return false;
  if (node.kind === 'scalar') return node.style !== 'plain';
  if (node.kind === 'map')
    return node.pairs.some((pair) => insideScalar(pair.key, offset) || insideScalar(pair.value, offset));
  return node.kind === 'sequence' && node.items.some((item) => insideScalar(item, offset));
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
