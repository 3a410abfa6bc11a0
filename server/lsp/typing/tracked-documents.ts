/** The texts of open documents, which the library keeps, with an ear for what is changed in them. */
import type { TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { differences } from '../../../rules/text/difference.ts';
import type { TextEdit } from '../../../rules/text/edit.ts';

/** @param onChange hears of the changes of a document, one after the other, each in offsets of the text before it. */
export function trackedDocuments(
  onChange: (uri: string, changes: readonly TextEdit[]) => void,
): TextDocumentsConfiguration<TextDocument> {
  return {
    create: TextDocument.create,
    update(document, changes, version) {
      const edits: TextEdit[] = [];
      let updated = document;
      for (const change of changes) {
        edits.push(...editsOf(updated, change));
        updated = TextDocument.update(updated, [change], version);
      }
      if (edits.length > 0) onChange(document.uri, edits);
      return updated;
    },
  };
}

function editsOf(document: TextDocument, change: TextDocumentContentChangeEvent): readonly TextEdit[] {
  const { text } = change;
  // Of a client that sends the whole text, only what differs was changed. The last first, so that the offsets of the others stay.
  if (!('range' in change) || change.range === undefined) return [...differences(document.getText(), text)].reverse();
  const [a, b] = [document.offsetAt(change.range.start), document.offsetAt(change.range.end)];
  return [{ start: Math.min(a, b), end: Math.max(a, b), text }];
}
