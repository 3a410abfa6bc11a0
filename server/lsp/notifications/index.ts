/** The notifications that the server follows, beside those of documents (`document-sync.ts`) and of the protocol itself. */
import type { Notification } from '../notification.ts';
import { didChangeConfiguration } from './did-change-configuration.ts';
import { didChangeWatchedFiles } from './did-change-watched-files.ts';
import { didChangeWorkspaceFolders } from './did-change-workspace-folders.ts';
import { initialized } from './initialized.ts';

export const notifications: readonly Notification[] = [
  initialized,
  didChangeConfiguration,
  didChangeWatchedFiles,
  didChangeWorkspaceFolders,
];
