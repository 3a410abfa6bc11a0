/** A small client of the language server: messages over standard streams, as any editor sends them. Waits for events, never for time. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic, PublishDiagnosticsParams, Range } from 'vscode-languageserver';
import { root } from '../../../tools/root.ts';
import { languageServer } from '../../harness/programs.ts';

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export interface ClientOptions {
  /** Paths and texts of files in the first folder. */
  readonly files?: { readonly [path: string]: string };
  /** The client asks for diagnostics; otherwise it is told. */
  readonly pulls?: boolean;
  /** Answers to `workspace/configuration`, by folder name. */
  readonly settings?: (scope: string) => object;
  /** Commands of the client that menus may lead to. */
  readonly commands?: readonly string[];
  /** Names of folders; the first holds the files unless a path says otherwise. */
  readonly folders?: readonly string[];
  /** Where the folders lie; left out: a new directory, which is taken away at the end. */
  readonly directory?: string;
  /** What is started, relative to the repository; `languageServer` when left out. */
  readonly program?: string;
  /** What the client can do with edits. */
  readonly workspaceEdit?: object;
  /** More of `initializationOptions`. */
  readonly options?: object;
  /** A module, relative to the repository, that is loaded into the server's process before it, and answers what `ask` sends. */
  readonly probe?: string;
}

export class Client {
  readonly directory: string;
  readonly notifications: Message[] = [];
  readonly #process: ChildProcess;
  readonly #answers = new Map<number, (message: Message) => void>();
  readonly #listeners = new Set<() => void>();
  readonly #settings: (scope: string) => object;
  #buffer = Buffer.alloc(0);
  #next = 1;
  #versions = new Map<string, number>();

  readonly #owns: boolean;

