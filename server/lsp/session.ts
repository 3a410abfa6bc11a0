/**
 * One client, from `initialize` on: its folders and documents, and what happens to them. Owns the order of events: when folders are read, and what
 * is read again after a change.
 */
import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Rule, rulesByWrittenId } from '../../rules/contract/rule.ts';
import { configurationFileName } from '../../rules/engine/settings/configuration.ts';
import { baseName } from '../../rules/text/path.ts';
import { visible } from '../../rules/text/visible.ts';
import { baselineFileName } from '../host/baseline/entry.ts';
import { Configurations, type FoundConfiguration } from '../host/configuration.ts';
import type { Analysis } from './analysis.ts';
import { ChangedPaths } from './changed-paths.ts';
import type { Client } from './client.ts';
import { ConfigurationProblems } from './configuration-problems.ts';
import { DocumentPaths } from './document-paths.ts';
import { DocumentStore } from './document-store.ts';
import { Folder } from './folder.ts';
import { Folders } from './folders.ts';
import type { LspHost } from './host.ts';
import { ImageResults } from './image-results.ts';
import { Publisher } from './publisher.ts';
import { Quarantine } from './quarantine.ts';
import { ClientConfiguration } from './settings.ts';
import type { Tasks } from './tasks.ts';
import { Typing } from './typing/typing.ts';

