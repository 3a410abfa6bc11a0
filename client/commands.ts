/**
 * The commands of the palette. Each asks the server or the editor and shows the answer; none looks into a document.
 */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { BlastRadiusPanel } from './blast-radius/panel.ts';
import { disableRule } from './commands/disable-rule.ts';
import { registerEffectiveConfiguration, showEffectiveConfiguration } from './commands/effective-configuration.ts';
import { fixAllSafe, fixInWorkspace } from './commands/fix.ts';
import { ignore } from './commands/ignore.ts';
import { openPracticeFile } from './commands/practice.ts';
import { openRulePage } from './commands/rule-page.ts';

/** What the server's scan command returns. */
interface ScanResult {
  readonly files: number;
  readonly findings: number;
}

/** How long the outcome of a scan stands in the status bar, in milliseconds. */
const outcomeShown = 8000;

/** Registers every command of the manifest except those that the server names itself. */
export function registerCommands(
  context: vscode.ExtensionContext,
  client: LanguageClient,
  log: vscode.LogOutputChannel,
): vscode.Disposable[] {
  const register = vscode.commands.registerCommand;
  const radius = new BlastRadiusPanel(context.extensionUri, client);
  return [
    register('seaworthy.scanWorkspace', () => scan(client)),
    register('seaworthy.fixAllSafeInWorkspace', () => fixInWorkspace(client, undefined)),
    register('seaworthy.fixRuleInWorkspace', (rule: unknown) => fixInWorkspace(client, rule)),
    registerEffectiveConfiguration(client),
    register('seaworthy.openPracticeFile', openPracticeFile),
    register('seaworthy.showEffectiveConfiguration', () => showEffectiveConfiguration(client)),
    register('seaworthy.turnOff', (uri: unknown, rule: unknown) => disableRule(client, uri, rule)),
    register('seaworthy.ignore', (action: unknown) => ignore(client, action)),
    register('seaworthy.fixAllSafe', () => fixAllSafe(client)),
    register('seaworthy.restartServer', () => restart(client, log)),
    register('seaworthy.showOutput', () => log.show(true)),
    radius,
    register('seaworthy.showBlastRadius', (uri: unknown, position: unknown) => radius.show(uri, position)),
    register('seaworthy.openRulePage', (rule: unknown) => openRulePage(context.extensionUri, rule)),
  ];
}

/** Also a server that does not answer any more, whose process the client ends a little later. */
async function restart(client: LanguageClient, log: vscode.LogOutputChannel): Promise<void> {
  await client.stop().catch((error: unknown) => log.warn(`The server did not stop by itself: ${String(error)}`));
  await client.start();
}

/** Progress and cancellation are the server's own; this waits for the end and shows where the results are. */
async function scan(client: LanguageClient): Promise<ScanResult | null> {
  const result = await client.sendRequest<ScanResult | null>('workspace/executeCommand', {
    command: 'seaworthy.server.scan',
  });
  // Null when the user cancelled; what was found until then stays.
  if (result === null) return null;
  const message = vscode.l10n.t('Seaworthy: {0} findings in {1} files', result.findings, result.files);
  vscode.window.setStatusBarMessage(message, outcomeShown);
  if (result.findings > 0)
    await vscode.commands.executeCommand('workbench.actions.view.problems', { preserveFocus: true });
  return result;
}
