/** `textDocument/codeAction`: the menu at a selection. */
import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { codeActions } from '../code-actions/menu.ts';
import { toSpan } from '../convert.ts';
import { identified, list, object, optional, range, text } from '../parameter-shapes.ts';
import type { Request } from '../request.ts';

export const codeAction: Request<CodeActionParams, CodeAction[]> = {
  method: 'textDocument/codeAction',
  shape: object({ textDocument: identified, range, context: object({ only: optional(list(text)) }) }),
  async answer({ client, documents, folders, publisher }, { textDocument, range: selected, context }, task) {
    const actions = await documents.answer(textDocument.uri, (document, check) =>
      codeActions(document, toSpan(document.lines, selected), {
        client,
        style: publisher.style(folders.of(document.path)),
        only: context.only ?? undefined,
        async pause() {
          await task.pause();
          check();
        },
      }),
    );
    return actions ?? [];
  },
};
