/** Switches a rule off in the configuration file, and shows the file, so that nobody has to guess what was written. */
import * as vscode from 'vscode';
import { ask } from '../ask.ts';
import type { Command } from './command.ts';

export const disableRule: Command = {
  id: 'seaworthy.turnOff',
  async run({ client }, uri, rule) {
    if (typeof uri !== 'string' || typeof rule !== 'string') return;
    const answer = await ask(client, 'seaworthy/disableRule', { uri, rule });
    if (answer === null) return;
    if ('refused' in answer) {
      await vscode.window.showWarningMessage(answer.refused);
      return;
    }
    const edit = await client.protocol2CodeConverter.asWorkspaceEdit(answer);
    if (edit === undefined || !(await vscode.workspace.applyEdit(edit))) return;
    const [changed] = edit.entries().at(-1) ?? [];
    if (changed === undefined) return;
    const document = await vscode.workspace.openTextDocument(changed);
    // It counts as soon as it is on the disk, where the command line reads it too.
    await document.save();
    await vscode.window.showTextDocument(document, { preview: true, viewColumn: vscode.ViewColumn.Beside });
  },
};
