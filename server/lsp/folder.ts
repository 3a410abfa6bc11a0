/**
 * One workspace folder: its engine workspace, which files of it were read, and the documents that are open in it. Documents outside every folder
 * share one of these without a root, where nothing is said about what other files lack. Must not know the protocol.
 */
import type { Finding } from '../../rules/engine/finding.ts';
import { type FileState, Workspace } from '../../rules/engine/workspace.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Configurations } from '../host/configuration.ts';
import { isInChart } from '../host/discover.ts';
import { isWithin, moved } from '../host/files.ts';
import { giveFile, nameOf, type ScanHost, scan } from '../host/scan.ts';
import type { LspHost } from './host.ts';
import type { ClientSettings } from './settings.ts';

/** An open document, as the editor has it. */
export interface OpenText {
  readonly path: string;
  readonly text: string;
  readonly languageId: string;
}

export type Analysis =
  | { readonly kind: 'done'; readonly state: FileState; readonly profile: string; readonly durationMs: number }
  | { readonly kind: 'off'; readonly reason: string };

export class Folder {
  /** Undefined for what lies outside every folder. */
  readonly root: string | undefined;
  /** Asked for its settings. */
  readonly uri: string;
  readonly workspace: Workspace;
  /** Every file was read from disk once; from then on changes are followed. */
  wasRead = false;
  /** Findings of files that are not open are shown. */
  showsClosed = false;
  readonly #host: LspHost;
  readonly #configurations: Configurations;
  readonly #settings: () => Promise<ClientSettings>;
  readonly #isOpen: (path: string) => boolean;
  #reading: Promise<boolean> | undefined;

  constructor(from: {
    root: string | undefined;
    uri: string;
    host: LspHost;
    configurations: Configurations;
    rules: readonly Rule[];
    settings: () => Promise<ClientSettings>;
    isOpen: (path: string) => boolean;
  }) {
    this.root = from.root;
    this.uri = from.uri;
    this.workspace = new Workspace(from.rules);
    this.#host = from.host;
    this.#configurations = from.configurations;
    this.#settings = from.settings;
    this.#isOpen = from.isOpen;
  }

  get settings(): Promise<ClientSettings> {
    return this.#settings();
  }

