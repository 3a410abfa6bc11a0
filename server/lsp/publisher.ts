/**
 * What the client is shown, and when. Decides for each file who tells its diagnostics: the answer to the client's question where the client asks, else
 * a message; never both for one file. Remembers what was told unasked, so that it can be withdrawn.
 */
import { CodeLensRefreshRequest, type Connection, type Diagnostic } from 'vscode-languageserver';
import type { Rule } from '../../rules/contract/rule.ts';
import type { Finding } from '../../rules/engine/findings/finding.ts';
import { visible } from '../../rules/text/visible.ts';
import { findingsChanged } from '../protocol.ts';
import type { Analysis } from './analysis.ts';
import type { Client } from './client.ts';
import type { DiagnosticStyle } from './convert.ts';
import type { DocumentStore } from './document-store.ts';
import { diagnosticsOf } from './file-diagnostics.ts';
import type { Folder } from './folder.ts';
import type { LspHost } from './host.ts';
import type { ImageResults } from './image-results.ts';
import { layerDiagnostics } from './layer-diagnostics.ts';
import { PathMarks } from './path-marks.ts';
import { present } from './presentation.ts';
import { statusOf } from './status.ts';
import type { Tasks } from './tasks.ts';
import { sentenceOf } from './time-limit.ts';
import type { Typing } from './typing/typing.ts';

/** How long a client that does not ask is left alone between keystrokes, in milliseconds. */
const pushDelay = 100;

/** How long the list of all findings may be behind, in milliseconds. */
const listDelay = 300;

export class Publisher {
  readonly #connection: Connection;
  readonly #tasks: Tasks;
  readonly #host: LspHost;
  readonly #client: Client;
  readonly #documents: DocumentStore;
  readonly #rules: ReadonlyMap<string, Rule>;
  readonly #typing: Typing;
  readonly #images: ImageResults;
  /** Of attack paths, in open documents. */
  readonly marks: PathMarks;
  readonly #onPush: (folder: Folder) => void;
  /** URIs of files that something was told of. */
  readonly #told = new Set<string>();
  /** The client is about to be told that the list of all findings is another one. */
  #listIsDue = false;
  /** What calls off a push that is due. */
  readonly #due = new Map<string, () => void>();

  /** @param from.rules by id. @param from.onPush hears of the folder of each document whose diagnostics were pushed. */
  constructor(from: {
    connection: Connection;
    tasks: Tasks;
    host: LspHost;
    client: Client;
    documents: DocumentStore;
    rules: ReadonlyMap<string, Rule>;
    typing: Typing;
    images: ImageResults;
    onPush: (folder: Folder) => void;
  }) {
    this.#connection = from.connection;
    this.#tasks = from.tasks;
    this.#host = from.host;
    this.#client = from.client;
    this.#documents = from.documents;
    this.#rules = from.rules;
    this.#typing = from.typing;
    this.#images = from.images;
    this.marks = new PathMarks(from.client.showsPaths, from.host, from.tasks, from.rules);
    this.#onPush = from.onPush;
  }

  /** @param uri of the file, as the client knows it; that of an open document was analysed as it is now. */
  diagnosticsOf(folder: Folder, path: string, uri: string): Diagnostic[] {
    const uriOf = this.#client.related ? (other: string) => this.#documents.paths.uriOf(other) : undefined;
    const { workspace, imageScan } = folder;
    const found = diagnosticsOf(workspace, path, this.shownOf(folder, path, uri), uri, uriOf, this.style(folder));
    const isOpen = this.#documents.versionOf(uri) !== null;
    return [
      ...(isOpen ? this.marks.marked(folder, path, found, uriOf) : found),
      ...this.#images.diagnostics(workspace, path, imageScan),
      ...this.#images.signatures.diagnostics(workspace, path),
      ...layerDiagnostics(workspace, path, imageScan, this.#images),
    ];
  }

  /** The findings of a file that are shown, in the order of the text. @param uri as for `diagnosticsOf`. */
  shownOf(folder: Folder, path: string, uri: string): readonly Finding[] {
    return this.#documents.versionOf(uri) === null
      ? this.#typing.shownClosed(folder, path, uri)
      : this.#typing.shown(folder, path, uri);
  }

  /** How diagnostics of a folder look. */
  style({ levels }: Folder): DiagnosticStyle {
    const { pages } = this.#client;
    return {
      levels,
      page: (rule) => (pages !== undefined && this.#rules.has(rule) ? `${pages}/${rule}.md` : undefined),
    };
  }

  /** Shows open documents anew. */
  showAgain(uris: readonly string[]): void {
    if (!this.#client.pulls) for (const uri of uris) this.#pushNow(uri);
    else if (uris.length > 0) this.#askForDiagnostics();
  }

  /** Tells what became of a document that was analysed, and writes to the log what went wrong. */
  status(uri: string, folder: Folder, path: string, analysis: Analysis): void {
    const findings = this.#typing.shown(folder, path, uri);
    const status = statusOf(uri, analysis, { findings: findings.length, places: present(findings).length });
    this.#tasks.later('To tell the state of a document', () =>
      this.#connection.sendNotification('seaworthy/status', status),
    );
    this.#listChanged();
    if (analysis.kind === 'done' && analysis.overrun !== undefined)
      this.#connection.console.warn(visible(`${path}: ${sentenceOf(analysis.overrun)}`));
    for (const { rule, message } of folder.workspace.failures())
      this.#connection.console.error(visible(`Rule ${rule} failed on ${path}: ${message}`));
  }

  /** What is shown of some file is another thing than before, so that the list of all findings is, too. */
  #listChanged(): void {
    if (!this.#client.listsFindings || this.#listIsDue) return;
    this.#listIsDue = true;
    this.#host.clock.after(listDelay, () => {
      this.#listIsDue = false;
      this.#tasks.later('To tell that findings changed', () => this.#connection.sendNotification(findingsChanged));
    });
  }

