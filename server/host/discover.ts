/**
 * Which files of a folder may be manifests or Dockerfiles. Honours `.gitignore`, leaves out folders that hold other people's work, follows links
 * without running in circles. Reads names only; what a file is, its text decides.
 */
import ignore, { type Ignore } from 'ignore';
import {
  isBuildIgnoreName,
  isDockerfileName,
  isScriptName,
  isServerConfigurationName,
} from '../../rules/model/dockerfile/name.ts';
import type { Files } from './files.ts';

export interface Candidate {
  readonly path: string;
  /** It lies below the `templates` folder of a Helm chart. */
  readonly inChart: boolean;
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

/** Names that are worth reading when a folder is walked. */
function isCandidateName(name: string): boolean {
  return (
    /\.(?:ya?ml|json)$|^docker-bake(?:\.override)?\.hcl$/i.test(name) ||
    name === 'Kustomization' ||
    isDockerfileName(name) ||
    isBuildIgnoreName(name) ||
    isScriptName(name) ||
    isServerConfigurationName(name)
  );
}

/** An ignore file and the folder its patterns are relative to. */
interface IgnoreFile {
  readonly folder: string;
  readonly patterns: Ignore;
}

/** Walks a folder. The order is that of the names, so that output is the same everywhere. */
export async function* discover(files: Files, root: string, options: DiscoverOptions = {}): AsyncGenerator<Candidate> {
  const above = await ignoreFilesAbove(files, root);
  const inChart = await isInChart(files, root);
  const stack: {
    folder: string;
    ignores: readonly IgnoreFile[];
    chart: 'none' | 'root' | 'templates';
    linked: readonly string[];
  }[] = [{ folder: root, ignores: above, chart: inChart ? 'templates' : 'none', linked: [] }];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (options.signal?.aborted === true) return;
    const { folder } = at;
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
      ? [...at.ignores, ...(await readIgnoreFile(files, folder))]
      : at.ignores;
    const chart =
      at.chart === 'templates' ? 'templates' : entries.some(({ name }) => name === 'Chart.yaml') ? 'root' : 'none';
    const folders: typeof stack = [];
    for (const entry of entries) {
      const path = `${folder}/${entry.name}`;
      if (entry.kind === 'folder' ? foreignFolders.has(entry.name) : !isCandidateName(entry.name)) continue;
      if (ignored(path, entry.kind, ignores) || options.excluded?.(path.slice(root.length + 1), entry.kind) === true)
        continue;
      if (entry.broken !== undefined) options.onSkip?.({ path, reason: entry.broken });
      else if (entry.kind === 'file') yield { path, inChart: chart === 'templates' };
      else if (entry.target === undefined || !at.linked.includes(entry.target)) {
        const linked = entry.target === undefined ? at.linked : [...at.linked, entry.target];
        folders.push({
          folder: path,
          ignores,
          chart:
            chart === 'root' && entry.name === 'templates' ? 'templates' : chart === 'templates' ? 'templates' : 'none',
          linked,
        });
      } else options.onSkip?.({ path, reason: 'a loop of symbolic links' });
    }
    stack.push(...folders.reverse());
  }
}

function ignored(path: string, kind: 'file' | 'folder', ignores: readonly IgnoreFile[]): boolean {
  // The deepest file has the last word, as in Git.
  for (const { folder, patterns } of [...ignores].reverse()) {
    const verdict = patterns.test(path.slice(folder.length + 1) + (kind === 'folder' ? '/' : ''));
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

async function readIgnoreFile(files: Files, folder: string): Promise<IgnoreFile[]> {
  const read = await files.read(`${folder}/.gitignore`);
  return 'text' in read ? [{ folder, patterns: ignore().add(read.text) }] : [];
}

/** Ignore files between the root of the repository and a folder inside it. */
async function ignoreFilesAbove(files: Files, root: string): Promise<readonly IgnoreFile[]> {
  const found: IgnoreFile[] = [];
  for (const folder of foldersAbove(root)) {
    found.unshift(...(await readIgnoreFile(files, folder)));
    if ((await files.kind(`${folder}/.git`)) !== undefined) return found;
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

/** The folders that hold a path, nearest first, up to the root of the disk. */
export function foldersAbove(path: string): string[] {
  const found: string[] = [];
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) found.push(path.slice(0, at));
  return found;
}
