/**
 * The border between the engine and the protocol: offsets become positions here and nowhere else in the server, findings become diagnostics, edits
 * become workspace edits.
 */
import {
  type CreateFile,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type TextEdit as LspTextEdit,
  type Range,
  type SnippetTextEdit,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { placeholdersIn } from '../../rules/contract/placeholder.ts';
import { unusedIgnore } from '../../rules/engine/findings/notices.ts';
import type { TextEdit } from '../../rules/text/edit.ts';
import type { LineTable, Span } from '../../rules/text/source.ts';
import { visible } from '../../rules/text/visible.ts';
import type { Client } from './client.ts';
import type { Levels } from './levels.ts';
import type { Shown } from './presentation.ts';

export const source = 'seaworthy';

/** More in one file would bury the editor; the last diagnostic says how many were left out. */
const limit = 500;

export function toRange(lines: LineTable, span: Span): Range {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}

export function toSpan(lines: LineTable, { start, end }: Range): Span {
  return { start: lines.offsetAt(start), end: lines.offsetAt(end) };
}

/** What all diagnostics of a folder share. */
export interface DiagnosticStyle {
  /** How the editor shows what is how severe. */
  readonly levels: Levels;
  /** Where the page of a rule is, by its id; undefined where it has none, or the client cannot show pages. */
  page(rule: string): string | undefined;
}

export interface DiagnosticsOptions extends DiagnosticStyle {
  readonly lines: LineTable;
  /** Where a related file is; left out when the client shows no related places. */
  readonly locate: ((path: string) => Located | undefined) | undefined;
}

export interface Located {
  readonly uri: string;
  readonly lines: LineTable;
}

export function toDiagnostics(shown: readonly Shown[], options: DiagnosticsOptions): Diagnostic[] {
  const diagnostics = shown.slice(0, limit).map((item) => toDiagnostic(item, options));
  const more = shown.length - limit;
  if (more > 0) {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    diagnostics.push({
      range,
      severity: DiagnosticSeverity.Information,
      source,
      code: 'too-many-findings',
      message: `${more} more findings in this file are not shown.`,
    });
  }
  return diagnostics;
}

/** The one that tells why a check was cut short. */
export function stoppedDiagnostic(message: string): Diagnostic {
  const start = { line: 0, character: 0 };
  return { range: { start, end: start }, severity: DiagnosticSeverity.Warning, source, code: 'check-stopped', message };
}

function toDiagnostic(
  { code, severity, message, span, findings }: Shown,
  { lines, levels, page, locate }: DiagnosticsOptions,
): Diagnostic {
  // What several findings of a group lead to is listed once.
  const related = new Map(
    findings.flatMap((finding) =>
      finding.related.map((place) => [JSON.stringify([place.path, place.span, place.message]), place]),
    ),
  );
  const places = [...related.values()].flatMap(({ path, span, message: text }) => {
    const file = locate?.(path);
    return file === undefined
      ? []
      : [{ location: { uri: file.uri, range: toRange(file.lines, span) }, message: visible(text) }];
  });
  const href = page(code);
  return {
    range: toRange(lines, span),
    severity: levels[severity],
    source,
    code,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    message: visible(message),
    ...(code === unusedIgnore.id ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(places.length === 0 ? {} : { relatedInformation: places }),
  };
}

/**
 * An edit of one document at one version, as far as the client understands versions. Where it understands snippets, too, the first placeholder that an
 * edit writes is selected afterwards.
 * @param version null for a document that may not be open. @param text of the document, without which nothing of several lines is a snippet.
 */
export function toWorkspaceEdit(
  uri: string,
  version: number | null,
  lines: LineTable,
  edits: readonly TextEdit[],
  { versionedEdits, snippetEdits }: Pick<Client, 'versionedEdits' | 'snippetEdits'>,
  text?: string,
): WorkspaceEdit {
  if (!versionedEdits) return { changes: { [uri]: edits.map((edit) => toTextEdit(lines, edit)) } };
  const selects = snippetEdits && bearSnippets(lines, edits, text);
  const change: TextDocumentEdit = {
    textDocument: { uri, version },
    edits: edits.map((edit) =>
      selects && placeholdersIn(edit.text).length > 0 ? toSnippet(lines, edit) : toTextEdit(lines, edit),
    ),
  };
  return { documentChanges: [change] };
}

/** An edit with files that it adds, for a client that can add some; where there is one already, the client refuses all of it. */
export function withFiles(
  edit: WorkspaceEdit,
  files: readonly { readonly uri: string; readonly text: string }[],
  { annotatesEdits }: Pick<Client, 'annotatesEdits'>,
): WorkspaceEdit {
  if (files.length === 0) return edit;
  const id = 'new-file';
  const start = { line: 0, character: 0 };
  const added = files.flatMap(({ uri, text }): (CreateFile | TextDocumentEdit)[] => [
    { kind: 'create', uri, ...(annotatesEdits ? { annotationId: id } : {}) },
    { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
  ]);
  const edits = (edit.documentChanges ?? []).filter((change) => !('edits' in change) || change.edits.length > 0);
  return {
    documentChanges: [...edits, ...added],
    ...(annotatesEdits ? { changeAnnotations: { [id]: { label: 'Add a file' } } } : {}),
  };
}

const toTextEdit = (lines: LineTable, { start, end, text }: TextEdit): LspTextEdit => ({
  range: toRange(lines, { start, end }),
  newText: text,
});

/**
 * Whether edits may stand beside a snippet. Editors take all of them for one, and put the indentation of the line in which an edit begins before further
 * lines of it, or of a part of them: so there has to be none.
 */
function bearSnippets(lines: LineTable, edits: readonly TextEdit[], document: string | undefined): boolean {
  return edits.every(({ start, text }) => {
    if (!text.includes('\n')) return true;
    const line = lines.offsetAt({ line: lines.lineAt(start), character: 0 });
    return document !== undefined && (line === start || !/^[ \t]/.test(document.slice(line, start)));
  });
}

function toSnippet(lines: LineTable, { start, end, text }: TextEdit): SnippetTextEdit {
  const escaped = (plain: string): string => plain.replaceAll(/[\\$}]/g, '\\$&');
  let value = '';
  let at = 0;
  for (const [i, span] of placeholdersIn(text).entries()) {
    value += `${escaped(text.slice(at, span.start))}\${${i + 1}:${escaped(text.slice(span.start, span.end))}}`;
    at = span.end;
  }
  return {
    range: toRange(lines, { start, end }),
    snippet: { kind: 'snippet', value: value + escaped(text.slice(at)) },
  };
}
