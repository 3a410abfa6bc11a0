/** Open documents as the client tells of them; the library keeps their texts, and the session hears of what happened to them. */
import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { inDocument, integer, list, object, optional, range, type Shape, text } from './parameter-shapes.ts';
import type { Session } from './session.ts';

export const documentShapes: readonly (readonly [method: string, shape: Shape])[] = [
  ['textDocument/didOpen', object({ textDocument: object({ uri: text, languageId: text, version: integer, text }) })],
  [
    'textDocument/didChange',
    object({
      textDocument: object({ uri: text, version: integer }),
      contentChanges: list(object({ text, range: optional(range) })),
    }),
  ],
  ['textDocument/didSave', inDocument],
  ['textDocument/didClose', inDocument],
];

export function followDocuments(documents: TextDocuments<TextDocument>, session: Session): void {
  const { tasks } = session;
  documents.onDidChangeContent(({ document }) =>
    tasks.later(`To follow ${document.uri}`, () => session.changed(document)),
  );
  documents.onDidSave(({ document }) => session.typing.saved(document.uri));
  documents.onDidClose(({ document }) => tasks.later(`To close ${document.uri}`, () => session.closed(document)));
}
