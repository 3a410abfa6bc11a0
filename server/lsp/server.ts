/**
 * The language server: what the client may ask, and what it is told unasked. Runs in any process that gives it a connection and files. Owns the
 * order of events; analysis is the folder's business, menus and cards are files of their own. What comes in has passed the gate: it has the right shape.
 */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type CodeLensParams,
  type CompletionParams,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticParams,
  DocumentDiagnosticReportKind,
  type HoverParams,
  type InitializeResult,
  MarkupKind,
  TextDocumentSyncKind,
  TextDocuments,
  WatchKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rules as allRules } from '../../rules/catalog/index.ts';
import { type Rule, rulesByWrittenId } from '../../rules/contract/rule.ts';
import { configurationFileName } from '../../rules/engine/settings/configuration.ts';
import { LineTable } from '../../rules/text/source.ts';
import { codeActions, fixAllKind, type IgnoreQuestion, resolveAction, uriOfAction } from './actions.ts';
import { type RadiusAnswer, type RadiusQuestion, radiusAt, radiusLenses } from './blast-radius.ts';
import { clientOf, foldersOf } from './client.ts';
import { configurationCompletions, configurationHover } from './configuration-help.ts';
import { toRange, toSpan } from './convert.ts';
import { type TurnOffQuestion, turnOffIn } from './disable-rule.ts';
import type { LspHost } from './host.ts';
import { hoverCard } from './hover.ts';
import type { Gate } from './message-validation.ts';
import { worstFirst } from './presentation.ts';
import { runScan } from './scan-command.ts';
import { Session } from './session.ts';
import { Tasks } from './tasks.ts';
import { type WorkspaceFixQuestion, workspaceFix } from './workspace-fix.ts';

const scanCommand = 'seaworthy.server.scan';

/** Files that say something of others. */
const watched = [
  '**/*.{yaml,yml,json}',
  '**/{Dockerfile,Containerfile,dockerfile,containerfile}*',
  '**/*.{Dockerfile,dockerfile,Containerfile,containerfile}',
  '**/*{.dockerignore,.containerignore}',
  '**/docker-bake*.hcl',
  '**/*.{sh,bash,conf}',
  '**/*{entrypoint,.conf.template}',
  `**/${configurationFileName}`,
  '**/.hadolint.{yaml,yml}',
  '**/.gitignore',
];

