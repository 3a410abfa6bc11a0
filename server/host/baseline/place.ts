/** Where the baseline of a folder lies: the nearest at it or above it, within its repository. */
import { Bounds } from '../bounds.ts';
import type { Files } from '../files.ts';
import { within } from '../files.ts';
import { foldersAbove } from '../paths.ts';
import { baselineFileName } from './entry.ts';

/** The folder that holds `.git`, at a folder or above it; undefined outside of a repository. */
export async function repositoryOf(files: Files, folder: string): Promise<string | undefined> {
  for (const one of [folder, ...foldersAbove(folder)])
    if ((await files.kind(within(one, '.git'))) !== undefined) return one;
  return undefined;
}

/** @returns the path of the baseline that is in force for a folder; undefined where there is none. A link out of the repository counts as none. */
export async function baselineOf(files: Files, folder: string): Promise<string | undefined> {
  const top = (await repositoryOf(files, folder)) ?? folder;
  for (const one of [folder, ...foldersAbove(folder)]) {
    const path = within(one, baselineFileName);
    if ((await files.kind(path)) === 'file' && (await new Bounds(files, () => [top]).isAtHome(path))) return path;
    if (one === top) return undefined;
  }
  return undefined;
}
