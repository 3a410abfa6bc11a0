/**
 * What lies open and what is shown of it. Decides for each document who tells its diagnostics: the answer to the client's question where the client
 * asks, else a message; never both for one file. Owns the folders and the order in which they are read.
 */
import {
  CodeLensRefreshRequest,
  type Connection,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Rule } from '../../rules/contract/rule.ts';
import { configurationFileName } from '../../rules/engine/settings/configuration.ts';
import type { Workspace } from '../../rules/engine/workspace.ts';
import { baseName } from '../../rules/text/path.ts';
import { LineTable } from '../../rules/text/source.ts';
import { visible } from '../../rules/text/visible.ts';
import { Configurations } from '../host/configuration.ts';
import { isWithin } from '../host/files.ts';
import type { ActionTarget } from './actions.ts';
import type { Client } from './client.ts';
import { configurationDiagnostics } from './configuration-help.ts';
import { ConfigurationProblems } from './configuration-problems.ts';
import { DocumentPaths } from './document-paths.ts';
import { effectiveConfiguration } from './effective-configuration.ts';
import { diagnosticsOf } from './file-diagnostics.ts';
import { type Analysis, Folder } from './folder.ts';
import type { LspHost } from './host.ts';
import { DiagnosticPublisher } from './publisher.ts';
import { Quarantine } from './quarantine.ts';
import { ClientConfiguration } from './settings.ts';
import { statusOf } from './status.ts';
import type { Tasks } from './tasks.ts';
import { sentenceOf } from './time-limit.ts';

/** How long a client that does not ask is left alone between keystrokes, in milliseconds. */
const pushDelay = 100;

/** An open document that was analysed just now. */
interface Analysed {
  readonly folder: Folder;
  readonly path: string;
  readonly document: TextDocument;
}

/** An open document as it was at one time. */
export interface OpenVersion {
  readonly uri: string;
  readonly version: number;
}

export class Session {
  readonly client: Client;
  readonly #connection: Connection;
  readonly #tasks: Tasks;
  readonly #host: LspHost;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #rules: readonly Rule[];
  readonly #configuration: ClientConfiguration;
  readonly #configurations: Configurations;
  readonly #problems: ConfigurationProblems;
  readonly #folders = new Map<string, Folder>();
  readonly #loose: Folder;
  readonly #places: DocumentPaths;
  readonly #aside: Quarantine;
  /** Of each file the document that was analysed last, and its version. */
  readonly #analysed = new Map<string, OpenVersion & { readonly analysis: Analysis }>();
  /** What calls off a push that is due. */
  readonly #due = new Map<string, () => void>();
  readonly #bulletin: DiagnosticPublisher;
  readonly #gathering = new Set<Folder>();

  constructor(from: {
    connection: Connection;
    tasks: Tasks;
    host: LspHost;
    documents: TextDocuments<TextDocument>;
    client: Client;
    rules: readonly Rule[];
    folders: readonly string[];
  }) {
    this.client = from.client;
    this.#connection = from.connection;
    this.#tasks = from.tasks;
    this.#host = from.host;
    this.#documents = from.documents;
    this.#rules = from.rules;
    const roots = (): readonly string[] => this.folders.flatMap(({ root }) => root ?? []);
    this.#configuration = new ClientConfiguration(from.connection, from.client.configures);
    this.#configurations = new Configurations(from.host.files, from.rules, undefined, roots, from.host.today);
    this.#bulletin = new DiagnosticPublisher(from.connection, from.tasks);
    this.#problems = new ConfigurationProblems(from.connection, from.tasks, this.#configurations, from.host);
    this.#places = new DocumentPaths(from.host, roots);
    this.#aside = new Quarantine(from.client.aside);
    this.#loose = this.#folder('', undefined);
    for (const uri of from.folders) this.#addFolder(uri);
  }

