/** Scans all folders. Progress and cancellation are the server's own; this waits for the end and shows where the results are. */
import * as vscode from 'vscode';
import { ExecuteCommandRequest } from 'vscode-languageclient/node';
import { type ScanResult, scanCommand } from '../../server/protocol.ts';
import type { Command } from './command.ts';

/** How long the outcome of a scan stands in the status bar, in milliseconds. */
const outcomeShown = 8000;

export const scanWorkspace: Command = {
  id: 'seaworthy.scanWorkspace',
  async run({ client }): Promise<ScanResult | null> {
    const result: ScanResult | null = await client.sendRequest(ExecuteCommandRequest.method, { command: scanCommand });
    // Null when the user cancelled; what was found until then stays.
    if (result === null) return null;
    const message = vscode.l10n.t('Seaworthy: {0} findings in {1} files', result.findings, result.files);
    vscode.window.setStatusBarMessage(message, outcomeShown);
    if (result.findings > 0)
      await vscode.commands.executeCommand('workbench.actions.view.problems', { preserveFocus: true });
    return result;
  },
};
