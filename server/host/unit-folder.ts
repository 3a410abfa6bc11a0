/** Which folder has to be read for what is said of one file to be right: its deployment unit, as far as names of folders tell. */
import { isCollectionName } from '../../rules/engine/analyse/units/collections.ts';
import { directoryOf } from '../../rules/text/path.ts';
import { discover } from './discover.ts';
import type { Files } from './files.ts';

/** Files; a folder of more is a repository, and to read all of it for one file takes longer than anybody wants to wait. */
const mostFiles = 500;

/** @param root a folder that the file lies in, which nothing goes above. */
export async function unitFolderOf(files: Files, root: string, file: string): Promise<string> {
  let folder = directoryOf(file);
  while (folder.length > root.length && !isCollectionName(folder)) {
    const above = directoryOf(folder);
    if (above.length > root.length && isCollectionName(above)) break;
    if (await hasMore(files, above)) break;
    folder = above;
  }
  return folder;
}

async function hasMore(files: Files, folder: string): Promise<boolean> {
  let count = 0;
  for await (const _ of discover(files, folder)) if (++count > mostFiles) return true;
  return false;
}