  /** Analyses a document as it is typed. */
  async analyse({ path, text, languageId }: OpenText): Promise<Analysis> {
    const { enable, engine } = await this.#settings();
    if (!enable) {
      this.workspace.remove(path);
      return { kind: 'off', reason: 'switched off by the setting seaworthy.enable' };
    }
    const { settings, ignores } = await this.#configurations.for(path, engine);
    if (ignores(path)) {
      this.workspace.remove(path);
      return { kind: 'off', reason: 'left out by ignorePaths of .seaworthy.yaml' };
    }
    const inChart = await isInChart(this.#host.files, path);
    const started = performance.now();
    const state = this.workspace.update({ path, text, languageId, name: this.#name(path), inChart }, settings, {
      retain: true,
      hold: true,
    });
    const durationMs = performance.now() - started;
    if (this.wasRead && this.root !== undefined)
      await this.#giveStale({ files: this.#host.files, configurations: this.#configurations, host: engine }, this.root);
    return { kind: 'done', state, profile: settings.profile, durationMs };
  }

  findings(path: string): readonly Finding[] {
    return this.workspace.findings(path);
  }

  /**
   * Reads every file that is not open, once; later calls wait for the first one, or read again after an interruption.
   * @param onFile after each file, such as to show its findings; awaited, so that others get their turn.
   * @returns false when it was stopped, or there is nothing to read.
   */
  async readAll(options: {
    readonly signal?: AbortSignal;
    readonly onFile?: (path: string) => void | Promise<void>;
    readonly onSkip?: (path: string, reason: string) => void;
  }): Promise<boolean> {
    if (this.root === undefined) return false;
    if (this.#reading !== undefined) await this.#reading;
    this.#reading = this.#read(this.root, options);
    const whole = await this.#reading;
    this.#reading = undefined;
    if (whole) {
      this.wasRead = true;
      this.workspace.complete = true;
    }
    return whole;
  }

  async #read(root: string, { signal, onFile, onSkip }: Parameters<Folder['readAll']>[0]): Promise<boolean> {
    const { enable, engine } = await this.#settings();
    if (!enable) return false;
    const host: ScanHost = { files: this.#host.files, configurations: this.#configurations, host: engine };
    let sinceYield = performance.now();
    return scan(this.workspace, host, [root], {
      root,
      open: this.#isOpen,
      ...(signal === undefined ? {} : { signal }),
      ...(onSkip === undefined ? {} : { onSkip: ({ path, reason }) => onSkip(path, reason) }),
      onFile: async (path) => {
        await onFile?.(path);
        // Keystrokes come first: no stretch of work is longer than a blink.
        if (performance.now() - sinceYield < 10) return;
        await this.#host.pause();
        sinceYield = performance.now();
      },
    });
  }

  /**
   * A file before and after fixes; a closed one is read for that, and known afterwards as it was.
   * @param rule fixes of this rule alone. @returns undefined when nothing is to be done, or the file cannot be read.
   */
  async fixed(
    path: string,
    level: 'safe' | 'review',
    rule: string | undefined,
  ): Promise<{ readonly before: string; readonly after: string } | undefined> {
    const only = rule === undefined ? undefined : new Set([rule]);
    const isOpen = this.#isOpen(path);
    if (!isOpen) {
      const read = await this.#host.files.read(path);
      // The editor would write it back in its own encoding.
      if ('unreadable' in read || read.foreign !== undefined) return undefined;
      await this.#give(path, true);
    }
    const before = this.workspace.text(path);
    const done = this.workspace.fixAll(path, level, only);
    if (!isOpen) await this.#give(path, false);
    return before === undefined || done === undefined ? undefined : { before, after: done.text };
  }

  async #give(path: string, retain: boolean): Promise<void> {
    if (this.root === undefined) return;
    const { engine } = await this.#settings();
    const host: ScanHost = { files: this.#host.files, configurations: this.#configurations, host: engine };
    const inChart = await isInChart(this.#host.files, path);
    await giveFile(this.workspace, host, { path, inChart }, { root: this.root, retain });
  }

  /** A file changed on disk, or its document was closed: what counts now is the disk. */
  async followDisk(given: string): Promise<void> {
    const path = await this.#withoutLinks(given);
    if (path !== given) this.workspace.remove(given);
    if (path === undefined || (path !== given && this.#isOpen(path))) return;
    if ((await this.#host.files.kind(path)) !== 'file' || !this.wasRead) {
      this.workspace.remove(path);
      return;
    }
    const { enable, engine } = await this.#settings();
    if (!enable || this.root === undefined) return;
    await this.#give(path, false);
    const host: ScanHost = { files: this.#host.files, configurations: this.#configurations, host: engine };
    await this.#giveStale(host, this.root);
  }

  /** Where a path of the folder really lies, as the scan names it; undefined outside of the folder, where a link leads. */
  async #withoutLinks(path: string): Promise<string | undefined> {
    const { root } = this;
    if (root === undefined) return path;
    const [real, realRoot] = [await this.#host.files.real(path), (await this.#host.files.real(root)) ?? root];
    // What is gone was known by its name, if at all.
    if (real === undefined) return path;
    return isWithin(realRoot, real) ? moved(real, realRoot, root) : undefined;
  }

  /** A kustomization that changed may have made patches of other files, or none any more. */
  async #giveStale(host: ScanHost, root: string): Promise<void> {
    for (const path of this.workspace.stale()) await giveFile(this.workspace, host, { path, inChart: false }, { root });
  }

  /** Settings or a configuration changed: everything that was read has to be read again. */
  forgetAll(): void {
    for (const path of [...this.workspace.paths()]) this.workspace.remove(path);
    this.wasRead = false;
    this.workspace.complete = false;
  }

  #name(path: string): string {
    return this.root === undefined ? path : nameOf(path, this.root);
  }
}
