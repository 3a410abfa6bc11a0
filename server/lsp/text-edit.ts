/** What becomes of a file, as an edit for the editor that can be taken in part. */
import type { AnnotatedTextEdit, TextDocumentEdit } from 'vscode-languageserver';
import { differences } from '../../rules/text/difference.ts';
import { LineTable } from '../../rules/text/source.ts';
import { toRange } from './convert.ts';

/** A file that gets another text. */
export interface ChangedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/**
 * @param paths names files. @param open the document that stands for the file; undefined for one on disk.
 * @param annotationId of the annotation that all of it hangs on.
 */
export function textEdit(
  paths: { uriOf(path: string): string },
  { path, before, after }: ChangedFile,
  open: { readonly uri: string; readonly version: number } | undefined,
  annotationId: string,
): TextDocumentEdit {
  const lines = new LineTable(before);
  const edits = differences(before, after).map(
    ({ text: newText, ...span }): AnnotatedTextEdit => ({ range: toRange(lines, span), newText, annotationId }),
  );
  return { textDocument: { uri: open?.uri ?? paths.uriOf(path), version: open?.version ?? null }, edits };
}
