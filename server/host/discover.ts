/**
 * Which files of a folder may be manifests or Dockerfiles. Honours `.gitignore`, leaves out folders that hold other people's work. Names
 * each file once, by its path without links: what a link leads to is named where it lies, and nothing outside of the folder. Reads names only; what a
 * file is, its text decides.
 */
import { isComposeName } from '../../rules/model/compose/name.ts';
import {
  isBuildIgnoreName,
  isDockerfileName,
  isProgramName,
  isProgramSettingsName,
  isScriptName,
  isServerConfigurationName,
} from '../../rules/model/dockerfile/name.ts';
import { type Files, isWithin, moved, within } from './files.ts';
import { IgnorePatterns } from './ignore-patterns.ts';
import { foldersAbove } from './paths.ts';

export interface DiscoveredFile {
  readonly path: string;
  /** It lies below the `templates` folder of a Helm chart. */
  readonly inChart: boolean;
  /** What a link that leads to it says of its language, where its own name says nothing. */
  readonly languageId?: string;
}

export interface Skipped {
  readonly path: string;
  readonly reason: string;
}

export interface DiscoverOptions {
  /** Set by who wants to stop. */
  readonly signal?: AbortSignal;
  /** More to leave out, such as the editor's `files.exclude`; a path relative to the root of the walk. */
  readonly excluded?: (relative: string, kind: 'file' | 'folder') => boolean;
  readonly onSkip?: (skipped: Skipped) => void;
  /** Whether what lies outside of the folder, by its real path, is read all the same: another folder of the same scan. */
  readonly elsewhere?: (real: string) => boolean;
}

const foreignFolders = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  'bower_components',
  'jspm_packages',
  'vendor',
  '.terraform',
  '.venv',
  'venv',
  '__pycache__',
  '.tox',
  '.cache',
  '.yarn',
  '.pnpm-store',
]);

/** Names that are worth reading when a folder is walked. @param inChart it is one of a chart's templates. */
function isCandidateName(name: string, inChart: boolean): boolean {
  return (
    (inChart && name.endsWith('.tpl')) ||
    /\.(?:ya?ml|json)$|^docker-bake(?:\.override)?\.hcl$/i.test(name) ||
    name === 'Kustomization' ||
    name === '.env' ||
    isDockerfileName(name) ||
    isBuildIgnoreName(name) ||
    isScriptName(name) ||
    isProgramName(name) ||
    isProgramSettingsName(name) ||
    isServerConfigurationName(name)
  );
}

/** An ignore file and the folder its patterns are relative to. */
interface IgnoreFile {
  readonly folder: string;
  readonly patterns: IgnorePatterns;
  readonly count: number;
}

/**
 * Patterns that are in force in one folder, and the stars in them: each name is compared with each of them. Past it an ignore file counts for nothing, which
 * is named.
 */
const patternLimit = 4000;

/** Folders below the one that was given. Nobody keeps manifests deeper, and what a walk costs grows with the depth of each path. */
const deepest = 100;

interface Place {
  readonly folder: string;
  /** How many folders below the first one. */
  readonly depth: number;
  readonly ignores: readonly IgnoreFile[];
  readonly chart: 'none' | 'root' | 'templates';
}

/** Walks a folder. The order is that of the names, so that output is the same everywhere; what only a link names comes last. */
export async function* discover(
  files: Files,
  root: string,
  options: DiscoverOptions = {},
): AsyncGenerator<DiscoveredFile> {
  const real = (await files.real(root)) ?? root;
  const chartOf = async (path: string): Promise<Place['chart']> =>
    (await isInChart(files, path)) ? 'templates' : 'none';
  const stack: Place[] = [
    { folder: root, depth: 0, ignores: await ignoreFilesAbove(files, root, options), chart: await chartOf(root) },
  ];
  const linked: { readonly name: string; readonly path: string; readonly isFolder: boolean }[] = [];
  const seen = new Set<string>();
  for (;;) {
    if (options.signal?.aborted === true) return;
    const at = stack.pop();
    if (at === undefined) {
      const link = linked.shift();
      if (link === undefined) return;
      const { name, path } = link;
      if (link.isFolder) stack.push({ folder: path, depth: 0, ignores: [], chart: await chartOf(path) });
      else if (!seen.has(path)) {
        seen.add(path);
        yield { path, inChart: await isInChart(files, path), ...languageBy(name, path) };
      }
      continue;
    }
    const { folder } = at;
    // Not again through a link.
    if (seen.has(folder)) continue;
    seen.add(folder);
    let entries: Awaited<ReturnType<Files['list']>>;
    try {
      entries = await files.list(folder);
    } catch (error) {
      options.onSkip?.({
        path: folder,
        reason: (error as NodeJS.ErrnoException).code === 'EACCES' ? 'no permission to list it' : 'cannot be listed',
      });
      continue;
    }
    const ignores = entries.some(({ name }) => name === '.gitignore')
      ? [...at.ignores, ...(await readIgnoreFile(files, folder, at.ignores, options))]
      : at.ignores;
    const chart =
      at.chart === 'templates' ? 'templates' : entries.some(({ name }) => name === 'Chart.yaml') ? 'root' : 'none';
    const folders: Place[] = [];
    for (const { name, kind, target: leadsTo, broken } of entries) {
      const path = within(folder, name);
      // Windows calls more things links than those that lead elsewhere, such as files that are kept in the cloud.
      const target = leadsTo === moved(path, root, real) ? undefined : leadsTo;
      if (kind === 'folder' ? foreignFolders.has(name) : !isCandidateName(name, chart === 'templates')) continue;
      if (ignored(path, kind, ignores) || options.excluded?.(path.slice(within(root, '').length), kind) === true)
        continue;
      const reason = target === undefined ? broken : (linkObstacle(target, moved(folder, root, real)) ?? broken);
      if (reason !== undefined) options.onSkip?.({ path, reason });
      else if (target !== undefined) {
        if (isWithin(real, target)) linked.push({ name, path: moved(target, real, root), isFolder: kind === 'folder' });
      } else if (kind === 'folder' && at.depth === deepest) {
        options.onSkip?.({ path, reason: `lies more than ${deepest} folders deep` });
      } else if (kind === 'folder') {
        const isTemplates = chart === 'templates' || (chart === 'root' && name === 'templates');
        folders.push({ folder: path, depth: at.depth + 1, ignores, chart: isTemplates ? 'templates' : 'none' });
      } else if (!seen.has(path)) {
        seen.add(path);
        yield { path, inChart: chart === 'templates' };
      }
    }
    stack.push(...folders.reverse());
  }

  /** @param holder the real path of the folder that a link lies in. */
  function linkObstacle(target: string, holder: string): string | undefined {
    if (isWithin(real, target)) return isWithin(target, holder) ? 'a symbolic link to a folder it lies in' : undefined;
    return options.elsewhere?.(target) === true ? undefined : 'a symbolic link that leads out of the folder';
  }
}

