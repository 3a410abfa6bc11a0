/**
 * The documents that are open, each with its last analysis. Analyses a document when somebody asks for it and its text, or what counts for it, is
 * another one than last time. Must not know who is shown what.
 */
import { LSPErrorCodes, ResponseError, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Workspace } from '../../rules/engine/workspace.ts';
import type { AnalysedDocument } from './analysed-document.ts';
import type { Analysis } from './analysis.ts';
import type { DocumentPaths } from './document-paths.ts';
import type { Folder } from './folder.ts';
import type { Folders } from './folders.ts';
import type { Quarantine } from './quarantine.ts';
import type { Typing } from './typing/typing.ts';

/** An open document as it was at one time. */
export interface OpenVersion {
  readonly uri: string;
  readonly version: number;
}

/** An open document that was analysed just now. */
export interface Analysed {
  readonly folder: Folder;
  readonly path: string;
  readonly document: TextDocument;
}

/** Who hears of analyses. */
export interface AnalysisListener {
  /** A document is about to be asked for. */
  asked(): void;
  /** It was analysed anew. */
  analysed(uri: string, folder: Folder, path: string, analysis: Analysis): void;
  /** More of what was found in it may be shown than before. */
  rested(uri: string, folder: Folder, path: string, analysis: Analysis): void;
}

/** What counts for a document changed while an answer was made from it; its text did not. */
class Forgotten extends Error {}

export class DocumentStore {
  readonly paths: DocumentPaths;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #folders: Folders;
  readonly #quarantine: Quarantine;
  readonly #typing: Typing;
  readonly #listener: AnalysisListener;
  /** Of each path the document that was analysed last, and its version. */
  readonly #analysed = new Map<string, OpenVersion & { readonly analysis: Analysis }>();
  /** URIs of those that were asked about before they were open. */
  readonly #expected = new Set<string>();

  constructor(from: {
    documents: TextDocuments<TextDocument>;
    paths: DocumentPaths;
    folders: Folders;
    quarantine: Quarantine;
    typing: Typing;
    listener: AnalysisListener;
  }) {
    this.#documents = from.documents;
    this.paths = from.paths;
    this.#folders = from.folders;
    this.#quarantine = from.quarantine;
    this.#typing = from.typing;
    this.#listener = from.listener;
  }

  get uris(): readonly string[] {
    return this.#documents.keys();
  }

  /** The text of an open document, as the editor has it. */
  text(uri: string): string | undefined {
    return this.#documents.get(uri)?.getText();
  }

  /** An open document as the editor has it, whether it was analysed or not. */
  written(uri: string): (Pick<TextDocument, 'languageId'> & { readonly text: string }) | undefined {
    const document = this.#documents.get(uri);
    return document === undefined ? undefined : { languageId: document.languageId, text: document.getText() };
  }

