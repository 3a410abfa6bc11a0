/** An edit of a configuration that the server made: it is written, and the file is shown, so that nobody has to guess what was written. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { ConfigurationEdit } from '../server/protocol.ts';

export async function applyConfigurationEdit(client: LanguageClient, answer: ConfigurationEdit): Promise<void> {
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
}

/** Asks why something is to count otherwise. @param title what it is about: a rule, a vulnerability. @returns undefined when the user gave up. */
export async function askReason(
  title: string,
  prompt = vscode.l10n.t('Why? It is written beside the setting, where reviewers read it.'),
): Promise<string | undefined> {
  const reason = await vscode.window.showInputBox({
    title,
    prompt,
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('Reviewers need a reason.') : undefined),
    ignoreFocusOut: true,
  });
  return reason?.trim();
}
