/** `workspace/didChangeWorkspaceFolders`: folders came or went. */
import type { DidChangeWorkspaceFoldersParams } from 'vscode-languageserver';
import type { Notification } from '../notification.ts';
import { identified, list, object } from '../parameter-shapes.ts';

export const didChangeWorkspaceFolders: Notification<DidChangeWorkspaceFoldersParams> = {
  method: 'workspace/didChangeWorkspaceFolders',
  shape: object({ event: object({ added: list(identified), removed: list(identified) }) }),
  task: 'To follow a change of folders',
  follow: (session, { event }) => session.changeFolders(event.added, event.removed),
};
