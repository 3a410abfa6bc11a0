/**
 * The language server: begins a session when the client asks for one, and has the listed requests answered and notifications followed from then on.
 * Runs in any process that gives it a connection and files. What comes in has passed the gate: it has the right shape.
 */
import {
  type CancellationToken,
  type Connection,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { rules as allRules } from '../../rules/catalog/index.ts';
import type { Rule } from '../../rules/contract/rule.ts';
import { scanCommand } from '../protocol.ts';
import { type Client, clientOf, foldersOf } from './client.ts';
import { offeredKinds } from './code-actions/code-action.ts';
import { followDocuments } from './document-sync.ts';
import type { LspHost } from './host.ts';
import type { Gate } from './message-validation.ts';
import { notifications } from './notifications/index.ts';
import { requests } from './requests/index.ts';
import { Session } from './session.ts';
import { Tasks } from './tasks.ts';
import { trackedDocuments } from './typing/tracked-documents.ts';

/** @param rules other ones than all, for tests. */
export function startServer(
  connection: Connection,
  host: LspHost,
  gate: Gate,
  rules: readonly Rule[] = allRules,
): void {
  let session: Session | undefined;
  const documents = new TextDocuments(trackedDocuments((uri, changes) => session?.typing.changed(uri, changes)));
  const tasks = new Tasks(connection, () => host.pause());
  gate.attach(connection);
  connection.onInitialize((params): InitializeResult => {
    const client = clientOf(params);
    session = new Session({ connection, tasks, host, documents, client, rules, folders: foldersOf(params) });
    serve(session);
    followDocuments(documents, session);
    return resultOf(client, host);
  });
  documents.listen(connection);
  connection.listen();
}

function serve(session: Session): void {
  const { connection, tasks } = session;
  for (const { method, answer } of requests) {
    const answering = tasks.answering(method, (params, task) => answer(session, params as never, task));
    connection.onRequest(method, (...given: unknown[]) =>
      // Of a request without parameters the library hands over the token alone.
      answering(given.length > 1 ? given[0] : undefined, given.at(-1) as CancellationToken),
    );
  }
  for (const { method, task, follow } of notifications)
    connection.onNotification(method, (params: unknown) => tasks.later(task, () => follow(session, params as never)));
}

function resultOf(client: Client, host: LspHost): InitializeResult {
  return {
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      ...(client.pulls
        ? { diagnosticProvider: { identifier: 'seaworthy', interFileDependencies: true, workspaceDiagnostics: false } }
        : {}),
      codeActionProvider: {
        codeActionKinds: [...offeredKinds],
        resolveProvider: client.resolvesActions,
      },
      hoverProvider: true,
      completionProvider: { triggerCharacters: [':', '-', ' '] },
      definitionProvider: true,
      referencesProvider: true,
      documentLinkProvider: {},
      inlayHintProvider: true,
      ...(client.showsRadius ? { codeLensProvider: {} } : {}),
      executeCommandProvider: { commands: [scanCommand] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...(host.pid === undefined ? {} : { experimental: { pid: host.pid } }),
    },
    serverInfo: { name: 'seaworthy' },
  };
}
