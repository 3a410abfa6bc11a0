/**
 * The VS Code side: starts the language server and gives it to the commands and the status item.
 * Knows nothing of YAML, Dockerfiles or rules; every judgement is the server's.
 */
import * as vscode from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import { clientCommands, findingsChanged } from '../server/protocol.ts';
import { registerAgentTools } from './agents.ts';
import { askAgain } from './ask-again.ts';
import { AttackPathsPanel } from './attack-paths/panel.ts';
import { BlastRadiusPanel } from './blast-radius/panel.ts';
import { registerCommands } from './commands/index.ts';
import { registerEffectiveConfiguration } from './commands/show-effective-configuration.ts';
import { registerRendered } from './commands/show-rendered.ts';
import { FindingsView } from './findings-view/view.ts';
import { refreshImages } from './image-refresh.ts';
import { ImagesView } from './images-view/view.ts';
import { Recovery } from './recovery.ts';
import { ReportPanel } from './report/panel.ts';
import { StatusItem } from './status.ts';
import { followTrust, trusted } from './trust.ts';
import { whenNeeded } from './wake.ts';

/** Languages whose documents may hold a manifest or a Dockerfile; the server decides by content. */
const languages = ['yaml', 'dockerfile', 'dockercompose', 'json', 'jsonc', 'helm', 'helm-template'];
/** The server reads files from disk, so only what lies there and what is not saved yet. */
const schemes = ['file', 'untitled'];
const documents = languages.flatMap((language) => schemes.map((scheme) => ({ language, scheme })));

let client: LanguageClient | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Seaworthy', { log: true });
  const server = serverAt(context.asAbsolutePath('dist/server.cjs'));
  const recovery = new Recovery(log);
  const options: LanguageClientOptions = {
    documentSelector: documents,
    diagnosticCollectionName: 'seaworthy',
    outputChannel: log,
    // Errors are told by the status item; a panel that opens by itself covers the work.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    progressOnInitialization: false,
    // Only what is shown in a tab counts as open; what other extensions load in the background stays with the workspace scan.
    textSynchronization: { delayOpenNotifications: true },
    middleware: { ...recovery.middleware, workspace: trusted },
    errorHandler: recovery.errorHandler,
    initializationOptions: () => ({
      ...recovery.options,
      commands: Object.values(clientCommands),
      listsFindings: true,
      pages: vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules').toString(),
    }),
    markdown: { isTrusted: { enabledCommands: [clientCommands.openRulePage] } },
  };
  client = new LanguageClient('seaworthy', 'Seaworthy', server, options);
  const status = new StatusItem(client, documents);
  const extension = context.extensionUri;
  const attackPaths = new AttackPathsPanel(extension, client);
  const panel = new BlastRadiusPanel(extension, client);
  // The client has one handler for a notification; a second one would take the place of the first.
  const changed = new vscode.EventEmitter<void>();
  client.onNotification(findingsChanged, () => changed.fire());
  const findings = new FindingsView(client, context.workspaceState, changed.event);
  const report = new ReportPanel(client);
  const images = new ImagesView(client, changed.event);
  const commands = registerCommands({ client, extension, log, attackPaths, panel, findings, report, images });
  context.subscriptions.push(
    log,
    status,
    changed,
    attackPaths,
    panel,
    findings,
    report,
    images,
    refreshImages(client, log, () => images.refresh()),
    askAgain(client),
    followTrust(client),
    registerEffectiveConfiguration(client),
    registerRendered(client),
    ...commands,
    ...registerAgentTools(context),
  );
  // A server that stands at a breakpoint does not answer either.
  if (context.extensionMode !== vscode.ExtensionMode.Development) context.subscriptions.push(recovery.watch(client));

  const started = client;
  // Not awaited: the editor goes on opening while the server starts.
  const start = (): void => {
    started.start().catch((error: unknown) => {
      log.error(error instanceof Error ? error : String(error));
      status.fail(vscode.l10n.t('The language server did not start.'));
    });
  };
  context.subscriptions.push(whenNeeded(documents, start));
}

const serverAt = (module: string): ServerOptions => ({
  run: { module, transport: TransportKind.ipc },
  debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6019'] } },
});

export async function deactivate(): Promise<void> {
  await client?.dispose();
}
