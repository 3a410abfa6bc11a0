/** A scan as the user sees it: how far it is, a way to stop it, and at the end what was found. */
import * as vscode from 'vscode';
import { ExecuteCommandRequest, type LanguageClient, WorkDoneProgress } from 'vscode-languageclient/node';
import { type ScanResult, scanCommand } from '../server/protocol.ts';
import { Running } from './running.ts';

/** Scans that are not done yet: who asks for one twice means one. */
const running = new Running<ScanResult | null>();

/**
 * @param uris what is scanned; empty for all folders. Asked for again meanwhile, it is the same scan.
 * @returns null when there is nothing to scan, or the user cancelled; what was found until then stays.
 */
export const scanAndShow = (client: LanguageClient, uris: readonly vscode.Uri[]): Promise<ScanResult | null> =>
  running.of(uris.map(String).join(' '), () => scanned(client, uris));

async function scanned(client: LanguageClient, uris: readonly vscode.Uri[]): Promise<ScanResult | null> {
  if ((vscode.workspace.workspaceFolders ?? []).length === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t('Open a folder first: a scan is about its files.'));
    return null;
  }
  const result = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Seaworthy: scanning'),
      cancellable: true,
    },
    (progress, token) => scan(client, uris, progress, token),
  );
  // Not awaited: whoever called this waits for the scan, not for the user.
  if (result !== null) offerProblems(result).then(undefined, () => undefined);
  return result;
}

let scans = 0;

async function scan(
  client: LanguageClient,
  uris: readonly vscode.Uri[],
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<ScanResult | null> {
  const workDoneToken = `seaworthy.scan.${++scans}`;
  let shown = 0;
  await client.start();
  const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
    if (value.kind !== 'report') return;
    const increment = Math.max(0, (value.percentage ?? shown) - shown);
    shown += increment;
    progress.report({ increment, ...(value.message === undefined ? {} : { message: value.message }) });
  });
  try {
    const named = uris.map((uri) => client.code2ProtocolConverter.asUri(uri));
    const params = { command: scanCommand, arguments: named, workDoneToken };
    return await client.sendRequest<ScanResult | null>(ExecuteCommandRequest.method, params, token);
  } catch (error) {
    if (token.isCancellationRequested) return null;
    throw error;
  } finally {
    listening.dispose();
  }
}

async function offerProblems({ files, filesWithFindings, findings }: ScanResult): Promise<void> {
  if (findings === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t('Seaworthy: no findings in {0} files', files));
    return;
  }
  const message = vscode.l10n.t('Seaworthy: {0} findings in {1} of {2} files', findings, filesWithFindings, files);
  const show = vscode.l10n.t('Show');
  if ((await vscode.window.showInformationMessage(message, show)) === show)
    await vscode.commands.executeCommand('workbench.actions.view.problems');
}
