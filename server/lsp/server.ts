/**
 * The language server: what the client may ask, and what it is told unasked. Runs in any process that gives it a connection and files. Owns the
 * order of events; analysis is the folder's business, menus and cards are files of their own.
 */
import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  MarkupKind,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { configurationFileName } from '../../rules/engine/configuration.ts';
import { rules } from '../../rules/index.ts';
import { LineTable } from '../../rules/text/source.ts';
import {
  codeActions,
  fixAllKind,
  fixRuleCommand,
  type IgnoreQuestion,
  ignoreCommand,
  pageCommand,
  resolveAction,
  turnOffCommand,
  uriOfAction,
} from './actions.ts';
import { type RadiusAnswer, type RadiusQuestion, radiusAt, radiusCommand, radiusLenses } from './blast-radius.ts';
import { configurationCompletions, configurationHover } from './configuration-help.ts';
import { toRange, toSpan } from './convert.ts';
import { type Client, Desk } from './desk.ts';
import type { LspHost } from './host.ts';
import { hoverCard } from './hover.ts';
import { worstFirst } from './present.ts';
import { runScan } from './scan-command.ts';
import { type TurnOffQuestion, turnOffIn } from './turn-off.ts';
import { type WorkspaceFixQuestion, workspaceFix } from './workspace-fix.ts';

const scanCommand = 'seaworthy.server.scan';

const rulesById = new Map(rules.map((rule) => [rule.id, rule]));

