/** Asks why a finding is fine, and writes the ignore with that reason. The server makes the edit. */
import * as vscode from 'vscode';
import { activeFile } from '../active-file.ts';
import { ask } from '../ask.ts';
import type { Command } from './command.ts';

export const ignore: Command = {
  id: 'seaworthy.ignore',
  /** @param action what the server gave to the entry of its menu. */
  async run({ client }, action) {
    // From the palette: the menu of the cursor's finding says where it can be ignored.
    if (action === undefined) {
      if ((await activeFile()) !== undefined) await vscode.commands.executeCommand('editor.action.quickFix');
      return;
    }
    const reason = await vscode.window.showInputBox({
      title: vscode.l10n.t('Ignore with a reason'),
      prompt: vscode.l10n.t('Why is it fine here? Reviewers will read this.'),
      validateInput: (text) =>
        text.trim() === '' ? vscode.l10n.t('An ignore without a reason hides nothing.') : undefined,
      ignoreFocusOut: true,
    });
    if (reason === undefined) return;
    const edit = await ask(client, 'seaworthy/ignore', { action, reason: reason.trim() });
    const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
    if (converted !== undefined) await vscode.workspace.applyEdit(converted);
  },
};
