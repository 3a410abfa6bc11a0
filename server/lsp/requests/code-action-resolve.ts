/** `codeAction/resolve`: the edit of the action that was chosen. */
import type { CodeAction } from 'vscode-languageserver';
import { editOfAction, uriOfAction } from '../code-actions/menu.ts';
import { object, text } from '../parameter-shapes.ts';
import type { Request } from '../request.ts';

export const codeActionResolve: Request<CodeAction, CodeAction> = {
  method: 'codeAction/resolve',
  shape: object({ title: text }),
  async answer({ client, documents }, action) {
    const uri = uriOfAction(action.data);
    const document = uri === undefined ? undefined : await documents.get(uri);
    return document === undefined ? action : { ...action, edit: await editOfAction(action.data, document, client) };
  },
};