/** What a name says of the language of a file that bears another one. */
export function languageBy(name: string, path: string): Pick<DiscoveredFile, 'languageId'> {
  if (isDockerfileName(name)) return isDockerfileName(path) ? {} : { languageId: 'dockerfile' };
  return isComposeName(name) && !isComposeName(path) ? { languageId: 'dockercompose' } : {};
}

function ignored(path: string, kind: 'file' | 'folder', ignores: readonly IgnoreFile[]): boolean {
  // The deepest file has the last word, as in Git.
  for (const { folder, patterns } of [...ignores].reverse()) {
    const verdict = patterns.verdict(path.slice(within(folder, '').length) + (kind === 'folder' ? '/' : ''));
    if (verdict !== undefined) return verdict === 'ignored';
  }
  return false;
}

/** @param above those of the folders above it, which count in its folder too. */
async function readIgnoreFile(
  files: Files,
  folder: string,
  above: readonly IgnoreFile[],
  { onSkip }: DiscoverOptions,
): Promise<IgnoreFile[]> {
  const path = within(folder, '.gitignore');
  // Git follows no link there either (its documentation of gitignore, "Notes").
  if ((await files.real(path)) !== within((await files.real(folder)) ?? folder, '.gitignore')) return [];
  const read = await files.read(path);
  if (!('text' in read)) return [];
  const patterns = read.text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const count = patterns.reduce((sum, pattern) => sum + pattern.split('*').length, 0);
  if (above.reduce((sum, one) => sum + one.count, count) > patternLimit) {
    onSkip?.({
      path,
      reason: `more than ${patternLimit} patterns and stars are in force with it, so that it leaves nothing out`,
    });
    return [];
  }
  return [{ folder, patterns: new IgnorePatterns(patterns), count }];
}

/** Whether a walk of a folder names a file that lies below it, when no link leads there. */
export async function isDiscovered(files: Files, root: string, path: string): Promise<boolean> {
  const names = path.slice(within(root, '').length).split('/');
  const above = await ignoreFilesAbove(files, root, {});
  const ignores = [...above, ...(await readIgnoreFile(files, root, above, {}))];
  let at = root;
  for (const [i, name] of names.entries()) {
    at = within(at, name);
    const isFolder = i < names.length - 1;
    if (isFolder ? foreignFolders.has(name) : !isCandidateName(name, await isInChart(files, at))) return false;
    if (ignored(at, isFolder ? 'folder' : 'file', ignores)) return false;
    if (isFolder) ignores.push(...(await readIgnoreFile(files, at, ignores, {})));
  }
  return true;
}

/** Ignore files between the root of the repository and a folder inside it; none above a folder that is the root of one, such as a submodule. */
async function ignoreFilesAbove(files: Files, root: string, options: DiscoverOptions): Promise<readonly IgnoreFile[]> {
  const isRepository = async (folder: string): Promise<boolean> => (await files.kind(`${folder}/.git`)) !== undefined;
  if (await isRepository(root)) return [];
  const found: IgnoreFile[] = [];
  for (const folder of foldersAbove(root)) {
    found.unshift(...(await readIgnoreFile(files, folder, found, options)));
    if (await isRepository(folder)) return found;
  }
  // Outside a repository nobody's ignore file counts but those below.
  return [];
}

/** Whether a path lies below the `templates` folder of a chart. */
export async function isInChart(files: Files, path: string): Promise<boolean> {
  for (const folder of [path, ...foldersAbove(path)]) {
    if (!folder.endsWith('/templates')) continue;
    if ((await files.kind(`${folder.slice(0, -'/templates'.length)}/Chart.yaml`)) === 'file') return true;
  }
  return false;
}
