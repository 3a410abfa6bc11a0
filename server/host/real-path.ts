/** Paths without the links in them. */
import { type Files, isWithin, moved } from './files.ts';

/**
 * Where a path of a folder really lies, as a scan of the folder names it.
 * @param root the folder; undefined where there is none, so that the path counts as it is.
 * @returns undefined outside of the folder, where a link leads. What does not exist was known by its name, if at all.
 */
export async function realWithin(files: Files, root: string | undefined, path: string): Promise<string | undefined> {
  if (root === undefined) return path;
  const [real, realRoot] = [await files.real(path), (await files.real(root)) ?? root];
  if (real === undefined) return path;
  return isWithin(realRoot, real) ? moved(real, realRoot, root) : undefined;
}
