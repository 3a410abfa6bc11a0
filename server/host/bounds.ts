/**
 * How far on the disk a file of a stranger's may lead: a configuration that reads what lies elsewhere would make us repeat it. Must not know what a
 * configuration says.
 */
import { directoryOf } from '../../rules/text/path.ts';
import { type Files, isWithin } from './files.ts';
import { foldersAbove } from './paths.ts';

export class Bounds {
  readonly #files: Files;
  readonly #opened: () => readonly string[];

  /** @param opened folders that a person opened, or the current one. */
  constructor(files: Files, opened: () => readonly string[]) {
    this.#files = files;
    this.#opened = opened;
  }

  /** What a file may refer to lies below this folder: its repository, else the folder that a person opened; undefined where it lies in none. */
  async rootOf(path: string): Promise<string | undefined> {
    for (const folder of foldersAbove(path))
      if ((await this.#files.kind(`${folder}/.git`)) !== undefined) return folder;
    return this.#opened().find((folder) => isWithin(folder, path));
  }

  /** Whether a path lies below a root by its name, and by where it really lies. */
  async isBelow(root: string, path: string): Promise<boolean> {
    if (!isWithin(root, path)) return false;
    const real = await this.#files.real(path);
    return real === undefined || isWithin((await this.#files.real(root)) ?? root, real);
  }

  /** Whether a file that was found by its name is no link to somewhere else. */
  async isAtHome(path: string): Promise<boolean> {
    return this.isBelow((await this.rootOf(path)) ?? directoryOf(path), path);
  }
}
