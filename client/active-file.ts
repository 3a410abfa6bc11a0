/** The document that a command is about when it is not told. */
import * as vscode from 'vscode';

/** The document in front of the user; without one, says what is missing and returns undefined. */
export async function activeFile(): Promise<vscode.TextDocument | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined)
    await vscode.window.showInformationMessage(vscode.l10n.t('Open a manifest, a Dockerfile or a Compose file first.'));
  return document;
}
