/**
 * One workspace folder: its engine workspace, which files of it were read, and the documents that are open in it. Documents outside every folder
 * share one of these without a root, where nothing is said about what other files lack. Must not know the protocol.
 */

import type { Rule } from '../../rules/contract/rule.ts';
import type { Workspace } from '../../rules/engine/workspace.ts';
import { followChart, giveChartOf } from '../host/charts.ts';
import type { Configurations } from '../host/configuration.ts';
import { isDiscovered, isInChart } from '../host/discover.ts';
import { realWithin } from '../host/real-path.ts';
import { giveFile, giveStale, nameOf, type ScanHost, scan } from '../host/scan.ts';
import type { Trend } from '../report/report.ts';
import type { Analysis, OpenText, Ready } from './analysis.ts';
import type { LspHost } from './host.ts';
import { defaultImageSettings, type ImageSettings } from './image-settings.ts';
import { KnownFindings } from './known-findings.ts';
import { defaultLevels, type Levels } from './levels.ts';
import type { ClientSettings } from './settings.ts';
import { ShownPaths } from './shown-paths.ts';
import type { ChangedFile } from './text-edit.ts';
import { TimeLimitedWorkspace, Watch } from './time-limit.ts';
import { Turns } from './turns.ts';
import { defaultPace } from './typing/pace.ts';

export interface FixedFile extends ChangedFile {
  /** So many findings are mended. */
  readonly fixed: number;
}

/** Keystrokes come first: no stretch of reading is longer than a blink, in milliseconds. */
const blink = 10;

export class Folder {
  /** Undefined for what lies outside every folder. */
  readonly root: string | undefined;
  /** Asked for its settings. */
  readonly uri: string;
  readonly workspace: TimeLimitedWorkspace;
  /** Every file was read from disk once; from then on changes are followed. */
  wasRead = false;
  readonly shown = new ShownPaths();
  /** As the settings had it when something of the folder was last analysed. */
  levels: Levels = defaultLevels;
  /** The same for what is known of images. */
  imageScan: ImageSettings = defaultImageSettings;
  /** When what is typed in its documents is told; of the settings as they were asked for last. */
  pace = defaultPace;
  readonly #host: LspHost;
  readonly #configurations: Configurations;
  readonly #settings: () => Promise<ClientSettings>;
  readonly #isOpen: (path: string) => boolean;
  readonly #known: KnownFindings;
  /** Whatever reads the disk does so alone: two at once would remove, or keep, what the other one read. */
  readonly #turns = new Turns();
  /** Ends when settings or configurations change: what was begun before must not count any more. */
  #era = new AbortController();