export function startServer(connection: Connection, host: LspHost): void {
  const documents = new TextDocuments(TextDocument);
  let desk: Desk | undefined;

  connection.onInitialize((params): InitializeResult => {
    const client = clientOf(params);
    desk = new Desk({ connection, host, documents, client, rules, folders: foldersOf(params) });
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
        ...(client.pulls
          ? {
              diagnosticProvider: { identifier: 'seaworthy', interFileDependencies: true, workspaceDiagnostics: false },
            }
          : {}),
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, fixAllKind],
          resolveProvider: client.resolvesActions,
        },
        hoverProvider: true,
        completionProvider: { triggerCharacters: [':', '-', ' '] },
        ...(client.showsRadius ? { codeLensProvider: {} } : {}),
        executeCommandProvider: { commands: [scanCommand] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
      serverInfo: { name: 'seaworthy' },
    };
  });

  connection.onInitialized(() => {
    if (desk === undefined) return;
    const { client } = desk;
    if (client.registersWatchers) {
      const globs = [
        '**/*.{yaml,yml,json}',
        '**/{Dockerfile,Containerfile,dockerfile,containerfile}*',
        '**/*.{Dockerfile,dockerfile,Containerfile,containerfile}',
        '**/*{.dockerignore,.containerignore}',
        '**/docker-bake*.hcl',
        '**/*.{sh,bash,conf}',
        '**/*{entrypoint,.conf.template}',
        `**/${configurationFileName}`,
        '**/.hadolint.{yaml,yml}',
      ];
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: globs.map((globPattern) => ({ globPattern })),
      });
    }
    if (client.registersConfiguration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'seaworthy' });
    if (client.tellsFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => desk?.changeFolders(added, removed));
    void desk.start();
  });

  documents.onDidChangeContent(({ document }) => void desk?.changed(document));
  documents.onDidClose(({ document }) => void desk?.closed(document));
  connection.onDidChangeConfiguration(() => void desk?.reconfigured());
  connection.onDidChangeWatchedFiles(({ changes }) => void desk?.filesChanged(changes.map(({ uri }) => uri)));

  connection.languages.diagnostics.on(async ({ textDocument }) => ({
    kind: DocumentDiagnosticReportKind.Full,
    items: (await desk?.diagnostics(textDocument.uri)) ?? [],
  }));

  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const target = await desk?.target(textDocument.uri);
    if (desk === undefined || target === undefined) return [];
    return codeActions(target, toSpan(target.lines, range), context.only, {
      resolves: desk.client.resolvesActions,
      versioned: desk.client.versionedEdits,
      client: desk.client,
    });
  });

  connection.onCodeActionResolve(async (action) => {
    const uri = uriOfAction(action);
    const target = uri === undefined ? undefined : await desk?.target(uri);
    return desk === undefined || target === undefined
      ? action
      : resolveAction(action, target, desk.client.versionedEdits);
  });

  connection.onCompletion(({ textDocument, position }) => {
    const text = desk?.configurationText(textDocument.uri);
    if (text === undefined) return [];
    const lines = new LineTable(text);
    return configurationCompletions(text, lines.offsetAt(position), lines, rules);
  });

  connection.onHover(async ({ textDocument, position }) => {
    const configuration = desk?.configurationText(textDocument.uri);
    if (configuration !== undefined) {
      const value = configurationHover(configuration, new LineTable(configuration).offsetAt(position), rulesById);
      return value === undefined ? null : { contents: { kind: MarkupKind.Markdown, value } };
    }
    const target = await desk?.target(textDocument.uri);
    if (desk === undefined || target === undefined) return null;
    const { workspace, path, lines } = target;
    const offset = lines.offsetAt(position);
    const here = workspace.findings(path).filter(({ span }) => span.start <= offset && offset <= span.end);
    const [first] = here;
    if (first === undefined) return null;
    const value = hoverCard(worstFirst(here), rulesById, (finding) => workspace.fixes(finding), {
      pages: desk.client.opensPages,
    });
    return { contents: { kind: MarkupKind.Markdown, value }, range: toRange(lines, first.span) };
  });

  connection.onCodeLens(async ({ textDocument }) => {
    const target = await desk?.lensTarget(textDocument.uri);
    return target === undefined ? [] : radiusLenses(target);
  });

  connection.onRequest('seaworthy/blastRadius', async ({ uri, position }: RadiusQuestion): Promise<RadiusAnswer> => {
    const target = await desk?.wholeTarget(uri);
    return desk === undefined || target === undefined
      ? null
      : radiusAt(target, position, (path) => desk?.uriOf(path) ?? '');
  });

  connection.onRequest(
    'seaworthy/effectiveConfiguration',
    async ({ uri }: { readonly uri: string }): Promise<string> => (await desk?.effectiveConfiguration(uri)) ?? '',
  );

  connection.onRequest('seaworthy/workspaceFix', async (question: WorkspaceFixQuestion) =>
    desk === undefined ? null : workspaceFix(desk, question),
  );

  connection.onRequest(
    'seaworthy/turnOff',
    async (question: TurnOffQuestion): Promise<object | null> =>
      desk === undefined ? null : turnOffIn(desk, question),
  );

  connection.onRequest('seaworthy/ignore', async ({ action, reason }: IgnoreQuestion) => {
    const uri = uriOfAction({ title: '', data: action });
    const target = uri === undefined ? undefined : await desk?.target(uri);
    return desk === undefined || target === undefined
      ? null
      : (resolveAction({ title: '', data: action }, target, desk.client.versionedEdits, reason).edit ?? null);
  });

  connection.onExecuteCommand(async ({ command }, token, workDone) => {
    if (command !== scanCommand || desk === undefined) return null;
    return runScan(desk, token, workDone);
  });

  documents.listen(connection);
  connection.listen();
}

function clientOf({ capabilities, initializationOptions }: InitializeParams): Client {
  const { textDocument, workspace } = capabilities;
  const commands: unknown = (initializationOptions as { commands?: unknown } | undefined)?.commands;
  const knows = (command: string): boolean => Array.isArray(commands) && commands.includes(command);
  return {
    pulls: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    resolvesActions:
      textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true &&
      textDocument.codeAction.dataSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    related: textDocument?.publishDiagnostics?.relatedInformation === true || textDocument?.diagnostic !== undefined,
    configures: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    tellsFolders: workspace?.workspaceFolders === true,
    opensPages: knows(pageCommand),
    previewsFixes: knows(fixRuleCommand),
    asksReasons: knows(ignoreCommand),
    turnsOff: knows(turnOffCommand),
    showsRadius: knows(radiusCommand),
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
  };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders !== undefined && workspaceFolders !== null && workspaceFolders.length > 0)
    return workspaceFolders.map(({ uri }) => uri);
  return rootUri === null || rootUri === undefined ? [] : [rootUri];
}