  /** The client asks what is found in a document: some ask before they tell that it is open, and not again. */
  asked(uri: string): void {
    if (this.#documents.get(uri) === undefined) this.#expected.add(uri);
  }

  /** @returns whether a document that is open now was asked about before that; once. */
  wasExpected(uri: string): boolean {
    return this.#expected.delete(uri);
  }

  /** The version of an open document; null for a file on disk. */
  versionOf(uri: string): number | null {
    return this.#documents.get(uri)?.version ?? null;
  }

  /** An open document, analysed as it is now; undefined when it is not open or not analysed. */
  get(uri: string): Promise<AnalysedDocument | undefined> {
    return this.analyse(uri, ({ folder, path, document }) => {
      const { workspace } = folder;
      const lines = workspace.lines(path);
      return lines === undefined
        ? undefined
        : {
            workspace,
            path,
            uri,
            uriOf: (one) => this.paths.uriOf(one),
            textOf: async (one) => this.text(this.paths.uriOf(one)) ?? (await folder.textOnDisk(one)),
            version: document.version,
            text: document.getText(),
            lines,
            shown: this.#typing.shown(folder, path, uri),
          };
    });
  }

  /**
   * An answer about an open document. It begins again where settings change meanwhile: a client drops the answer "content modified", and would save
   * without the fixes that it asked for.
   * @param answer from the document as it is; `check` throws when that is another one by now, and so ends the work.
   * @returns undefined when the document is not open or not analysed. @throws ResponseError ContentModified when its text changes meanwhile.
   */
  async answer<T>(
    uri: string,
    answer: (document: AnalysedDocument, check: () => void) => Promise<T>,
  ): Promise<T | undefined> {
    for (;;) {
      const document = await this.get(uri);
      if (document === undefined) return undefined;
      try {
        return await answer(document, () => this.#checkCurrent(document));
      } catch (error) {
        if (!(error instanceof Forgotten)) throw error;
      }
    }
  }

  /** @throws Forgotten when what is known of the document is. @throws ResponseError ContentModified when its text is another one. */
  #checkCurrent({ uri, path, version }: AnalysedDocument): void {
    if (this.versionOf(uri) !== version)
      throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed; ask again.');
    const known = this.#analysed.get(path);
    if (known?.uri !== uri || known.version !== version) throw new Forgotten();
  }

  /**
   * Analyses an open document.
   * @param use of it, at once: later it may have changed.
   * @returns undefined when it is not open.
   */
  async analyse<T>(uri: string, use: (analysed: Analysed) => T): Promise<T | undefined> {
    this.#listener.asked();
    for (;;) {
      if (this.#documents.get(uri) === undefined) return undefined;
      const path = await this.paths.of(uri);
      const folder = this.#folders.of(path);
      const ready = await folder.ready(path);
      const document = this.#documents.get(uri);
      if (document === undefined) return undefined;
      if (!this.#isKnown(folder, path, document)) {
        const { version, languageId } = document;
        const aside = this.#quarantine.reason(uri);
        if (aside !== undefined) folder.workspace.remove(path);
        const analysis: Analysis | undefined =
          aside === undefined
            ? folder.analyse({ path, text: document.getText(), languageId }, ready)
            : { kind: 'off', reason: aside };
        if (analysis === undefined) continue;
        this.#analysed.set(path, { uri, version, analysis });
        this.#listener.analysed(uri, folder, path, analysis);
      }
      return use({ folder, path, document });
    }
  }

  /** Has an open document told of again, of which more may be shown now. */
  async rested(uri: string): Promise<void> {
    await this.analyse(uri, ({ folder, path }) => {
      const known = this.#analysed.get(path);
      if (known !== undefined) this.#listener.rested(uri, folder, path, known.analysis);
    });
  }

  #isKnown({ workspace }: Folder, path: string, { uri, version }: TextDocument): boolean {
    const known = this.#analysed.get(path);
    return known?.uri === uri && known.version === version && workspace.has(path) === (known.analysis.kind === 'done');
  }

  /** Analyses every open document of a folder. */
  async analyseAll(folder: Folder): Promise<void> {
    for (const uri of this.uris)
      if (this.#folders.of(await this.paths.of(uri)) === folder) await this.analyse(uri, () => undefined);
  }

  /**
   * A copy of what is known of a folder, with its open documents as they are, and their versions by path.
   * @throws ResponseError ContentModified when somebody types just now.
   */
  async copyOf(
    folder: Folder,
  ): Promise<{ readonly copy: Workspace; readonly versions: ReadonlyMap<string, OpenVersion> }> {
    await this.analyseAll(folder);
    const versions = new Map<string, OpenVersion>();
    for (const { uri, version } of this.#documents.all()) {
      for (const [path, known] of this.#analysed) {
        if (known.uri !== uri || this.#folders.of(path) !== folder) continue;
        if (known.version !== version)
          throw new ResponseError(LSPErrorCodes.ContentModified, 'A document has changed; ask again.');
        versions.set(path, { uri, version });
      }
    }
    return { copy: folder.workspace.fork(), versions };
  }

  /** @returns the path that a closed document stood for. */
  async closed(uri: string): Promise<string> {
    const path = await this.paths.closed(uri);
    this.#analysed.delete(path);
    return path;
  }

  /** What counts for documents changed: each is analysed again when it is asked for. */
  forgetAll(): void {
    this.#analysed.clear();
  }
}