  /** Pushes the diagnostics of a document soon, unless it changes again before. */
  pushLater(uri: string): void {
    this.callOff(uri);
    const callOff = this.#host.clock.after(pushDelay, () => {
      this.#due.delete(uri);
      this.#pushNow(uri);
    });
    this.#due.set(uri, callOff);
  }

  /** A push that is due is not made. */
  callOff(uri: string): void {
    this.#due.get(uri)?.();
  }

  #pushNow(uri: string): void {
    this.#tasks.later(`To check ${uri}`, () =>
      this.#documents.analyse(uri, ({ folder, path, document }) => {
        this.#tell(uri, this.diagnosticsOf(folder, path, uri), document.version);
        this.#onPush(folder);
      }),
    );
  }

  /** Shows what is known of a file unless it is open, or withdraws it. */
  publishClosed(folder: Folder, path: string): void {
    if (this.#documents.paths.isOpen(path)) return;
    const uri = this.#host.toUri(path);
    this.#tell(uri, folder.shown.has(path) ? this.diagnosticsOf(folder, path, uri) : []);
  }

  /** Files whose findings changed through other files are shown anew. @param except a document that is being answered for right now. */
  refresh(folder: Folder, except?: string): void {
    const changed = folder.workspace.refresh();
    this.marks.later(folder, (paths) => this.#showMarks(folder, paths));
    let openChanged = false;
    for (const path of changed) {
      this.publishClosed(folder, path);
      for (const uri of this.#documents.paths.uris(path)) {
        if (uri === except) continue;
        if (this.#client.pulls) openChanged = true;
        else this.#pushNow(uri);
      }
    }
    if (openChanged) this.#askForDiagnostics();
    if (changed.size > 0 && (this.#client.refreshesLenses || this.#client.refreshesHints))
      this.#tasks.later('To show what other files say', async () => {
        const { codeLens, inlayHints } = await folder.settings;
        if (codeLens) this.refreshLenses();
        if (inlayHints) this.refreshHints();
      });
  }

  /** Ways that lead through open documents are others than before. */
  #showMarks(folder: Folder, paths: ReadonlySet<string>): void {
    this.showAgain([...paths].flatMap((path) => [...this.#documents.paths.uris(path)]));
    this.#tasks.later('To show how far from outside workloads are', async () => {
      if ((await folder.settings).codeLens) this.refreshLenses();
    });
  }

  /** Every open document is shown anew, and what was told of closed ones is withdrawn. */
  refreshAll(): void {
    this.showAgain(this.#documents.uris);
    for (const uri of [...this.#told]) if (this.#documents.versionOf(uri) === null) this.withdraw(uri);
  }

  /** Has the client ask for the lines above workloads again, if it can. */
  refreshLenses(): void {
    if (this.#client.refreshesLenses)
      this.#tasks.later('To have lines asked for', () => this.#connection.sendRequest(CodeLensRefreshRequest.type));
  }

  /** Has the client ask for what stands behind texts again, if it can. */
  refreshHints(): void {
    if (this.#client.refreshesHints)
      this.#tasks.later('To have hints asked for', () => this.#connection.languages.inlayHint.refresh());
  }

  #askForDiagnostics(): void {
    if (this.#client.refreshes)
      this.#tasks.later('To have diagnostics asked for', () => this.#connection.languages.diagnostics.refresh());
  }

  withdraw(uri: string): void {
    if (this.#told.delete(uri)) this.#send(uri, []);
  }

  #tell(uri: string, diagnostics: readonly Diagnostic[], version?: number): void {
    this.#typing.told(uri);
    if (diagnostics.length === 0 && version === undefined) {
      this.withdraw(uri);
      return;
    }
    this.#told.add(uri);
    this.#send(uri, diagnostics, version);
  }

  #send(uri: string, diagnostics: readonly Diagnostic[], version?: number): void {
    this.#listChanged();
    const params = { uri, diagnostics: [...diagnostics], ...(version === undefined ? {} : { version }) };
    this.#tasks.later(`To show what was found in ${uri}`, () => this.#connection.sendDiagnostics(params));
  }
}
