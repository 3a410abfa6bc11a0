/** Fixes one rule in every folder; the editor shows each change before it is made. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { ask } from '../ask.ts';
import type { Command } from './command.ts';

export const fixRuleInWorkspace: Command = {
  id: 'seaworthy.fixRuleInWorkspace',
  run: ({ client }, rule) => fixInWorkspace(client, rule),
};

/** @param rule what is no id stands for all that is safe. */
export async function fixInWorkspace(client: LanguageClient, rule: unknown): Promise<void> {
  const edit = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Seaworthy looks for fixes') },
    () => ask(client, 'seaworthy/workspaceFix', typeof rule === 'string' ? { rule } : {}),
  );
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  if (converted === undefined)
    await vscode.window.showInformationMessage(vscode.l10n.t('Seaworthy has nothing to fix in the workspace.'));
  else await vscode.workspace.applyEdit(converted, { isRefactoring: true });
}
