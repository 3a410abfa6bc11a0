/** Scans the files and folders that are selected in a menu, else the active file. */
import * as vscode from 'vscode';
import { activeFile } from '../active-file.ts';
import { scanAndShow } from '../scan.ts';
import type { Command } from './command.ts';

export const scanHere: Command = {
  id: 'seaworthy.scanHere',
  /** @param clicked what the menu was opened on. @param selected all that is selected there. */
  async run({ client }, clicked, selected) {
    const given = Array.isArray(selected) && selected.length > 0 ? selected : [clicked];
    const uris = given.filter((one) => one instanceof vscode.Uri);
    const active = uris.length > 0 ? undefined : (await activeFile())?.uri;
    const asked = active === undefined ? uris : [active];
    return asked.length === 0 ? null : scanAndShow(client, asked);
  },
};