  private constructor(
    directory: string,
    owns: boolean,
    program: string,
    settings: (scope: string) => object,
    probe?: string,
  ) {
    this.directory = directory;
    this.#owns = owns;
    this.#settings = settings;
    const loaded = probe === undefined ? [] : ['--import', pathToFileURL(join(root, probe)).toString()];
    this.#process = spawn(process.execPath, [...loaded, join(root, program), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit', ...(probe === undefined ? [] : ['ipc' as const])],
    });
    this.#process.stdout?.on('data', (chunk: Buffer) => this.#receive(chunk));
  }

  /** A server that was not told anything yet. */
  static async connect(): Promise<Client> {
    const directory = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-lsp-')));
    return new Client(directory, true, languageServer, () => ({}));
  }

  static async start({
    files = {},
    pulls = true,
    settings = () => ({}),
    folders = ['shop'],
    commands = ['seaworthy.openRulePage', 'seaworthy.showBlastRadius'],
    directory: given,
    program = languageServer,
    options = {},
    workspaceEdit = { documentChanges: true },
    probe,
  }: ClientOptions = {}): Promise<Client> {
    const directory = given ?? realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-lsp-')));
    const client = new Client(directory, given === undefined, program, settings, probe);
    for (const folder of folders) mkdirSync(join(directory, folder), { recursive: true });
    for (const [path, text] of Object.entries(files)) client.write(path, text);
    await client.request('initialize', {
      processId: process.pid,
      rootUri: null,
      initializationOptions: { commands, ...options },
      workspaceFolders: folders.map((name) => ({ uri: client.uri(name), name })),
      capabilities: {
        window: { workDoneProgress: true },
        workspace: {
          configuration: true,
          workspaceFolders: true,
          didChangeConfiguration: { dynamicRegistration: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
          diagnostics: { refreshSupport: true },
          workspaceEdit,
        },
        textDocument: {
          publishDiagnostics: { versionSupport: true, relatedInformation: true },
          codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] }, isPreferredSupport: true },
          ...(pulls ? { diagnostic: { dynamicRegistration: false } } : {}),
        },
      },
    });
    client.notify('initialized', {});
    return client;
  }

  /** Of the server's process. */
  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** URI of a path below the client's directory. */
  uri(path: string): string {
    return pathToFileURL(join(this.directory, path)).toString();
  }

  /** Writes to disk; a path without a folder lies in `shop`. */
  write(path: string, text: string): string {
    const full = join(this.directory, path.includes('/') ? path : `shop/${path}`);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
    return pathToFileURL(full).toString();
  }

  open(uri: string, text: string, languageId = uri.endsWith('ockerfile') ? 'dockerfile' : 'yaml'): void {
    this.#versions.set(uri, 1);
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Replaces a range, or all. */
  change(uri: string, text: string, range?: Range): number {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [range === undefined ? { text } : { range, text }],
    });
    return version;
  }

  close(uri: string): void {
    this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    return ((await this.request('textDocument/diagnostic', { textDocument: { uri } })) as { items: Diagnostic[] })
      .items;
  }

  async actions(uri: string, range: Range, only?: readonly string[]): Promise<readonly CodeAction[]> {
    return (await this.request('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
    })) as CodeAction[];
  }

  /** The diagnostics that were pushed last for a document; undefined when none ever were. */
  pushed(uri: string): PublishDiagnosticsParams | undefined {
    return this.notifications
      .filter(
        ({ method, params }) =>
          method === 'textDocument/publishDiagnostics' && (params as PublishDiagnosticsParams).uri === uri,
      )
      .at(-1)?.params as PublishDiagnosticsParams | undefined;
  }

  /** Waits until something is so; looks again at each message. */
  async until<T>(look: () => T | undefined | false): Promise<T> {
    for (;;) {
      const seen = look();
      if (seen !== undefined && seen !== false) return seen;
      await new Promise<void>((resolve) => {
        const listener = (): void => {
          this.#listeners.delete(listener);
          resolve();
        };
        this.#listeners.add(listener);
      });
    }
  }

  /** Sends a request. @returns its id with the answer to come, so that it can be cancelled. */
  send(method: string, params: unknown): { readonly id: number; readonly answer: Promise<unknown> } {
    const id = this.#next++;
    const answer = new Promise((resolve, reject) => {
      this.#answers.set(id, ({ result, error }) =>
        error === undefined ? resolve(result) : reject(Object.assign(new Error(error.message), { code: error.code })),
      );
    });
    this.#write({ id, method, params });
    return { id, answer };
  }

  request(method: string, params: unknown): Promise<unknown> {
    return this.send(method, params).answer;
  }

  notify(method: string, params: unknown): void {
    this.#write({ method, params });
  }

  async stop(): Promise<void> {
    await this.request('shutdown', null);
    const ended = this.ended();
    this.notify('exit', null);
    await ended;
    this.clear();
  }

  /** Takes away what was written, of a server that ended otherwise. */
  clear(): void {
    if (this.#owns) rmSync(this.directory, { recursive: true, force: true });
  }

  /** Sends a message to the probe. @returns its next message. */
  ask(message: string): Promise<unknown> {
    return new Promise((resolve) => {
      this.#process.once('message', resolve);
      this.#process.send(message);
    });
  }

  /** The signal that ended the server, or its exit code. */
  ended(): Promise<string | number | null> {
    return new Promise((resolve) => this.#process.once('exit', (code, signal) => resolve(signal ?? code)));
  }

  #write(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#process.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #receive(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const head = this.#buffer.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.subarray(0, Math.max(0, head)).toString())?.[1]);
      if (head < 0 || this.#buffer.length < head + 4 + length) return;
      const body = this.#buffer.subarray(head + 4, head + 4 + length).toString();
      this.#buffer = this.#buffer.subarray(head + 4 + length);
      this.#handle(JSON.parse(body) as Message);
    }
  }

  #handle(message: Message): void {
    if (message.method === undefined) {
      this.#answers.get(Number(message.id))?.(message);
      return;
    }
    if (message.id === undefined) this.notifications.push(message);
    else {
      this.notifications.push(message);
      this.#write({ id: message.id, result: this.#reply(message) } as Message);
    }
    for (const listener of [...this.#listeners]) listener();
  }

  #reply({ method, params }: Message): unknown {
    if (method !== 'workspace/configuration') return null;
    const { items } = params as { items: readonly { scopeUri?: string }[] };
    return items.map(({ scopeUri }) => this.#settings(scopeUri?.split('/').at(-1) ?? ''));
  }
}
