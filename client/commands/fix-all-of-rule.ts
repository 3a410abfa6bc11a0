/** "Fix all of a rule...": asks whether in the file or in the workspace. */
import * as vscode from 'vscode';
import { CodeActionResolveRequest } from 'vscode-languageclient/node';
import type { Command } from './command.ts';
import { fixInWorkspace } from './fix-rule-in-workspace.ts';

export const fixAllOfRule: Command = {
  id: 'seaworthy.fixAllOfRule',
  /** @param rule its id. @param data of an action that fixes it in the document. */
  async run({ client }, rule, data) {
    if (typeof rule !== 'string') return;
    const inFile = vscode.l10n.t('In this file');
    const inWorkspace = vscode.l10n.t('In the workspace, with a preview');
    const allSafe = vscode.l10n.t('All safe problems in this file, of every rule');
    const title = vscode.l10n.t('Fix all of {0}', rule);
    const chosen = await vscode.window.showQuickPick([inFile, inWorkspace, allSafe], { title });
    if (chosen === inWorkspace) await fixInWorkspace(client, rule);
    if (chosen === allSafe) await vscode.commands.executeCommand('seaworthy.fixAllSafe');
    if (chosen !== inFile) return;
    const { edit } = await client.sendRequest(CodeActionResolveRequest.type, { title, data });
    const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
    if (converted !== undefined) await vscode.workspace.applyEdit(converted);
  },
};