  get folders(): readonly Folder[] {
    return [...this.#folders.values()];
  }

  /** What the settings ask for without being told. */
  async start(): Promise<void> {
    if (!this.client.gathers) return;
    for (const folder of this.folders) if ((await folder.settings).scanOnOpen) await this.showClosed(folder);
  }

  async changeFolders(
    added: readonly { readonly uri: string }[],
    removed: readonly { readonly uri: string }[],
  ): Promise<void> {
    for (const { uri } of removed) {
      const folder = this.#folders.get(uri);
      this.#folders.delete(uri);
      if (folder === undefined) continue;
      for (const path of [...folder.workspace.paths()]) this.#bulletin.withdraw(this.#host.toUri(path));
      folder.forgetAll();
    }
    for (const { uri } of added) this.#addFolder(uri);
    await this.#places.folders();
    await this.#again();
  }

  async changed({ uri, version }: TextDocument): Promise<void> {
    this.#aside.changed(uri, version);
    const path = await this.#places.opened(uri);
    // What a scan said of it is withdrawn: from now on the document speaks for itself.
    if (this.client.pulls || this.#host.toUri(path) !== uri) this.#bulletin.withdraw(this.#host.toUri(path));
    if (!this.client.pulls) this.#pushLater(uri);
  }

  async closed({ uri }: TextDocument): Promise<void> {
    this.#due.get(uri)?.();
    const path = await this.#places.closed(uri);
    this.#analysed.delete(path);
    // Withdrawn under the name of a link; under its own it may be shown again.
    this.#bulletin.withdraw(uri);
    const folder = this.#folderOf(path);
    if (this.#host.toPath(uri) === undefined) folder.workspace.remove(path);
    else await folder.followDisk(path);
    this.#published(folder, path);
    this.#refresh(folder);
  }

  /** Diagnostics of an open document, for a client that asks. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const configuration = this.configurationText(uri);
    if (configuration !== undefined) {
      const { problems } = this.#configurations.read(configuration);
      return configurationDiagnostics(problems, new LineTable(configuration));
    }
    const answer = await this.#analyse(uri, ({ folder, path }) => {
      this.#gatherLater(folder);
      return this.#diagnosticsOf(folder, path, uri);
    });
    return answer ?? [];
  }

  /** An open document, analysed as it is now; undefined when it is not open or not analysed. */
  target(uri: string): Promise<ActionTarget | undefined> {
    return this.#analyse(uri, ({ folder, path, document }) => {
      const { workspace } = folder;
      const lines = workspace.lines(path);
      return lines === undefined
        ? undefined
        : { workspace, path, uri, version: document.version, text: document.getText(), lines };
    });
  }

  /** Whether a document is what it was when somebody began to work on it. @throws ResponseError ContentModified when it is not. */
  checkCurrent({ uri, path, version }: ActionTarget): void {
    const known = this.#analysed.get(path);
    if (this.versionOf(uri) !== version || known?.uri !== uri || known.version !== version)
      throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed; ask again.');
  }

  /** Like `target`, once every file of the document's folder is known. */
  async wholeTarget(uri: string): Promise<ActionTarget | undefined> {
    if (this.#documents.get(uri) === undefined) return undefined;
    const folder = this.#folderOf(await this.#places.opened(uri));
    if (!folder.wasRead && (await folder.settings).analyzeWorkspace) await this.readWhole(folder);
    return this.target(uri);
  }

  /** Reads all of a folder that is not open. @returns false when there is nothing to read. */
  async readWhole(folder: Folder): Promise<boolean> {
    const whole = await folder.readAll({});
    this.#refresh(folder);
    return whole;
  }

  /**
   * A copy of what is known of a folder, with its open documents as they are, and their versions by path.
   * @throws ResponseError ContentModified when somebody types just now.
   */
  async copyOf(
    folder: Folder,
  ): Promise<{ readonly copy: Workspace; readonly versions: ReadonlyMap<string, OpenVersion> }> {
    await this.#analyseOpen(folder);
    const versions = new Map<string, OpenVersion>();
    for (const document of this.#documents.all()) {
      const { uri, version } = document;
      for (const [path, known] of this.#analysed) {
        if (known.uri !== uri || this.#folderOf(path) !== folder) continue;
        if (known.version !== version)
          throw new ResponseError(LSPErrorCodes.ContentModified, 'A document has changed; ask again.');
        versions.set(path, { uri, version });
      }
    }
    return { copy: folder.workspace.fork(), versions };
  }

  /** The configuration that counts for a document, or where a new one belongs; its text as the editor has it. */
  async configurationOf(
    uri: string,
  ): Promise<{ readonly path: string; readonly text: string | undefined } | undefined> {
    const document = await this.#places.of(uri);
    const folder = this.#folderOf(document);
    const found = (await this.#configurations.for(document, (await folder.settings).engine)).path;
    const path = found ?? (folder.root === undefined ? undefined : `${folder.root}/${configurationFileName}`);
    if (path === undefined || !(await this.#configurations.isAtHome(path))) return undefined;
    const open = this.#documents.get(this.uriOf(path));
    if (open !== undefined) return { path, text: open.getText() };
    const read = found === undefined ? undefined : await this.#host.files.read(path);
    return { path, text: read !== undefined && 'text' in read ? read.text : undefined };
  }

  /** An open document whose workloads are to have a line above them. */
  async lensTarget(uri: string): Promise<ActionTarget | undefined> {
    const folder = this.#folderOf(await this.#places.of(uri));
    return (await folder.settings).codeLens ? this.target(uri) : undefined;
  }

  async filesChanged(uris: readonly string[]): Promise<void> {
    // Of a folder that is gone, editors name nothing but the folder.
    const paths = uris.flatMap((uri) => {
      const given = this.#host.toPath(uri);
      if (given === undefined) return [];
      const known = [...this.#folderOf(given).workspace.paths()];
      return [given, ...known.filter((path) => path !== given && isWithin(given, path))];
    });
    for (const uri of uris) this.#aside.changed(uri, undefined);
    const configurations = paths.filter((path) => this.#configurations.holds(path));
    for (const path of configurations) this.#configurations.forget(path);
    const isIgnoring = paths.some((path) => baseName(path) === '.gitignore');
    if (this.#configurations.newDay() || configurations.length > 0 || isIgnoring) await this.#again();
    const touched = new Set<Folder>();
    for (const path of paths) {
      const folder = this.#folderOf(path);
      touched.add(folder);
      const followed = await folder.followDisk(path);
      for (const shown of new Set([path, followed])) this.#published(folder, shown);
      // A checkout changes files by the thousand.
      await this.#host.pause();
    }
    for (const folder of touched) this.#refresh(folder);
  }

  async reconfigured(): Promise<void> {
    this.#configuration.forget();
    await this.#again();
    if (this.client.refreshesLenses) this.#askForLenses();
  }

  /**
   * Reads a folder and shows what its closed files hold, as it goes.
   * @returns false when it was stopped; what was found until then stays.
   */
  async showClosed(
    folder: Folder,
    options: { readonly signal?: AbortSignal; readonly onFile?: (path: string) => void } = {},
  ): Promise<boolean> {
    folder.showsClosed = true;
    const skipped: string[] = [];
    const known = new Set(folder.workspace.paths());
    const whole = await folder.readAll({
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      onFile: (path) => {
        this.#published(folder, path);
        options.onFile?.(path);
      },
      onSkip: (path, reason) => skipped.push(visible(`${path}: ${reason}`)),
    });
    if (skipped.length > 0) this.#connection.console.info(`Skipped:\n${skipped.join('\n')}`);
    if (whole) this.#refresh(folder);
    for (const path of new Set([...known, ...folder.workspace.paths()])) this.#published(folder, path);
    await this.#reportConfigurations();
    return whole;
  }

  /** Diagnostics that are shown of a folder, open files among them. */
  async shownIn(folder: Folder): Promise<{ readonly files: number; readonly findings: number }> {
    await this.#analyseOpen(folder);
    let files = 0;
    let findings = 0;
    for (const path of [...folder.workspace.paths()]) {
      if (folder.workspace.state(path)?.kind !== 'analysed') continue;
      files++;
      findings += this.#diagnosticsOf(folder, path, '').length;
    }
    return { files, findings };
  }

  async #analyseOpen(folder: Folder): Promise<void> {
    for (const { uri } of this.#documents.all())
      if (this.#folderOf(await this.#places.opened(uri)) === folder) await this.#analyse(uri, () => undefined);
  }

  #reportConfigurations(): Promise<void> {
    return this.#problems.report((uri) => this.client.pulls && this.#documents.get(uri) !== undefined);
  }

  /** What counts for a file, as a text for people. */
  async effectiveConfiguration(uri: string): Promise<string> {
    const path = await this.#places.of(uri);
    const found = await this.#configurations.for(path, (await this.#folderOf(path).settings).engine);
    return effectiveConfiguration(path, found, this.#rules);
  }

  /** The text of an open configuration. */
  configurationText(uri: string): string | undefined {
    return uri.endsWith(`/${configurationFileName}`) ? this.#documents.get(uri)?.getText() : undefined;
  }

  #addFolder(uri: string): void {
    const path = this.#host.toPath(uri);
    if (path !== undefined) this.#folders.set(uri, this.#folder(uri, path));
  }

  #folder(uri: string, root: string | undefined): Folder {
    return new Folder({
      root,
      uri,
      host: this.#host,
      configurations: this.#configurations,
      rules: this.#rules,
      settings: () => this.#configuration.for(uri),
      isOpen: (path) => this.#places.isOpen(path) || this.#aside.holds(this.#host.toUri(path)),
    });
  }

  /** The deepest folder that holds a path. */
  #folderOf(path: string): Folder {
    const holds = ({ root }: Folder): boolean => root !== undefined && isWithin(root, path);
    return this.folders.filter(holds).sort((a, b) => (b.root?.length ?? 0) - (a.root?.length ?? 0))[0] ?? this.#loose;
  }

  uriOf(path: string): string {
    return this.#places.uriOf(path);
  }

  /** The version of an open document; null for a file on disk. */
  versionOf(uri: string): number | null {
    return this.#documents.get(uri)?.version ?? null;
  }

  /**
   * Analyses an open document.
   * @param use of it, at once: later it may have changed.
   * @returns undefined when it is not open.
   */
  async #analyse<T>(uri: string, use: (analysed: Analysed) => T): Promise<T | undefined> {
    // A day began, and with it exceptions may have ended.
    if (this.#configurations.newDay()) this.#tasks.later('To begin a day', () => this.#again());
    for (;;) {
      if (this.#documents.get(uri) === undefined) return undefined;
      const path = await this.#places.opened(uri);
      const folder = this.#folderOf(path);
      const ready = await folder.ready(path);
      const document = this.#documents.get(uri);
      if (document === undefined) return undefined;
      const { version, languageId } = document;
      const known = this.#analysed.get(path);
      const isKnown =
        known?.uri === uri &&
        known.version === version &&
        folder.workspace.has(path) === (known.analysis.kind === 'done');
      if (!isKnown) {
        const aside = this.#aside.reason(uri);
        if (aside !== undefined) folder.workspace.remove(path);
        const analysis =
          aside === undefined
            ? folder.analyse({ path, text: document.getText(), languageId }, ready)
            : ({ kind: 'off', reason: aside } as const);
        if (analysis === undefined) continue;
        this.#analysed.set(path, { uri, version, analysis });
        // Open documents that became something else by this one are analysed again here, closed files a little later.
        if (folder.workspace.stale().length > 0)
          this.#tasks.later('To follow a change of a kustomization', async () => {
            await folder.giveStale();
            this.#refresh(folder);
          });
        this.#tell(uri, folder, path, analysis);
        this.#refresh(folder, uri);
      }
      return use({ folder, path, document });
    }
  }

  #tell(uri: string, folder: Folder, path: string, analysis: Analysis): void {
    const status = statusOf(uri, analysis, folder.findings(path).length);
    this.#tasks.later('To tell the state of a document', () =>
      this.#connection.sendNotification('seaworthy/status', status),
    );
    if (analysis.kind === 'done' && analysis.overrun !== undefined)
      this.#connection.console.warn(visible(`${path}: ${sentenceOf(analysis.overrun)}`));
    for (const { rule, message } of folder.workspace.failures())
      this.#connection.console.error(visible(`Rule ${rule} failed on ${path}: ${message}`));
  }

  #diagnosticsOf(folder: Folder, path: string, uri: string): Diagnostic[] {
    return diagnosticsOf(folder.workspace, path, uri, this.client.related ? (other) => this.uriOf(other) : undefined);
  }

  #pushLater(uri: string): void {
    this.#due.get(uri)?.();
    const callOff = this.#host.clock.after(pushDelay, () => {
      this.#due.delete(uri);
      this.#tasks.later(`To check ${uri}`, () => this.#push(uri));
    });
    this.#due.set(uri, callOff);
  }

