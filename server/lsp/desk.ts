/**
 * What lies open and what is shown of it. Decides for each document who tells its diagnostics: the answer to the client's question where the client
 * asks, else a message; never both for one file. Owns the folders and the order in which they are read.
 */
import { CodeLensRefreshRequest, type Connection, type Diagnostic, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { configurationFileName } from '../../rules/engine/configuration.ts';
import type { Rule } from '../../rules/rule.ts';
import { LineTable } from '../../rules/text/source.ts';
import { visible } from '../../rules/text/visible.ts';
import { Configurations } from '../host/configuration.ts';
import type { ActionTarget } from './actions.ts';
import { configurationDiagnostics } from './configuration-help.ts';
import { reportConfigurations } from './configuration-problems.ts';
import { type Located, toDiagnostics } from './convert.ts';
import { effectiveConfiguration } from './effective-configuration.ts';
import { type Analysis, Folder } from './folder.ts';
import type { LspHost } from './host.ts';
import { present } from './present.ts';
import { ClientConfiguration } from './settings.ts';

/** What the client can do, as it said. */
export interface Client {
  readonly pulls: boolean;
  readonly refreshes: boolean;
  readonly resolvesActions: boolean;
  readonly versionedEdits: boolean;
  readonly related: boolean;
  readonly configures: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly tellsFolders: boolean;
  readonly opensPages: boolean;
  /** Has a command that fixes a rule in the whole workspace, with a preview. */
  readonly previewsFixes: boolean;
  /** Asks for the reason of an ignore. */
  readonly asksReasons: boolean;
  readonly turnsOff: boolean;
  /** Has a picture of blast radii. */
  readonly showsRadius: boolean;
  readonly refreshesLenses: boolean;
}

/** What the client's status item shows of one document. */
interface Status {
  readonly uri: string;
  readonly state: 'checked' | 'skipped' | 'error';
  readonly findings: number;
  readonly durationMs: number;
  readonly reason?: string;
  readonly profile?: string;
}

/** How long a client that does not ask is left alone between keystrokes, in milliseconds. */
const pushDelay = 100;

export class Desk {
  readonly client: Client;
  readonly #connection: Connection;
  readonly #host: LspHost;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #rules: readonly Rule[];
  readonly #configuration: ClientConfiguration;
  readonly #configurations: Configurations;
  readonly #folders = new Map<string, Folder>();
  readonly #loose: Folder;
  /** Version of each document that was analysed last. */
  readonly #analysed = new Map<string, { readonly version: number; readonly analysis: Analysis }>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Files whose diagnostics were pushed, so that they can be withdrawn. */
  readonly #pushed = new Set<string>();

  constructor(from: {
    connection: Connection;
    host: LspHost;
    documents: TextDocuments<TextDocument>;
    client: Client;
    rules: readonly Rule[];
    folders: readonly string[];
  }) {
    this.client = from.client;
    this.#connection = from.connection;
    this.#host = from.host;
    this.#documents = from.documents;
    this.#rules = from.rules;
    this.#configuration = new ClientConfiguration(from.connection, from.client.configures);
    this.#configurations = new Configurations(
      from.host.files,
      from.rules,
      undefined,
      () => this.folders.flatMap(({ root }) => root ?? []),
      from.host.today,
    );
    this.#loose = this.#folder('', undefined);
    for (const uri of from.folders) this.#addFolder(uri);
  }

  get folders(): readonly Folder[] {
    return [...this.#folders.values()];
  }

  /** What the settings ask for without being told. */
  async start(): Promise<void> {
    for (const folder of this.folders) if ((await folder.settings).scanOnOpen) await this.showClosed(folder);
  }

  changeFolders(added: readonly { readonly uri: string }[], removed: readonly { readonly uri: string }[]): void {
    for (const { uri } of removed) {
      const folder = this.#folders.get(uri);
      this.#folders.delete(uri);
      if (folder === undefined) continue;
      for (const path of [...folder.workspace.paths()]) this.#withdraw(this.#host.toUri(path));
    }
    for (const { uri } of added) this.#addFolder(uri);
    void this.#again();
  }

  async changed(document: TextDocument): Promise<void> {
    // What a scan said of it is withdrawn: from now on the document speaks for itself.
    if (this.client.pulls) {
      this.#withdraw(document.uri);
      return;
    }
    clearTimeout(this.#timers.get(document.uri));
    this.#timers.set(
      document.uri,
      setTimeout(() => void this.#push(document.uri), pushDelay),
    );
  }

  async closed({ uri }: TextDocument): Promise<void> {
    clearTimeout(this.#timers.get(uri));
    this.#analysed.delete(uri);
    const path = this.#pathOf(uri);
    const folder = this.#folderOf(path);
    if (this.#host.toPath(uri) === undefined) folder.workspace.remove(path);
    else await folder.followDisk(path);
    this.#published(folder, path);
    await this.#refresh(folder);
  }

  /** Diagnostics of an open document, for a client that asks. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const document = this.#documents.get(uri);
    if (document === undefined) return [];
    const configuration = this.configurationText(uri);
    if (configuration !== undefined) {
      const { problems } = this.#configurations.read(configuration);
      return configurationDiagnostics(problems, new LineTable(configuration));
    }
    const { folder, path } = await this.#analyse(document);
    void this.#gather(folder);
    return this.#diagnosticsOf(folder, path, uri);
  }

  /** An open document, analysed as it is now; undefined when it is not open or not analysed. */
  async target(uri: string): Promise<ActionTarget | undefined> {
    const document = this.#documents.get(uri);
    if (document === undefined) return undefined;
    const { folder, path } = await this.#analyse(document);
    const lines = folder.workspace.lines(path);
    return lines === undefined
      ? undefined
      : { workspace: folder.workspace, path, uri, version: document.version, text: document.getText(), lines };
  }

  /** Like `target`, once every file of the document's folder is known. */
  async wholeTarget(uri: string): Promise<ActionTarget | undefined> {
    const target = await this.target(uri);
    const folder = this.#folderOf(this.#pathOf(uri));
    if (target !== undefined && !folder.wasRead && (await folder.settings).analyzeWorkspace) {
      await folder.readAll({});
      await this.#refresh(folder);
    }
    return target;
  }

  /** The configuration that counts for a document, or where a new one belongs; its text as the editor has it. */
  async configurationOf(
    uri: string,
  ): Promise<{ readonly path: string; readonly text: string | undefined } | undefined> {
    const document = this.#pathOf(uri);
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
    const folder = this.#folderOf(this.#pathOf(uri));
    return (await folder.settings).codeLens ? this.target(uri) : undefined;
  }

  async filesChanged(uris: readonly string[]): Promise<void> {
    const configurations = uris.flatMap((uri) => {
      const path = this.#host.toPath(uri);
      return path !== undefined && this.#configurations.holds(path) ? [path] : [];
    });
    for (const path of configurations) this.#configurations.forget(path);
    if (this.#configurations.newDay() || configurations.length > 0) await this.#again();
    for (const uri of uris) {
      const path = this.#host.toPath(uri);
      if (path === undefined || this.#documents.get(uri) !== undefined) continue;
      const folder = this.#folderOf(path);
      if (!folder.wasRead) continue;
      await folder.followDisk(path);
      this.#published(folder, path);
      await this.#refresh(folder);
    }
  }

  async reconfigured(): Promise<void> {
    this.#configuration.forget();
    await this.#again();
    if (this.client.refreshesLenses) void this.#connection.sendRequest(CodeLensRefreshRequest.type);
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
    const whole = await folder.readAll({
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      onFile: (path) => {
        this.#published(folder, path);
        options.onFile?.(path);
      },
      onSkip: (path, reason) => skipped.push(visible(`${path}: ${reason}`)),
    });
    if (skipped.length > 0) this.#connection.console.info(`Skipped:\n${skipped.join('\n')}`);
    if (whole) await this.#refresh(folder);
    for (const path of folder.workspace.paths()) this.#published(folder, path);
    await this.#reportConfigurations();
    return whole;
  }

  /** Diagnostics that are shown of a folder, open files among them. */
  async shownIn(folder: Folder): Promise<{ readonly files: number; readonly findings: number }> {
    for (const document of this.#documents.all())
      if (this.#folderOf(this.#pathOf(document.uri)) === folder) await this.#analyse(document);
    let files = 0;
    let findings = 0;
    for (const path of folder.workspace.paths()) {
      if (folder.workspace.state(path)?.kind !== 'analysed') continue;
      files++;
      findings += this.#diagnosticsOf(folder, path, '').length;
    }
    return { files, findings };
  }

  #reportConfigurations(): Promise<void> {
    const answered = (uri: string): boolean => this.client.pulls && this.#documents.get(uri) !== undefined;
    return reportConfigurations(this.#connection, this.#configurations, this.#host, answered);
  }

  /** What counts for a file, as a text for people. */
  async effectiveConfiguration(uri: string): Promise<string> {
    const path = this.#pathOf(uri);
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
      isOpen: (path) => this.#documents.get(this.#host.toUri(path)) !== undefined,
    });
  }

  /** The deepest folder that holds a path. */
  #folderOf(path: string): Folder {
    const holds = ({ root }: Folder): boolean => root !== undefined && (path === root || path.startsWith(`${root}/`));
    return this.folders.filter(holds).sort((a, b) => (b.root?.length ?? 0) - (a.root?.length ?? 0))[0] ?? this.#loose;
  }

  /** Documents without a file are known by their URI. */
  uriOf(path: string): string {
    return path.includes('://') || path.startsWith('untitled:') ? path : this.#host.toUri(path);
  }

  /** The version of an open document; null for a file on disk. */
  versionOf(uri: string): number | null {
    return this.#documents.get(uri)?.version ?? null;
  }

  #pathOf(uri: string): string {
    return this.#host.toPath(uri) ?? uri;
  }

  async #analyse(document: TextDocument): Promise<{ folder: Folder; path: string }> {
    if (this.#configurations.newDay()) void this.#again();
    const { uri } = document;
    const path = this.#pathOf(uri);
    const folder = this.#folderOf(path);
    const known = this.#analysed.get(uri);
    if (known?.version === document.version && folder.workspace.has(path) === (known.analysis.kind === 'done'))
      return { folder, path };
    const { version } = document;
    const analysis = await folder.analyse({ path, text: document.getText(), languageId: document.languageId });
    // A newer version may have been analysed while this one waited for its settings.
    if (this.#documents.get(uri)?.version === version) {
      this.#analysed.set(uri, { version, analysis });
      this.#tell(uri, folder, path, analysis);
    }
    await this.#refresh(folder, uri);
    return { folder, path };
  }

  #tell(uri: string, folder: Folder, path: string, analysis: Analysis): void {
    void this.#connection.sendNotification('seaworthy/status', statusOf(uri, analysis, folder.findings(path).length));
    for (const { rule, message } of folder.workspace.failures())
      this.#connection.console.error(visible(`Rule ${rule} failed on ${path}: ${message}`));
  }

  #diagnosticsOf(folder: Folder, path: string, uri: string): Diagnostic[] {
    const lines = folder.workspace.lines(path);
    if (lines === undefined) return [];
    const locate = (other: string): Located | undefined => {
      if (other === path) return { uri, lines };
      const known = folder.workspace.lines(other);
      return known === undefined ? undefined : { uri: this.uriOf(other), lines: known };
    };
    return toDiagnostics(present(folder.findings(path)), { lines, locate: this.client.related ? locate : undefined });
  }

  async #push(uri: string): Promise<void> {
    const document = this.#documents.get(uri);
    if (document === undefined) return;
    const { folder, path } = await this.#analyse(document);
    this.#send(uri, this.#diagnosticsOf(folder, path, uri), document.version);
    void this.#gather(folder);
  }

  /** Shows what is known of a closed file, or withdraws it. */
  #published(folder: Folder, path: string): void {
    const uri = this.#host.toUri(path);
    if (this.#documents.get(uri) !== undefined) return;
    const diagnostics = folder.showsClosed ? this.#diagnosticsOf(folder, path, uri) : [];
    if (diagnostics.length > 0) this.#send(uri, diagnostics);
    else this.#withdraw(uri);
  }

  #send(uri: string, diagnostics: Diagnostic[], version?: number): void {
    this.#pushed.add(uri);
    void this.#connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
  }

  #withdraw(uri: string): void {
    if (this.#pushed.delete(uri)) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Reads the rest of a folder in the background, so that rules on several files can speak. */
  async #gather(folder: Folder): Promise<void> {
    if (folder.wasRead || this.#gathering.has(folder)) return;
    this.#gathering.add(folder);
    if ((await folder.settings).analyzeWorkspace && (await folder.readAll({}))) await this.#refresh(folder);
    this.#gathering.delete(folder);
    await this.#reportConfigurations();
  }
  readonly #gathering = new Set<Folder>();

  /** Files whose findings changed through other files are shown anew. @param except a document that is being answered for right now. */
  async #refresh(folder: Folder, except?: string): Promise<void> {
    const changed = folder.workspace.refresh();
    let openChanged = false;
    for (const path of changed) {
      const uri = this.uriOf(path);
      if (uri === except) continue;
      if (this.#documents.get(uri) === undefined) this.#published(folder, path);
      else if (this.client.pulls) openChanged = true;
      else void this.#push(uri);
    }
    if (openChanged && this.client.refreshes) void this.#connection.languages.diagnostics.refresh();
    if (changed.size > 0) await this.#refreshLenses(folder);
  }

  async #refreshLenses(folder: Folder): Promise<void> {
    if (this.client.refreshesLenses && (await folder.settings).codeLens)
      void this.#connection.sendRequest(CodeLensRefreshRequest.type);
  }

  /** Reads everything again, after settings changed. */
  async #again(): Promise<void> {
    this.#analysed.clear();
    for (const folder of [...this.folders, this.#loose]) folder.forgetAll();
    if (this.client.pulls && this.client.refreshes) void this.#connection.languages.diagnostics.refresh();
    else if (!this.client.pulls) for (const { uri } of this.#documents.all()) void this.#push(uri);
    for (const uri of [...this.#pushed]) if (this.#documents.get(uri) === undefined) this.#withdraw(uri);
    for (const folder of this.folders) if (folder.showsClosed) await this.showClosed(folder);
  }
}

function statusOf(uri: string, analysis: Analysis, findings: number): Status {
  if (analysis.kind === 'off') return { uri, state: 'skipped', findings: 0, durationMs: 0, reason: analysis.reason };
  const { state, durationMs, profile } = analysis;
  switch (state.kind) {
    case 'skipped':
      return { uri, state: 'skipped', findings: 0, durationMs, reason: state.reason };
    case 'other':
      return {
        uri,
        state: 'skipped',
        findings: 0,
        durationMs,
        reason: 'neither a Kubernetes manifest nor a Dockerfile',
      };
    case 'analysed':
      return { uri, state: 'checked', findings, durationMs, profile };
  }
}
