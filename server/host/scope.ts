/** Which folder a path belongs to as a whole: the nearest with a configuration, else the repository, else nothing but itself. */
import { configurationFileName } from '../../rules/engine/settings/configuration.ts';
import type { Files } from './files.ts';
import { foldersAbove } from './paths.ts';

/** @returns the folder whose files know of each other; for a path outside any, itself (a file: its folder is not searched). */
export async function scopeOf(files: Files, path: string): Promise<string> {
  const folders = (await files.kind(path)) === 'folder' ? [path, ...foldersAbove(path)] : foldersAbove(path);
  for (const folder of folders) {
    if ((await files.kind(`${folder}/${configurationFileName}`)) === 'file') return folder;
    if ((await files.kind(`${folder}/.git`)) !== undefined) return folder;
  }
  return path;
}
