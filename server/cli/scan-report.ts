/**
 * Scans what the command line names: one workspace for each scope, findings for the named paths alone. What both `scan` and `fix` stand on; must
 * not know how results are written.
 */

import { rules } from '../../rules/catalog/index.ts';
import { type Profile, profiles } from '../../rules/contract/profile.ts';
import type { Finding } from '../../rules/engine/findings/finding.ts';
import { isWrong } from '../../rules/engine/settings/configuration.ts';
import type { Settings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';
import { directoryOf } from '../../rules/text/path.ts';
import { LineTable as Lines } from '../../rules/text/source.ts';
import { Configurations } from '../host/configuration.ts';
import type { Skipped } from '../host/discover.ts';
import { type Files, isWithin } from '../host/files.ts';
import { nodeFiles } from '../host/node-files.ts';
import { followReferences } from '../host/references.ts';
import { giveStale, type ScanHost, type ScanOptions, scan } from '../host/scan.ts';
import { scopeOf } from '../host/scope.ts';
import { unitFolderOf } from '../host/unit-folder.ts';
import type { Against } from './against.ts';
import { oneOf } from './options.ts';
import { type Output, UsageError } from './output.ts';
import { currentFolder, inRealFolder, spelling, toInner, toOuter } from './paths.ts';
import { withExcerpts } from './placed-excerpts.ts';
import { editsOf, type IgnoredPlace, type PlacedFinding, placed } from './placed-finding.ts';
import type { Progress } from './progress.ts';

export interface SurveyOptions {
  readonly paths: readonly string[];
  readonly profile?: string | undefined;
  /** A configuration file that counts for everything. */
  readonly config?: string | undefined;
  /** Every path is a scope of its own. */
  readonly each?: boolean | undefined;
  /** Keep trees, so that fixes can be made. */
  readonly retain?: boolean | undefined;
  /** Find out of every finding how it can be fixed. */
  readonly remedies?: boolean | undefined;
  /** Make of every finding the edit that fixes it. */
  readonly edits?: boolean | undefined;
  /** Keep of every finding the lines that it is about. */
  readonly excerpts?: boolean | undefined;
  /** Read in place of the disk: the files of a commit. Configurations are those on disk all the same. */
  readonly files?: Files | undefined;
  /** The same for configurations. */
  readonly configurationFiles?: Files | undefined;
  readonly progress?: Progress | undefined;
}

export interface SurveyedFile {
  readonly path: string;
  readonly workspace: Workspace;
  readonly findings: readonly PlacedFinding[];
  readonly ignored: readonly IgnoredPlace[];
  /** What another finding tells, as in `Assembled`. */
  readonly told: readonly Finding[];
}

export interface Survey {
  /** Files with findings or without, in the order they were found. */
  readonly files: readonly SurveyedFile[];
  readonly resources: number;
  readonly otherYaml: number;
  readonly skipped: readonly Skipped[];
  /** What is known by it is not among the findings. */
  readonly against: readonly Against[];
  /** A path does not exist, or a configuration is wrong: exit status 2. */
  readonly failed: boolean;
}

export async function survey(options: SurveyOptions, output: Output): Promise<Survey> {
  const profile: Profile | undefined =
    options.profile === undefined ? undefined : oneOf('profile', options.profile, profiles);
  const { config, files = nodeFiles, configurationFiles = nodeFiles } = options;
  const folder = currentFolder();
  const only = config === undefined ? undefined : inRealFolder(config);
  const configurations = new Configurations(configurationFiles, rules, only, () => [folder]);
  if (config !== undefined) checkConfiguration(config, configurations);
  const forced: Partial<Settings> = profile === undefined ? {} : { profile };
  const host: ScanHost = { files, configurations, forced };
  let failed = false;
  const given: string[] = [];
  for (const path of options.paths.length === 0 ? ['.'] : options.paths) {
    const inner = toInner(path);
    const kind = await files.kind(inner);
    if (kind === 'file' || kind === 'folder') given.push(inner);
    else {
      output.error(kind === undefined ? `${path} does not exist` : `${path} is neither a file nor a folder`);
      failed = true;
    }
  }
  const found = new Map<string, SurveyedFile>();
  const skipped = new Map<string, Skipped>();
  const counts = { resources: 0, otherYaml: 0 };
  for (const [root, paths] of await scopes(files, given, options.each === true)) {
    await surveyScope(
      root,
      paths,
      {
        host,
        given,
        retain: options.retain === true || options.remedies === true || options.edits === true,
        remedies: options.remedies === true,
        edits: options.edits === true,
        excerpts: options.excerpts === true,
        progress: options.progress,
      },
      { found, skipped, counts },
      output,
    );
  }
  options.progress?.end();
  for (const { path, text, problems } of await configurations.broken()) {
    const first = problems.find(isWrong) ?? problems[0];
    if (first === undefined) continue;
    output.error(`${toOuter(path)}:${new Lines(text).positionAt(first.span.start).line + 1}: ${first.message}`);
    if (isWrong(first)) failed = true;
  }
  return { files: [...found.values()], ...counts, skipped: [...skipped.values()], against: [], failed };
}

/** Paths by the folder whose files know of each other. */
async function scopes(
  files: Files,
  paths: readonly string[],
  each: boolean,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const byRoot = new Map<string, string[]>();
  for (const path of paths) {
    const root = each ? path : await scopeOf(files, path);
    byRoot.set(root, [...(byRoot.get(root) ?? []), path]);
  }
  return byRoot;
}

interface Collected {
  readonly found: Map<string, SurveyedFile>;
  readonly skipped: Map<string, Skipped>;
  readonly counts: { resources: number; otherYaml: number };
}

interface ScopeOptions {
  readonly host: ScanHost;
  readonly given: readonly string[];
  readonly retain: boolean;
  readonly remedies: boolean;
  readonly edits: boolean;
  readonly excerpts: boolean;
  readonly progress: Progress | undefined;
}

/** A file is read with what it is deployed with; for what a folder lacks, all of its scope is. */
async function toRead(
  files: Files,
  root: string,
  paths: readonly string[],
  folders: readonly string[],
): Promise<readonly string[]> {
  if (paths.includes(root)) return [root];
  if (folders.length > 0) return [root, ...paths];
  const units = await Promise.all(paths.map((path) => unitFolderOf(files, root, path)));
  return [...new Set([...units, ...paths])];
}

/** The innermost first. */
async function foldersOf(files: Files, paths: readonly string[]): Promise<readonly string[]> {
  const kinds = await Promise.all(paths.map((path) => files.kind(path)));
  return paths.filter((_, i) => kinds[i] === 'folder').sort((a, b) => b.length - a.length);
}

async function surveyScope(
  root: string,
  paths: readonly string[],
  { host, given, retain, remedies, edits, excerpts, progress }: ScopeOptions,
  into: Collected,
  output: Output,
): Promise<void> {
  const workspace = new Workspace(rules);
  const asked = (path: string): boolean => paths.some((given) => isWithin(given, path));
  const others = new Set<string>();
  const { files } = host;
  const folder = (await files.kind(root)) === 'folder' ? root : directoryOf(root);
  const folders = await foldersOf(files, paths);
  const read = await toRead(files, root, paths, folders);
  const options: ScanOptions = {
    root: folder,
    retain,
    spelling,
    // A folder is asked for by itself, a file with all that it is deployed with.
    isOutside: (path) => folders.length > 0 && !asked(path),
    askedFor: (path) => folders.find((folder) => isWithin(folder, path)),
    elsewhere: (real) => given.some((path) => isWithin(path, real)),
    onSkip: (skip) => {
      if (asked(skip.path)) into.skipped.set(skip.path, skip);
    },
    onFound: (files) => progress?.found(files),
    onFile: (path, state) => {
      progress?.read();
      if (state.kind === 'other') others.add(path);
      else others.delete(path);
    },
  };
  await scan(workspace, host, read, options);
  if (folder === root && !read.includes(root)) await followReferences(workspace, host, root, options);
  await giveStale(workspace, host, options);
  workspace.complete = true;
  workspace.refresh();
  for (const path of workspace.paths()) {
    if (!asked(path) || into.found.has(path)) continue;
    const state = workspace.state(path);
    if (state?.kind === 'other') into.counts.otherYaml++;
    if (state?.kind !== 'analysed') continue;
    into.counts.resources += state.resources;
    const lines = workspace.lines(path);
    for (const { message, span } of state.problems.slice(0, 1)) {
      output.error(
        `${toOuter(path)}:${(lines?.positionAt(span.start).line ?? 0) + 1}: ${message} What can be read was checked.`,
      );
    }
    const one = surveyed(path, workspace, { remedies, edits }, output);
    into.found.set(path, excerpts ? withExcerpts(one, await files.read(path)) : one);
  }
  for (const { rule, path, message } of workspace.failures())
    output.error(`rule ${rule} failed${path === '' ? '' : ` on ${toOuter(path)}`}: ${message}`);
}

/** What is said of one file. */
function surveyed(
  path: string,
  workspace: Workspace,
  { remedies, edits }: Pick<ScopeOptions, 'remedies' | 'edits'>,
  output: Output,
): SurveyedFile {
  const { placed: shown, ignored, told } = workspace.assembled(path);
  const known = remedies ? workspace.remedies(path) : undefined;
  const untried = [...(known?.values() ?? [])].filter((remedy) => remedy.untried === true).length;
  if (untried > 0)
    output.error(`${toOuter(path)}: ${untried} fixes are named that were not tried: too many do not go together`);
  const made = edits
    ? editsOf(
        shown.map(({ finding }) => finding),
        workspace,
      )
    : undefined;
  if (made !== undefined && made.left > 0)
    output.error(`${toOuter(path)}: ${made.left} fixes are left out: there are too many in too long a text`);
  return {
    path,
    workspace,
    findings: shown.map(({ finding }) => ({
      ...placed(finding, workspace),
      remedy: known?.get(finding),
      edit: made?.of.get(finding),
    })),
    told,
    ignored: ignored.map(({ finding, reason }) => ({ ...placed(finding, workspace), reason })),
  };
}

/** @throws UsageError when it cannot be read or is wrong. */
function checkConfiguration(path: string, configurations: Configurations): void {
  const read = nodeFiles.read(inRealFolder(path));
  if ('unreadable' in read) throw new UsageError(`the configuration ${path} cannot be read: ${read.unreadable}`);
  const { text } = read;
  const { problems } = configurations.read(text);
  const first = problems.find(isWrong);
  if (first !== undefined)
    throw new UsageError(`${path}:${new Lines(text).positionAt(first.span.start).line + 1}: ${first.message}`);
}
