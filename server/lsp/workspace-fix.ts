/**
 * Fixes over whole folders as one edit that the editor previews: each change asks to be confirmed. Reads closed files from disk and leaves what is
 * known of them as it was.
 */
import type { AnnotatedTextEdit, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { differences } from '../../rules/text/difference.ts';
import { LineTable } from '../../rules/text/source.ts';
import { toRange } from './convert.ts';
import type { Desk } from './desk.ts';
import type { Folder } from './folder.ts';

export interface WorkspaceFixQuestion {
  /** Left out: every safe fix of every rule. */
  readonly rule?: string;
}

const annotation = 'fix';

/** @returns null when there is nothing to fix. */
export async function workspaceFix(desk: Desk, { rule }: WorkspaceFixQuestion): Promise<WorkspaceEdit | null> {
  const documentChanges: TextDocumentEdit[] = [];
  for (const folder of desk.folders) {
    if (!folder.wasRead && !(await folder.readAll({}))) continue;
    for (const path of fixable(folder, rule)) {
      const fixed = await folder.fixed(path, rule === undefined ? 'safe' : 'review', rule);
      if (fixed !== undefined) documentChanges.push(changeOf(desk, path, fixed));
    }
  }
  if (documentChanges.length === 0) return null;
  const label = rule === undefined ? 'Fix what is safe' : `Fix ${rule}`;
  return { documentChanges, changeAnnotations: { [annotation]: { label, needsConfirmation: true } } };
}

function fixable({ workspace }: Folder, rule: string | undefined): readonly string[] {
  return [...workspace.paths()].filter((path) =>
    workspace
      .findings(path)
      .some((finding) => finding.fix !== undefined && (rule === undefined || finding.rule === rule)),
  );
}

function changeOf(desk: Desk, path: string, { before, after }: { before: string; after: string }): TextDocumentEdit {
  const uri = desk.uriOf(path);
  const lines = new LineTable(before);
  const edits = differences(before, after).map(
    ({ text, ...span }): AnnotatedTextEdit => ({
      range: toRange(lines, span),
      newText: text,
      annotationId: annotation,
    }),
  );
  return { textDocument: { uri, version: desk.versionOf(uri) }, edits };
}