  constructor(from: {
    root: string | undefined;
    uri: string;
    host: LspHost;
    configurations: Configurations;
    rules: readonly Rule[];
    settings: () => Promise<ClientSettings>;
    /** What is not read from disk: a document stands for it, or it is set aside. */
    isOpen: (path: string) => boolean;
    /** Is told a sentence for the user about the settings. */
    onProblem: (sentence: string) => void;
  }) {
    this.root = from.root;
    this.uri = from.uri;
    this.workspace = new TimeLimitedWorkspace(new Watch(from.rules, () => from.host.clock.now()));
    this.#host = from.host;
    this.#configurations = from.configurations;
    this.#known = new KnownFindings(from);
    this.#settings = async () => {
      const settings = await from.settings();
      await this.#known.learn(this.workspace, settings);
      return settings;
    };
    this.#isOpen = from.isOpen;
  }

  get settings(): Promise<ClientSettings> {
    return this.#settings();
  }

  /** What became of what is known, among all that was read. */
  trends(): Promise<readonly Trend[]> {
    const { workspace } = this;
    const all = [...workspace.paths()].map((path) => workspace.everything(path));
    return this.#known.trends(all);
  }

  /** What counts for a document. */
  async ready(path: string): Promise<Ready> {
    const era = this.#era;
    const { enable, engine, levels, pace, imageScan } = await this.#settings();
    this.levels = levels;
    this.imageScan = imageScan;
    this.pace = pace;
    if (!enable) return { era, kind: 'off', reason: 'switched off by the setting seaworthy.enable' };
    const { settings, ignores } = await this.#configurations.for(path, engine);
    if (ignores(path)) return { era, kind: 'off', reason: 'left out by ignorePaths of .seaworthy.yaml' };
    await giveChartOf(this.workspace, this.#host.files, path, { open: this.#isOpen });
    return { era, kind: 'on', settings, inChart: await isInChart(this.#host.files, path) };
  }

  /** Analyses a document as it is typed. @returns undefined when what it needs to know has changed since it was asked for. */
  analyse({ path, text, languageId }: OpenText, ready: Ready): Analysis | undefined {
    if (ready.era !== this.#era) return undefined;
    if (ready.kind === 'off') {
      this.workspace.remove(path);
      return { kind: 'off', reason: ready.reason };
    }
    const { settings, inChart } = ready;
    const started = this.#host.clock.now();
    const input = { path, text, languageId, name: this.#name(path), inChart };
    const state = this.workspace.update(input, settings, { retain: true });
    const durationMs = this.#host.clock.now() - started;
    const overrun = this.workspace.stopped(path);
    return { kind: 'done', state, profile: settings.profile, durationMs, overrun };
  }

  /**
   * Reads every file that is not open; a call waits for the one before, and reads again only for who wants to see each file, or after an interruption.
   * @param onFile after each file, such as to show its findings; awaited, so that others get their turn. It must not wait for the folder.
   * @returns false when it was stopped, or there is nothing to read.
   */
  async readAll(options: {
    readonly signal?: AbortSignal;
    readonly onFound?: (files: number) => void;
    readonly onFile?: (path: string) => void | Promise<void>;
    readonly onSkip?: (path: string, reason: string) => void;
  }): Promise<boolean> {
    const { root } = this;
    if (root === undefined) return false;
    for (;;) {
      const whole = await this.#turns.take(async () => {
        if (this.wasRead && options.onFile === undefined) return true;
        const era = this.#era;
        const isWhole = await this.#read(root, era.signal, options);
        // Settings changed while it read: what it read is forgotten.
        if (era !== this.#era) return undefined;
        if (isWhole) {
          this.wasRead = true;
          this.workspace.complete = true;
        }
        return isWhole;
      });
      if (whole !== undefined) return whole;
      if (options.signal?.aborted === true) return false;
    }
  }

  async #read(
    root: string,
    era: AbortSignal,
    { signal, onFound, onFile, onSkip }: Parameters<Folder['readAll']>[0],
  ): Promise<boolean> {
    const { enable, levels } = await this.#settings();
    this.levels = levels;
    if (!enable) return false;
    const seen = new Set<string>();
    let sinceYield = this.#host.clock.now();
    const whole = await scan(this.workspace, await this.#scanHost(), [root], {
      root,
      open: this.#isOpen,
      signal: signal === undefined ? era : AbortSignal.any([signal, era]),
      ...(onFound === undefined ? {} : { onFound }),
      ...(onSkip === undefined ? {} : { onSkip: ({ path, reason }) => onSkip(path, reason) }),
      onFile: async (path) => {
        seen.add(path);
        await onFile?.(path);
        if (this.#host.clock.now() - sinceYield < blink) return;
        await this.#host.pause();
        sinceYield = this.#host.clock.now();
      },
    });
    if (whole)
      for (const path of [...this.workspace.paths()])
        if (!seen.has(path) && !this.#isOpen(path)) this.workspace.remove(path);
    return whole;
  }

  /** The text of a file that may be written; undefined for what is no text of ours to change. */
  async textOnDisk(path: string): Promise<string | undefined> {
    const read = await this.#host.files.read(path);
    // The editor would write it back in its own encoding.
    return 'unreadable' in read || read.foreign !== undefined ? undefined : read.text;
  }

  /**
   * What files of the folder become by fixes, tried on a copy. Closed ones are read for that.
   * @param copy of the workspace, with the open documents as they are. @param level `review` includes safe ones. @param rule fixes of this rule alone.
   * @param pause after each piece of work; ends it by throwing. @throws TooLong
   */
  async fixed(
    copy: Workspace,
    paths: readonly string[],
    { level, rule }: { readonly level: 'safe' | 'review'; readonly rule: string | undefined },
    pause: () => Promise<void>,
  ): Promise<readonly FixedFile[]> {
    if (this.root === undefined) return [];
    const writable: string[] = [];
    for (const path of paths) {
      await pause();
      if (await this.retain(copy, path)) writable.push(path);
    }
    const fixing = copy.fixingFiles(writable, level, rule === undefined ? undefined : new Set([rule]));
    const next = (): ReturnType<typeof fixing.next> => this.workspace.inTime(() => fixing.next());
    let step = next();
    while (step.done !== true) {
      await pause();
      step = next();
    }
    return [...step.value].flatMap(([path, { text: after, applied }]) => {
      const before = copy.text(path);
      return before === undefined ? [] : [{ path, before, after, fixed: applied.length }];
    });
  }

  /**
   * Gives a copy of the workspace the text of a file as it is on disk, where it is not open.
   * @returns whether the editor can write the file.
   */
  async retain(copy: Workspace, path: string): Promise<boolean> {
    if (this.#isOpen(path)) return true;
    const { root } = this;
    if (root === undefined) return false;
    if ((await this.textOnDisk(path)) === undefined) return false;
    const inChart = await isInChart(this.#host.files, path);
    await giveFile(copy, await this.#scanHost(), { path, inChart }, { root, retain: true });
    return true;
  }

  async #scanHost(): Promise<ScanHost> {
    const { engine } = await this.#settings();
    return { files: this.#host.files, configurations: this.#configurations, host: engine };
  }

  /** A file changed on disk, or its document was closed: what counts now is the disk. @returns the path of the file, or what it was called. */
  followDisk(given: string): Promise<string> {
    return this.#turns.take(() => this.#follow(given));
  }

  async #follow(given: string): Promise<string> {
    const path = await realWithin(this.#host.files, this.root, given);
    if (path !== given) this.workspace.remove(given);
    if (path === undefined) return given;
    if (this.#isOpen(path)) return path;
    const { root, wasRead } = this;
    const isFile = (await this.#host.files.kind(path)) === 'file';
    const { enable } = await this.#settings();
    const isRead = isFile && wasRead && enable && root !== undefined;
    const isNamed = isRead && (this.workspace.has(path) || (await isDiscovered(this.#host.files, root, path)));
    const left = await followChart(this.workspace, this.#host.files, path, isNamed, { open: this.#isOpen });
    const era = this.#era.signal;
    if (isNamed) {
      const inChart = await isInChart(this.#host.files, path);
      await giveFile(
        this.workspace,
        await this.#scanHost(),
        { path, inChart },
        { root, open: this.#isOpen, signal: era, onSkip: () => this.workspace.remove(path) },
      );
    } else if (!this.#isOpen(path)) this.workspace.remove(path);
    for (const other of left) if (other !== path && this.workspace.has(other)) await this.#follow(other);
    await this.#giveStale();
    return path;
  }

  /** What became another file by a change elsewhere: a kustomization may have made patches of closed files, or none any more. */
  giveStale(): Promise<void> {
    return this.#turns.take(() => this.#giveStale());
  }

  async #giveStale(): Promise<void> {
    const { root } = this;
    if (root === undefined || !this.wasRead) return;
    const era = this.#era.signal;
    await giveStale(this.workspace, await this.#scanHost(), { root, open: this.#isOpen, signal: era });
  }

  /** Settings or a configuration changed: everything that was read has to be read again. */
  forgetAll(): void {
    this.#era.abort();
    this.#era = new AbortController();
    this.#known.forget();
    for (const path of [...this.workspace.paths()]) this.workspace.remove(path);
    this.wasRead = false;
    this.workspace.complete = false;
  }

  #name(path: string): string {
    return this.root === undefined ? path : nameOf(path, this.root);
  }
}
