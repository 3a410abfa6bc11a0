/** Asks why a finding is fine, and writes the ignore with that reason. The server makes the edit. */
import * as vscode from 'vscode';
import type { LanguageClient, WorkspaceEdit } from 'vscode-languageclient/node';

/** @param action what the server gave to the entry of its menu. */
export async function ignore(client: LanguageClient, action: unknown): Promise<void> {
  const reason = await vscode.window.showInputBox({
    title: vscode.l10n.t('Ignore with a reason'),
    prompt: vscode.l10n.t('Why is it fine here? Reviewers will read this.'),
    validateInput: (text) =>
      text.trim() === '' ? vscode.l10n.t('An ignore without a reason hides nothing.') : undefined,
    ignoreFocusOut: true,
  });
  if (reason === undefined) return;
  const edit = await client.sendRequest<WorkspaceEdit | null>('seaworthy/ignore', { action, reason: reason.trim() });
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  if (converted !== undefined) await vscode.workspace.applyEdit(converted);
}
