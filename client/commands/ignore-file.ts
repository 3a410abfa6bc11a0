/** Leaves a file or a folder out, by the configuration file that counts for it. */
import * as vscode from 'vscode';
import { activeFile } from '../active-file.ts';
import { ask } from '../ask.ts';
import { applyConfigurationEdit } from '../configuration-edit.ts';
import type { Command } from './command.ts';

export const ignoreFile: Command = {
  id: 'seaworthy.ignoreFile',
  /** @param given the file or folder of a menu; left out: the active one. */
  async run({ client }, given) {
    const uri = given instanceof vscode.Uri ? given : (await activeFile())?.uri;
    if (uri === undefined) return;
    const asked = { uri: client.code2ProtocolConverter.asUri(uri) };
    await applyConfigurationEdit(client, await ask(client, 'seaworthy/ignorePath', asked));
  },
};
