/** `seaworthy/ignore`: the edit of an ignore that was chosen, with the reason that its author gave. */
import { editOfAction, uriOfAction } from '../code-actions/menu.ts';
import { object, text } from '../parameter-shapes.ts';
import type { OwnRequest } from '../request.ts';

export const ignore: OwnRequest<'seaworthy/ignore'> = {
  method: 'seaworthy/ignore',
  shape: object({ action: object({}), reason: text }),
  async answer({ client, documents }, { action, reason }) {
    const uri = uriOfAction(action);
    const document = uri === undefined ? undefined : await documents.get(uri);
    return document === undefined ? null : editOfAction(action, document, client, reason);
  },
};
