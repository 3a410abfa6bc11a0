/** `workspace/didChangeWatchedFiles`: files changed on disk. */
import type { DidChangeWatchedFilesParams } from 'vscode-languageserver';
import type { Notification } from '../notification.ts';
import { identified, list, object } from '../parameter-shapes.ts';

export const didChangeWatchedFiles: Notification<DidChangeWatchedFilesParams> = {
  method: 'workspace/didChangeWatchedFiles',
  shape: object({ changes: list(identified) }),
  task: 'To follow the disk',
  follow: (session, { changes }) => session.filesChanged(changes.map(({ uri }) => uri)),
};