  #push(uri: string): Promise<void> {
    return this.#analyse(uri, ({ folder, path, document }) => {
      this.#bulletin.tell(uri, this.#diagnosticsOf(folder, path, uri), document.version);
      this.#gatherLater(folder);
    });
  }

  /** Shows what is known of a closed file, or withdraws it. */
  #published(folder: Folder, path: string): void {
    if (this.#places.isOpen(path)) return;
    const uri = this.#host.toUri(path);
    this.#bulletin.tell(uri, folder.showsClosed ? this.#diagnosticsOf(folder, path, uri) : []);
  }

  /** Reads the rest of a folder in the background, so that rules on several files can speak. */
  #gatherLater(folder: Folder): void {
    if (folder.wasRead || this.#gathering.has(folder) || !this.client.gathers) return;
    this.#gathering.add(folder);
    this.#tasks.later('To read the folder in the background', async () => {
      try {
        if ((await folder.settings).analyzeWorkspace) await this.readWhole(folder);
      } finally {
        this.#gathering.delete(folder);
      }
      await this.#reportConfigurations();
    });
  }

  /** Files whose findings changed through other files are shown anew. @param except a document that is being answered for right now. */
  #refresh(folder: Folder, except?: string): void {
    const changed = folder.workspace.refresh();
    let openChanged = false;
    for (const path of changed) {
      if (!this.#places.isOpen(path)) this.#published(folder, path);
      for (const uri of this.#places.uris(path)) {
        if (uri === except) continue;
        if (this.client.pulls) openChanged = true;
        else this.#tasks.later(`To check ${uri}`, () => this.#push(uri));
      }
    }
    if (openChanged) this.#askForDiagnostics();
    if (changed.size > 0 && this.client.refreshesLenses)
      this.#tasks.later('To show lines above workloads', async () => {
        if ((await folder.settings).codeLens) this.#askForLenses();
      });
  }

  /** Has the client ask for the diagnostics of all documents again. */
  #askForDiagnostics(): void {
    if (this.client.refreshes)
      this.#tasks.later('To have diagnostics asked for', () => this.#connection.languages.diagnostics.refresh());
  }

  #askForLenses(): void {
    this.#tasks.later('To have lines asked for', () => this.#connection.sendRequest(CodeLensRefreshRequest.type));
  }

  /** Reads everything again, after settings changed. */
  async #again(): Promise<void> {
    this.#analysed.clear();
    for (const folder of [...this.folders, this.#loose]) folder.forgetAll();
    if (this.client.pulls) this.#askForDiagnostics();
    else for (const { uri } of this.#documents.all()) this.#tasks.later(`To check ${uri}`, () => this.#push(uri));
    for (const uri of this.#bulletin.uris) if (this.#documents.get(uri) === undefined) this.#bulletin.withdraw(uri);
    for (const folder of this.folders) if (folder.showsClosed) await this.showClosed(folder);
  }
}