export class Session {
  readonly client: Client;
  readonly connection: Connection;
  readonly tasks: Tasks;
  readonly host: LspHost;
  readonly rules: readonly Rule[];
  readonly rulesById: ReadonlyMap<string, Rule>;
  readonly configurations: Configurations;
  readonly folders: Folders;
  readonly documents: DocumentStore;
  readonly publisher: Publisher;
  readonly typing: Typing;
  readonly images: ImageResults;
  readonly #settings: ClientConfiguration;
  readonly #problems: ConfigurationProblems;
  readonly #quarantine: Quarantine;
  readonly #changedPaths: ChangedPaths;
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
    const { connection, tasks, host, documents, client, rules } = from;
    this.client = client;
    this.connection = connection;
    this.tasks = tasks;
    this.host = host;
    this.rules = rules;
    this.rulesById = rulesByWrittenId(rules);
    const roots = (): readonly string[] => this.folders.roots;
    this.#settings = new ClientConfiguration(connection, client.configures);
    this.configurations = new Configurations(host.files, rules, undefined, roots, host.today);
    this.#problems = new ConfigurationProblems(connection, tasks, this.configurations, host);
    this.#quarantine = new Quarantine(client.aside);
    const paths = new DocumentPaths(host, roots);
    this.folders = new Folders(
      (uri, root) => this.#folder(uri, root, paths),
      (uri) => host.toPath(uri),
      from.folders,
    );
    this.#changedPaths = new ChangedPaths(
      host.files,
      (path) => this.folders.of(path),
      (path) => paths.isOpen(path),
    );
    this.images = new ImageResults(host.images, host.clock, roots);
    this.typing = new Typing(host.clock, (uris) => this.#rested(uris));
    this.documents = new DocumentStore({
      documents,
      paths,
      folders: this.folders,
      quarantine: this.#quarantine,
      typing: this.typing,
      listener: {
        asked: () => this.#beginDay(),
        analysed: (uri, folder, path, analysis) => this.#analysed(uri, folder, path, analysis),
        rested: (uri, folder, path, analysis) => this.publisher.status(uri, folder, path, analysis),
      },
    });
    this.publisher = new Publisher({
      connection,
      tasks,
      host,
      client,
      documents: this.documents,
      rules: this.rulesById,
      typing: this.typing,
      images: this.images,
      onPush: (folder) => this.gatherLater(folder),
    });
  }

  #folder(uri: string, root: string | undefined, paths: DocumentPaths): Folder {
    return new Folder({
      root,
      uri,
      host: this.host,
      configurations: this.configurations,
      rules: this.rules,
      settings: () => this.#settings.for(uri),
      onProblem: (sentence) => this.tasks.tell(sentence),
      isOpen: (path) => paths.isOpen(path) || this.#quarantine.holds(this.host.toUri(path)),
    });
  }

  /** A day may have begun, and with it exceptions have ended. */
  #beginDay(): void {
    if (this.configurations.newDay()) this.tasks.later('To begin a day', () => this.#again());
  }

  #analysed(uri: string, folder: Folder, path: string, analysis: Analysis): void {
    // Open documents that became something else by this one are analysed again here, closed files a little later.
    if (folder.workspace.stale().length > 0)
      this.tasks.later('To follow a change of a kustomization', async () => {
        await folder.giveStale();
        this.publisher.refresh(folder);
      });
    this.publisher.refresh(folder, uri);
    this.publisher.status(uri, folder, path, analysis);
  }

  /** Shows of files what has waited until nobody types. */
  #rested(uris: readonly string[]): void {
    const isOpen = (uri: string): boolean => this.documents.versionOf(uri) !== null;
    const open = uris.filter(isOpen);
    this.publisher.showAgain(open);
    for (const uri of open) this.tasks.later(`To tell the state of ${uri}`, () => this.documents.rested(uri));
    for (const uri of uris) {
      const path = isOpen(uri) ? undefined : this.host.toPath(uri);
      if (path !== undefined) this.publisher.publishClosed(this.folders.of(path), path);
    }
  }

  /** What the settings ask for without being told. */
  async start(): Promise<void> {
    if (!this.client.gathers) return;
    for (const folder of this.folders.all)
      if (folder.root !== undefined && (await folder.settings).scanOnOpen) await this.showClosed(folder, [folder.root]);
  }

  async changeFolders(
    added: readonly { readonly uri: string }[],
    removed: readonly { readonly uri: string }[],
  ): Promise<void> {
    for (const { uri } of removed) {
      const folder = this.folders.remove(uri);
      if (folder === undefined) continue;
      for (const path of [...folder.workspace.paths()]) this.publisher.withdraw(this.host.toUri(path));
      folder.forgetAll();
    }
    for (const { uri } of added) this.folders.add(uri);
    await this.documents.paths.folders();
    await this.#again();
  }

  /** A document was opened, or its text changed. */
  async changed({ uri, version }: TextDocument): Promise<void> {
    this.#quarantine.changed(uri, version);
    const path = await this.documents.paths.opened(uri);
    // What a scan said of it is withdrawn: from now on the document speaks for itself.
    if (this.client.pulls || this.host.toUri(path) !== uri) this.publisher.withdraw(this.host.toUri(path));
    if (!this.client.pulls) this.publisher.pushLater(uri);
    else if (this.documents.wasExpected(uri)) this.publisher.showAgain([uri]);
  }

  async closed({ uri }: TextDocument): Promise<void> {
    this.publisher.callOff(uri);
    this.typing.closed(uri);
    const path = await this.documents.closed(uri);
    // Withdrawn under the name of a link; under its own it may be shown again.
    this.publisher.withdraw(uri);
    const folder = this.folders.of(path);
    if (this.host.toPath(uri) === undefined) folder.workspace.remove(path);
    else await folder.followDisk(path);
    this.publisher.publishClosed(folder, path);
    this.publisher.refresh(folder);
  }

  async filesChanged(uris: readonly string[]): Promise<void> {
    const paths = await this.#changedPaths.of(uris.flatMap((uri) => this.host.toPath(uri) ?? []));
    for (const uri of uris) this.#quarantine.changed(uri, undefined);
    const configurations = paths.filter((path) => this.configurations.holds(path));
    for (const path of configurations) this.configurations.forget(path);
    const isIgnoring = paths.some((path) => ['.gitignore', baselineFileName].includes(baseName(path)));
    if (this.configurations.newDay() || configurations.length > 0 || isIgnoring) await this.#again();
    const touched = new Set<Folder>();
    for (const path of paths) {
      const folder = this.folders.of(path);
      touched.add(folder);
      const followed = await folder.followDisk(path);
      for (const shown of new Set([path, followed])) this.publisher.publishClosed(folder, shown);
      // A checkout changes files by the thousand.
      await this.host.pause();
    }
    for (const folder of touched) this.publisher.refresh(folder);
  }

  /** The client's settings changed. */
  async reconfigured(): Promise<void> {
    if (!(await this.#settings.renew())) return;
    await this.#again();
    this.publisher.refreshLenses();
    this.publisher.refreshHints();
  }

  /** Reads everything again, after settings changed. */
  async #again(): Promise<void> {
    this.documents.forgetAll();
    this.folders.forgetAll();
    this.typing.reconfigured();
    this.publisher.refreshAll();
    for (const folder of this.folders.all)
      if (folder.shown.all.length > 0) await this.showClosed(folder, folder.shown.all);
  }

  /** Reads all of a folder that is not open. @returns false when there is nothing to read. */
  async readWhole(folder: Folder): Promise<boolean> {
    const whole = await folder.readAll({});
    this.publisher.refresh(folder);
    return whole;
  }

  /** Reads the rest of a folder in the background, so that rules on several files can speak. */
  gatherLater(folder: Folder): void {
    if (folder.wasRead || this.#gathering.has(folder) || !this.client.gathers) return;
    this.#gathering.add(folder);
    this.tasks.later('To read the folder in the background', async () => {
      try {
        if ((await folder.settings).analyzeWorkspace) await this.readWhole(folder);
      } finally {
        this.#gathering.delete(folder);
      }
      await this.#reportConfigurations();
    });
  }

  /**
   * Reads a folder and shows what its closed files hold, as it goes.
   * @param paths of folders and files in it that are shown.
   * @returns false when it was stopped; what was found until then stays.
   */
  async showClosed(
    folder: Folder,
    paths: readonly string[],
    options: {
      readonly signal?: AbortSignal;
      readonly onFound?: (files: number) => void;
      readonly onFile?: (path: string) => void;
    } = {},
  ): Promise<boolean> {
    for (const path of paths) folder.shown.add(path);
    const skipped: string[] = [];
    const known = new Set(folder.workspace.paths());
    const whole = await folder.readAll({
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      ...(options.onFound === undefined ? {} : { onFound: options.onFound }),
      onFile: (path) => {
        this.publisher.publishClosed(folder, path);
        options.onFile?.(path);
      },
      onSkip: (path, reason) => skipped.push(visible(`${path}: ${reason}`)),
    });
    if (skipped.length > 0) this.connection.console.info(`Skipped:\n${skipped.join('\n')}`);
    if (whole) this.publisher.refresh(folder);
    for (const path of new Set([...known, ...folder.workspace.paths()])) this.publisher.publishClosed(folder, path);
    await this.#reportConfigurations();
    return whole;
  }

  #reportConfigurations(): Promise<void> {
    return this.#problems.report((uri) => this.client.pulls && this.documents.versionOf(uri) !== null);
  }

  /** The text of an open configuration. */
  configurationText(uri: string): string | undefined {
    return uri.endsWith(`/${configurationFileName}`) ? this.documents.text(uri) : undefined;
  }

  /** What counts for a file. */
  async configurationOf(uri: string): Promise<{ path: string; folder: Folder; found: FoundConfiguration }> {
    const path = await this.documents.paths.of(uri);
    const folder = this.folders.of(path);
    return { path, folder, found: await this.configurations.for(path, (await folder.settings).engine) };
  }
}
