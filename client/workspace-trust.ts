/** Whether a program may be run for this workspace; says why not, and where to change that. */
import * as vscode from 'vscode';

/** @returns whether the workspace is trusted; where it is not, the user was told. */
export async function isTrusted(): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const manage = vscode.l10n.t('Manage trust');
  const message = vscode.l10n.t(
    'Images are not scanned in Restricted Mode: no program is run in a workspace that is not trusted.',
  );
  if ((await vscode.window.showWarningMessage(message, manage)) === manage)
    await vscode.commands.executeCommand('workbench.trust.manage');
  return false;
}
