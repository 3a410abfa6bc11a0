/** The language server in the process of the test, so that its clock can be moved and its rules chosen. */
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver';
import {
  createConnection,
  createMessageConnection,
  type MessageConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Rule } from '../../../rules/contract/rule.ts';
import { nodeFiles } from '../../../server/host/node-files.ts';
import type { LspHost } from '../../../server/lsp/host.ts';
import { Gate } from '../../../server/lsp/message-validation.ts';
import { startServer } from '../../../server/lsp/server.ts';

/** A clock that stands until somebody moves it. */
export class TestClock {
  #now = 0;

  now(): number {
    return this.#now;
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }

  after(_milliseconds: number, work: () => void): () => void {
    const soon = setImmediate(work);
    return () => clearImmediate(soon);
  }
}

export interface InProcess {
  readonly connection: MessageConnection;
  /** What the server told unasked. */
  readonly told: { readonly method: string; readonly params: unknown }[];
  /** How often the server let others go first. */
  readonly pauses: () => number;
  open(path: string, text: string): string;
  change(path: string, version: number, text: string): void;
  diagnostics(path: string): Promise<readonly Diagnostic[]>;
}

/** @param folder that is open. @param onPause what happens whenever the server lets others go first. */
export async function startInProcess({
  folder,
  rules,
  clock = new TestClock(),
  onPause = () => undefined,
  commands = [],
}: {
  readonly folder: string;
  readonly rules?: readonly Rule[];
  readonly clock?: TestClock;
  readonly onPause?: () => void | Promise<void>;
  readonly commands?: readonly string[];
}): Promise<InProcess> {
  const [there, back] = [new PassThrough(), new PassThrough()];
  let pauses = 0;
  const host: LspHost = {
    files: nodeFiles,
    toPath: (uri) => (uri.startsWith('file://') ? decodeURIComponent(new URL(uri).pathname) : undefined),
    toUri: (path) => pathToFileURL(path).toString(),
    async pause() {
      pauses++;
      await onPause();
      await new Promise((resolve) => setImmediate(resolve));
    },
    clock,
    today: () => '2026-01-01',
    pid: undefined,
  };
  const gate = new Gate();
  const server = createConnection(ProposedFeatures.all, new StreamMessageReader(there), new StreamMessageWriter(back), {
    messageStrategy: gate.strategy,
  });
  startServer(server, host, gate, rules);
  const connection = createMessageConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  const told: { method: string; params: unknown }[] = [];
  connection.onNotification((method, params) => {
    told.push({ method, params });
  });
  connection.onRequest(() => null);
  connection.listen();
  const uriOf = (path: string): string => pathToFileURL(`${folder}/${path}`).toString();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: pathToFileURL(folder).toString(),
    capabilities: {
      workspace: { diagnostics: { refreshSupport: true }, workspaceEdit: { documentChanges: true } },
      textDocument: {
        diagnostic: {},
        codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
      },
    },
    initializationOptions: { commands },
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    told,
    pauses: () => pauses,
    open(path, text) {
      const uri = uriOf(path);
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'yaml', version: 1, text },
      });
      return uri;
    },
    change(path, version, text) {
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uriOf(path), version },
        contentChanges: [{ text }],
      });
    },
    async diagnostics(path) {
      const { items } = (await connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri: uriOf(path) },
      })) as { items: Diagnostic[] };
      return items;
    },
  };
}
