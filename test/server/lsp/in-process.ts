/** The language server in the process of the test, so that its clock can be moved and its rules chosen. */
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, Range } from 'vscode-languageserver';
import {
  createConnection,
  createMessageConnection,
  type MessageConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Rule } from '../../../rules/contract/rule.ts';
import type { Files } from '../../../server/host/files.ts';
import { nodeFiles } from '../../../server/host/node-files.ts';
import { sha256 } from '../../../server/host/sha256.ts';
import type { LspHost } from '../../../server/lsp/host.ts';
import { Gate } from '../../../server/lsp/message-validation.ts';
import { startServer } from '../../../server/lsp/server.ts';

/** A clock that stands until somebody moves it. */
export class TestClock {
  #now = 0;
  readonly #due = new Set<{ readonly at: number; readonly work: () => void }>();

  now(): number {
    return this.#now;
  }

  /** What is due then happens in a moment, as from any timer. */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
    for (const due of [...this.#due].sort((a, b) => a.at - b.at)) if (due.at <= this.#now) this.#soon(due);
  }

  /** Time passes, and no timer has its turn. */
  jump(milliseconds: number): void {
    this.#now += milliseconds;
  }

  after(milliseconds: number, work: () => void): () => void {
    const due = { at: this.#now + milliseconds, work };
    this.#due.add(due);
    if (milliseconds <= 0) this.#soon(due);
    return () => this.#due.delete(due);
  }

  #soon(due: { readonly at: number; readonly work: () => void }): void {
    setImmediate(() => {
      if (this.#due.delete(due)) due.work();
    });
  }
}

export interface InProcess {
  readonly connection: MessageConnection;
  /** What the server told unasked. */
  readonly told: { readonly method: string; readonly params: unknown }[];
  /** Methods of what the server asked. */
  readonly asked: string[];
  /** How often the server let others go first. */
  readonly pauses: () => number;
  open(path: string, text: string, languageId?: string): string;
  /** @param range that is replaced; left out: all. */
  change(path: string, version: number, text: string, range?: Range): void;
  save(path: string): void;
  close(path: string): void;
  diagnostics(path: string): Promise<readonly Diagnostic[]>;
}

/** Of the client that tests play. */
const capabilities = {
  workspace: { diagnostics: { refreshSupport: true }, workspaceEdit: { documentChanges: true } },
  textDocument: {
    diagnostic: {},
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
};

/** @param folder that is open. @param onPause what happens whenever the server lets others go first. */
export async function startInProcess({
  folder,
  rules,
  clock = new TestClock(),
  onPause = () => undefined,
  commands = [],
  files = nodeFiles,
  images,
  settings,
}: {
  readonly folder: string;
  readonly rules?: readonly Rule[];
  readonly clock?: TestClock;
  readonly onPause?: () => void | Promise<void>;
  readonly commands?: readonly string[];
  readonly files?: Files;
  /** Left out: no program can be run. */
  readonly images?: LspHost['images'];
  /** What the client says of its settings; left out: it cannot be asked. */
  readonly settings?: object;
}): Promise<InProcess> {
  const [there, back] = [new PassThrough(), new PassThrough()];
  let pauses = 0;
  const host: LspHost = {
    files,
    toPath: (uri) => (uri.startsWith('file://') ? decodeURIComponent(new URL(uri).pathname) : undefined),
    toUri: (path) => pathToFileURL(path).toString(),
    sha256,
    async pause() {
      pauses++;
      await onPause();
      await new Promise((resolve) => setImmediate(resolve));
    },
    clock,
    today: () => '2026-01-01',
    pid: undefined,
    ...(images === undefined ? {} : { images }),
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
  const asked: string[] = [];
  connection.onRequest((method) => {
    asked.push(method);
    return method === 'workspace/configuration' ? [settings] : null;
  });
  connection.listen();
  const uriOf = (path: string): string => pathToFileURL(`${folder}/${path}`).toString();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: pathToFileURL(folder).toString(),
    capabilities:
      settings === undefined
        ? capabilities
        : { ...capabilities, workspace: { ...capabilities.workspace, configuration: true } },
    initializationOptions: { commands },
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    told,
    asked,
    pauses: () => pauses,
    open(path, text, languageId = 'yaml') {
      const uri = uriOf(path);
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      });
      return uri;
    },
    change(path, version, text, range) {
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uriOf(path), version },
        contentChanges: [range === undefined ? { text } : { text, range }],
      });
    },
    save(path) {
      connection.sendNotification('textDocument/didSave', { textDocument: { uri: uriOf(path) } });
    },
    close(path) {
      connection.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf(path) } });
    },
    async diagnostics(path) {
      const { items } = (await connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri: uriOf(path) },
      })) as { items: Diagnostic[] };
      return items;
    },
  };
}
