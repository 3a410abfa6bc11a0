/**
 * Which `.seaworthy.yaml` is in force for a file: the nearest one above it. Keeps what was read; while a file is wrong, the last version without
 * problems stays in force. Settings of the host lie below it.
 */
import type { Rule } from '../../rules/contract/rule.ts';
import {
  type Configuration,
  type ConfigurationProblem,
  configurationFileName,
  isWrong,
  readConfiguration,
} from '../../rules/engine/settings/configuration.ts';
import { defaultSettings, over, type Settings } from '../../rules/engine/settings/settings.ts';
import { isDockerfileName } from '../../rules/model/dockerfile/name.ts';
import { baseName, directoryOf } from '../../rules/text/path.ts';
import { Bounds } from './bounds.ts';
import { ExtendedConfigurations, unread } from './extends.ts';
import type { Files } from './files.ts';
import { HadolintConfigurations } from './hadolint.ts';
import { IgnorePatterns } from './ignore-patterns.ts';
import { diskOf, foldersAbove } from './paths.ts';
import { type Roots, readRoots, rootOf } from './roots.ts';
import { today } from './today.ts';

export interface FoundConfiguration {
  /** The configuration file; undefined when none is in force. */
  readonly path: string | undefined;
  readonly settings: Settings;
  /** Whether the configuration asks to leave this file alone. */
  readonly ignores: (path: string) => boolean;
}

export interface BrokenConfiguration {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly ConfigurationProblem[];
}

interface Loaded {
  readonly text: string;
  readonly settings: Partial<Settings>;
  readonly overrides: readonly { readonly paths: IgnorePatterns; readonly settings: Partial<Settings> }[];
  readonly roots: Roots;
  readonly ignored: IgnorePatterns | undefined;
  readonly problems: readonly ConfigurationProblem[];
}

export class Configurations {
  readonly #files: Files;
  readonly #hadolint: HadolintConfigurations;
  readonly #rules: readonly Rule[];
  readonly #only: string | undefined;
  readonly #bounds: Bounds;
  readonly #today: () => string;
  /** The day by which everything below was read: ignores end, so that a new day is like a change of all files. */
  #day: string;
  readonly #extended: ExtendedConfigurations;
  readonly #byPath = new Map<string, Promise<Loaded | undefined>>();
  /** Paths among them at which there was nothing: folders come and go, and what was not found in them is not kept for ever. */
  readonly #absent = new Set<string>();
  readonly #lastGood = new Map<string, Loaded>();
  /** One object for each configuration and host setting: the engine's caches go by identity. Those of a configuration go with it. */
  #merged = new WeakMap<Loaded, Map<string, Settings>>();

  /**
   * @param only a configuration that counts for every file in place of those above it, its globs relative to itself.
   * @param opened folders that a person opened, or the current one: outside of repositories, no configuration reads what lies above.
   * @param day as `2026-12-31`; asked again by `newDay`, since a server runs for days.
   */
  constructor(
    files: Files,
    rules: readonly Rule[],
    only?: string,
    opened: () => readonly string[] = () => [],
    day: () => string = today,
  ) {
    this.#files = files;
    this.#only = only;
    this.#bounds = new Bounds(files, opened);
    this.#extended = new ExtendedConfigurations(files, this.#bounds);
    this.#hadolint = new HadolintConfigurations(files, this.#bounds);
    this.#rules = rules;
    this.#today = day;
    this.#day = day();
  }

