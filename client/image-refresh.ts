/**
 * Scans images again whose answer has grown old, where the user switched it on: now and then while a trusted workspace is open, a few at a time. The server says
 * which, and takes none that nobody scanned before.
 */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { ask } from './ask.ts';

/** Between two looks, in milliseconds. */
const interval = 30 * 60_000;

/** @param refreshed is called when something was scanned. */
export function refreshImages(
  client: LanguageClient,
  log: vscode.LogOutputChannel,
  refreshed: () => void,
): vscode.Disposable {
  let isRunning = false;
  const look = async (): Promise<void> => {
    const isWanted = vscode.workspace.getConfiguration('seaworthy').get<boolean>('imageScan.refresh') === true;
    if (!isWanted || isRunning || !vscode.workspace.isTrusted || !client.isRunning()) return;
    isRunning = true;
    try {
      const count = await ask(client, 'seaworthy/refreshImages', { isTrusted: true });
      if (count === 0) return;
      log.info(`${count} images were scanned again.`);
      refreshed();
    } catch (error) {
      log.warn(String(error));
    } finally {
      isRunning = false;
    }
  };
  const timer = setInterval(() => void look(), interval);
  return new vscode.Disposable(() => clearInterval(timer));
}