/** @param rules other ones than all, for tests. */
export function startServer(
  connection: Connection,
  host: LspHost,
  gate: Gate,
  rules: readonly Rule[] = allRules,
): void {
  const rulesById = rulesByWrittenId(rules);
  const documents = new TextDocuments(TextDocument);
  const tasks = new Tasks(connection, () => host.pause());
  let session: Session | undefined;
  gate.attach(connection);

  connection.onInitialize((params): InitializeResult => {
    const client = clientOf(params);
    session = new Session({ connection, tasks, host, documents, client, rules, folders: foldersOf(params) });
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
        ...(host.pid === undefined ? {} : { experimental: { pid: host.pid } }),
      },
      serverInfo: { name: 'seaworthy' },
    };
  });

  connection.onInitialized(() => {
    if (session === undefined) return;
    const { client } = session;
    if (client.registersWatchers)
      tasks.later('To have files watched', () =>
        connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [
            ...watched.map((globPattern) => ({ globPattern })),
            // Of a folder that is gone, editors name nothing but the folder.
            { globPattern: '**/*', kind: WatchKind.Delete },
          ],
        }),
      );
    if (client.registersConfiguration)
      tasks.later('To hear of settings', () =>
        connection.client.register(DidChangeConfigurationNotification.type, { section: 'seaworthy' }),
      );
    if (client.tellsFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
        tasks.later('To follow a change of folders', async () => session?.changeFolders(added, removed)),
      );
    tasks.later('To begin', async () => session?.start());
  });

  documents.onDidChangeContent(({ document }) =>
    tasks.later(`To follow ${document.uri}`, async () => session?.changed(document)),
  );
  documents.onDidClose(({ document }) =>
    tasks.later(`To close ${document.uri}`, async () => session?.closed(document)),
  );
  connection.onDidChangeConfiguration(() => tasks.later('To follow settings', async () => session?.reconfigured()));
  connection.onDidChangeWatchedFiles(({ changes }) =>
    tasks.later('To follow the disk', async () => session?.filesChanged(changes.map(({ uri }) => uri))),
  );

  connection.languages.diagnostics.on(
    tasks.answering('textDocument/diagnostic', async ({ textDocument }: DocumentDiagnosticParams) => ({
      kind: DocumentDiagnosticReportKind.Full,
      items: (await session?.diagnostics(textDocument.uri)) ?? [],
    })),
  );

  connection.onCodeAction(
    tasks.answering('textDocument/codeAction', async ({ textDocument, range, context }: CodeActionParams, turn) => {
      const target = await session?.target(textDocument.uri);
      if (session === undefined || target === undefined) return [];
      const at = session;
      const options = {
        resolves: session.client.resolvesActions,
        versioned: session.client.versionedEdits,
        client: session.client,
        pause: async (): Promise<void> => {
          await turn.pause();
          at.checkCurrent(target);
        },
      };
      return codeActions(target, toSpan(target.lines, range), context.only ?? undefined, options);
    }),
  );

  connection.onCodeActionResolve(
    tasks.answering('codeAction/resolve', async (action: CodeAction) => {
      const uri = uriOfAction(action);
      const target = uri === undefined ? undefined : await session?.target(uri);
      return session === undefined || target === undefined
        ? action
        : resolveAction(action, target, session.client.versionedEdits);
    }),
  );

  connection.onCompletion(
    tasks.answering('textDocument/completion', async ({ textDocument, position }: CompletionParams) => {
      const text = session?.configurationText(textDocument.uri);
      if (text === undefined) return [];
      const lines = new LineTable(text);
      return configurationCompletions(text, lines.offsetAt(position), lines, rules);
    }),
  );

  connection.onHover(
    tasks.answering('textDocument/hover', async ({ textDocument, position }: HoverParams) => {
      const configuration = session?.configurationText(textDocument.uri);
      if (configuration !== undefined) {
        const value = configurationHover(configuration, new LineTable(configuration).offsetAt(position), rulesById);
        return value === undefined ? null : { contents: { kind: MarkupKind.Markdown, value } };
      }
      const target = await session?.target(textDocument.uri);
      if (session === undefined || target === undefined) return null;
      const { workspace, path, lines } = target;
      const offset = lines.offsetAt(position);
      const here = workspace.findings(path).filter(({ span }) => span.start <= offset && offset <= span.end);
      const [first] = here;
      if (first === undefined) return null;
      const value = hoverCard(worstFirst(here), rulesById, (finding) => workspace.fixes(finding), {
        pages: session.client.opensPages,
      });
      return { contents: { kind: MarkupKind.Markdown, value }, range: toRange(lines, first.span) };
    }),
  );

  connection.onCodeLens(
    tasks.answering('textDocument/codeLens', async ({ textDocument }: CodeLensParams) => {
      const target = await session?.lensTarget(textDocument.uri);
      return target === undefined ? [] : radiusLenses(target);
    }),
  );

  connection.onRequest(
    'seaworthy/blastRadius',
    tasks.answering('seaworthy/blastRadius', async ({ uri, position }: RadiusQuestion): Promise<RadiusAnswer> => {
      const target = await session?.wholeTarget(uri);
      return session === undefined || target === undefined
        ? null
        : radiusAt(target, position, (path) => session?.uriOf(path) ?? '');
    }),
  );

  connection.onRequest(
    'seaworthy/effectiveConfiguration',
    tasks.answering(
      'seaworthy/effectiveConfiguration',
      async ({ uri }: { readonly uri: string }): Promise<string> => (await session?.effectiveConfiguration(uri)) ?? '',
    ),
  );

  connection.onRequest(
    'seaworthy/workspaceFix',
    tasks.answering('seaworthy/workspaceFix', async (question: WorkspaceFixQuestion, turn) =>
      session === undefined ? null : workspaceFix(session, question, turn),
    ),
  );

  connection.onRequest(
    'seaworthy/disableRule',
    tasks.answering(
      'seaworthy/disableRule',
      async (question: TurnOffQuestion): Promise<object | null> =>
        session === undefined ? null : turnOffIn(session, question),
    ),
  );

  connection.onRequest(
    'seaworthy/ignore',
    tasks.answering('seaworthy/ignore', async ({ action, reason }: IgnoreQuestion) => {
      const uri = uriOfAction({ title: '', data: action });
      const target = uri === undefined ? undefined : await session?.target(uri);
      return session === undefined || target === undefined
        ? null
        : (resolveAction({ title: '', data: action }, target, session.client.versionedEdits, reason).edit ?? null);
    }),
  );

  // The client asks whether anybody is there.
  connection.onRequest('seaworthy/ping', () => null);

  connection.onExecuteCommand(async ({ command }, token, workDone) =>
    tasks.answering(`workspace/executeCommand ${command}`, async () =>
      command !== scanCommand || session === undefined ? null : runScan(session, token, workDone),
    )(undefined, token),
  );

  documents.listen(connection);
  connection.listen();
}