  /** @returns whether another day has begun since this was last asked: what was analysed by then may be wrong by now. */
  newDay(): boolean {
    const day = this.#today();
    if (day === this.#day) return false;
    this.#day = day;
    this.#byPath.clear();
    this.#merged = new WeakMap();
    return true;
  }

  /**
   * @param host what the editor or the command line says; a file beats it, except for what `forced` holds.
   * @param within no file above this folder counts.
   */
  async for(
    path: string,
    host: Partial<Settings> = none,
    forced: Partial<Settings> = none,
    within?: string,
  ): Promise<FoundConfiguration> {
    const found = await this.#own(path, host, forced, within);
    return isDockerfileName(path) ? { ...found, settings: await this.#hadolint.over(found.settings, path) } : found;
  }

  async #own(
    path: string,
    host: Partial<Settings>,
    forced: Partial<Settings>,
    within: string | undefined,
  ): Promise<FoundConfiguration> {
    const above = foldersAbove(path).map((folder) => `${folder}/${configurationFileName}`);
    for (const file of this.#only === undefined ? above : [this.#only]) {
      const folder = directoryOf(file);
      const isInside = path.startsWith(`${folder}/`);
      if (within !== undefined && folder !== within && !folder.startsWith(`${within}/`)) break;
      const loaded = await this.#load(file);
      if (loaded === undefined) continue;
      const { ignored } = loaded;
      // Its globs say nothing of files beside it.
      const inFolder = isInside ? path.slice(folder.length + 1) : path.slice(path.lastIndexOf('/') + 1);
      const matching = loaded.overrides.flatMap(({ paths }, i) => (paths.ignores(inFolder) ? [i] : []));
      return {
        path: file,
        settings: this.#settings(loaded, matching, rootOf(folder, inFolder, loaded.roots), host, forced),
        ignores:
          ignored === undefined
            ? () => false
            : (file) => file.startsWith(`${folder}/`) && ignored.ignores(file.slice(folder.length + 1)),
      };
    }
    return { path: undefined, settings: this.#settings(nothing, [], '', host, forced), ignores: () => false };
  }

  /** Reads one file by name, such as that of `--config`. */
  read(text: string, day = this.#today()): Configuration {
    return readConfiguration(text, this.#rules, day);
  }

  /** Whether a configuration is no link out of its repository or folder. */
  isAtHome(path: string): Promise<boolean> {
    return this.#bounds.isAtHome(path);
  }

  /** Configuration files that were read and have problems. */
  async broken(): Promise<readonly BrokenConfiguration[]> {
    const found: BrokenConfiguration[] = [];
    for (const [path, loading] of this.#byPath) {
      const loaded = await loading;
      if (loaded !== undefined && loaded.problems.length > 0)
        found.push({ path, text: loaded.text, problems: loaded.problems });
    }
    return found;
  }

  /** Whether a file is, or may become, a part of what is configured. */
  holds(path: string): boolean {
    return (
      baseName(path) === configurationFileName ||
      /^\.hadolint\.ya?ml$/.test(baseName(path)) ||
      this.#extended.isBase(path)
    );
  }

  /** A file that it holds came, went or changed. */
  forget(path: string): void {
    this.#hadolint.forget();
    if (this.#extended.isBase(path)) this.#byPath.clear();
    else for (const forgotten of [path, ...this.#absent]) this.#byPath.delete(forgotten);
    this.#absent.clear();
  }

  #load(path: string): Promise<Loaded | undefined> {
    let loading = this.#byPath.get(path);
    if (loading === undefined) {
      loading = this.#readLoaded(path);
      this.#byPath.set(path, loading);
    }
    return loading;
  }

  async #readLoaded(path: string): Promise<Loaded | undefined> {
    const kind = await this.#files.kind(path);
    if (kind === undefined || kind === 'folder') {
      this.#lastGood.delete(path);
      this.#absent.add(path);
      return undefined;
    }
    const isNamed = path === this.#only;
    // What a person named, and no repository or open folder holds, is no stranger's.
    const root = (await this.#bounds.rootOf(path)) ?? (isNamed ? diskOf(path) : directoryOf(path));
    const whole =
      isNamed || (await this.#bounds.isBelow(root, path))
        ? await this.#extended.read(path, root, (text) => this.read(text, this.#day))
        : unread('It is not read: it is a link that leads out of its repository or folder.');
    const good = whole.problems.some(isWrong) ? this.#lastGood.get(path) : undefined;
    const { problems, text } = whole;
    const settings = good?.settings ?? whole.settings;
    const globs = settings.ignorePaths ?? [];
    const loaded: Loaded = {
      text,
      settings,
      overrides:
        good?.overrides ??
        whole.overrides.map((override) => ({ paths: new IgnorePatterns(override.paths), settings: override.settings })),
      roots: good?.roots ?? readRoots(whole.roots),
      ignored: globs.length === 0 ? undefined : new IgnorePatterns(globs),
      problems,
    };
    if (!problems.some(isWrong)) this.#lastGood.set(path, loaded);
    return loaded;
  }

  /** @param matching overrides of the configuration that count for a path, by their position. @param root as in `Settings`. */
  #settings(
    loaded: Loaded,
    matching: readonly number[],
    root: string,
    host: Partial<Settings>,
    forced: Partial<Settings>,
  ): Settings {
    const { settings: own, overrides } = loaded;
    const byHost = this.#merged.get(loaded) ?? new Map<string, Settings>();
    this.#merged.set(loaded, byHost);
    const key = `${matching.join()} ${root} ${textOf(host)}${textOf(forced)}`;
    let settings = byHost.get(key);
    if (settings === undefined) {
      const layers = [own, ...matching.map((i) => overrides[i]?.settings ?? {})];
      const below: Settings = { ...defaultSettings, ...host };
      settings = {
        ...over(below, ...layers),
        root,
        today: this.#day,
        ...forced,
      };
      byHost.set(key, settings);
    }
    return settings;
  }
}

const none: Partial<Settings> = {};

/** What counts where there is no configuration. */
const nothing: Loaded = {
  text: '',
  settings: none,
  overrides: [],
  roots: readRoots([]),
  ignored: undefined,
  problems: [],
};

const texts = new WeakMap<object, string>();

/** Equal settings give equal texts; asked for each file of a scan, with the same few objects. */
function textOf(settings: Partial<Settings>): string {
  let text = texts.get(settings);
  if (text === undefined) {
    text = JSON.stringify(settings, (_, value: unknown) =>
      value instanceof Map || value instanceof Set ? [...value] : value,
    );
    texts.set(settings, text);
  }
  return text;
}
