/**
 * Reads every file of a scope into a workspace of the engine. Owns the order of things: files, then rules that need all of them, then files that
 * turned out to be patches. Must not know who shows the results.
 */

import type { FileState } from '../../rules/engine/analyse/file-record.ts';
import type { Settings } from '../../rules/engine/settings/settings.ts';
import type { Workspace } from '../../rules/engine/workspace.ts';
import { giveCharts } from './charts.ts';
import type { Configurations } from './configuration.ts';
import {
  type DiscoveredFile,
  type DiscoverOptions,
  discover,
  isInChart,
  languageBy,
  type Skipped,
} from './discover.ts';
import { type Files, isWithin, within } from './files.ts';

export interface ScanHost {
  readonly files: Files;
  readonly configurations: Configurations;
  /** What the host itself sets, below and above what files configure. */
  readonly host?: Partial<Settings>;
  readonly forced?: Partial<Settings>;
}

export interface ScanOptions extends DiscoverOptions {
  /** Texts that stand for those on disk: open documents. Such files are not read. */
  readonly open?: (path: string) => boolean;
  /** Keep trees, so that fixes can be made. */
  readonly retain?: boolean;
  /** Folder that names of files in fingerprints are relative to. */
  readonly root: string;
  /** Files that nobody asked for: they may only have what others lack. */
  readonly isOutside?: (path: string) => boolean;
  /** The folder that was given and holds the file; none where that is the scope itself, or the file was given. */
  readonly askedFor?: (path: string) => string | undefined;
  /** How a given path was spelled, where it was a link. */
  readonly spelling?: (path: string) => string;
  /** Told once, before the first file is read: how many were found. */
  readonly onFound?: (files: number) => void;
  readonly onFile?: (path: string, state: FileState) => void | Promise<void>;
}

/**
 * Gives all files of the paths to the workspace.
 * @param paths folders are walked; a file that is named is always read.
 * @returns false when it was stopped.
 */
export async function scan(
  workspace: Workspace,
  host: ScanHost,
  paths: readonly string[],
  options: ScanOptions,
): Promise<boolean> {
  const found = new Map<string, DiscoveredFile>();
  for (const path of paths) {
    for await (const candidate of candidates(host.files, path, options)) {
      if (options.signal?.aborted === true) return false;
      if (!found.has(candidate.path)) found.set(candidate.path, candidate);
    }
  }
  options.onFound?.(found.size);
  await giveCharts(workspace, host.files, [...found.keys()], options);
  for (const candidate of found.values()) {
    if (options.signal?.aborted === true) return false;
    if (options.open?.(candidate.path) !== true) await giveFile(workspace, host, candidate, options);
  }
  if (options.signal?.aborted === true) return false;
  await giveStale(workspace, host, options);
  return true;
}

/** A patch is known as one only when its kustomization was read, and what it makes of other files only when it was read again. */
const mostRounds = 3;

/** Gives files again that became something else by what was given after them. */
export async function giveStale(workspace: Workspace, host: ScanHost, options: GiveOptions): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    const stale = workspace.stale();
    if (stale.length === 0) return;
    for (const path of stale) await giveFile(workspace, host, { path, inChart: false }, options);
  }
}

async function* candidates(files: Files, path: string, options: ScanOptions): AsyncGenerator<DiscoveredFile> {
  if ((await files.kind(path)) === 'folder') yield* discover(files, path, options);
  else yield { path, inChart: await isInChart(files, path), ...languageBy(options.spelling?.(path) ?? path, path) };
}

export type GiveOptions = Pick<
  ScanOptions,
  'root' | 'retain' | 'open' | 'signal' | 'isOutside' | 'askedFor' | 'onFile' | 'onSkip'
>;

/** Reads one file and gives it to the workspace; says why when that is not possible. */
export async function giveFile(
  workspace: Workspace,
  host: ScanHost,
  { path, inChart, languageId }: DiscoveredFile,
  options: GiveOptions,
): Promise<void> {
  const { settings, ignores } = await host.configurations.for(path, host.host, host.forced);
  if (ignores(path)) return;
  const read = await host.files.read(path);
  // It may have been opened, or settings may have changed, while this waited.
  if (options.signal?.aborted === true || options.open?.(path) === true) return;
  if ('unreadable' in read) {
    options.onSkip?.({ path, reason: read.unreadable } satisfies Skipped);
    return;
  }
  const askedFor = options.askedFor?.(path);
  const state = workspace.update(
    {
      path,
      text: read.text,
      name: nameOf(path, options.root),
      inChart,
      ...(languageId === undefined ? {} : { languageId }),
      ...(options.isOutside?.(path) === true ? { isOutside: true } : {}),
      ...(askedFor === undefined ? {} : { askedFor }),
    },
    settings,
    { retain: options.retain === true },
  );
  if (state.kind === 'skipped') options.onSkip?.({ path, reason: state.reason });
  await options.onFile?.(path, state);
}

/** The same on every machine: relative to the scope, with `/`. */
export function nameOf(path: string, root: string): string {
  return path !== root && isWithin(root, path) ? path.slice(within(root, '').length) : path;
}
