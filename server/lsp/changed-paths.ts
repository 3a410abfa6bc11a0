/**
 * Which files are meant when a client tells of changes on disk. Editors lose files: of a folder that is gone they name the folder alone, and of a new one
 * not what was written before they began to watch it.
 */
import { directoryOf } from '../../rules/text/path.ts';
import { discover, isDiscovered } from '../host/discover.ts';
import { type Files, isWithin } from '../host/files.ts';
import type { Folder } from './folder.ts';

export class ChangedPaths {
  readonly #files: Files;
  readonly #folderOf: (path: string) => Folder;
  readonly #isOpen: (path: string) => boolean;
  /** Folders that were walked because nothing was known of them; those files are watched from then on. */
  readonly #walked = new Set<string>();

  /** @param isOpen whether a document stands for a file, which tells nothing of its neighbours. */
  constructor(files: Files, folderOf: (path: string) => Folder, isOpen: (path: string) => boolean) {
    this.#files = files;
    this.#folderOf = folderOf;
    this.#isOpen = isOpen;
  }

  /** @param given paths that the client named, whatever became of them. @returns those, and files that it should have named; each once. */
  async of(given: readonly string[]): Promise<readonly string[]> {
    const found = new Set<string>();
    for (const path of given) {
      found.add(path);
      for (const walked of this.#walked) if (isWithin(path, walked)) this.#walked.delete(walked);
      const folder = this.#folderOf(path);
      for (const known of folder.workspace.paths()) if (isWithin(path, known)) found.add(known);
      for (const neighbour of await this.#neighbours(folder, path)) found.add(neighbour);
    }
    return [...found];
  }

  async #neighbours({ root, wasRead, workspace }: Folder, path: string): Promise<readonly string[]> {
    const parent = directoryOf(path);
    if (root === undefined || !wasRead || !isWithin(root, parent) || this.#walked.has(parent)) return [];
    for (const known of workspace.paths())
      if (known !== path && isWithin(parent, known) && !this.#isOpen(known)) return [];
    this.#walked.add(parent);
    if (!(await isDiscovered(this.#files, root, path))) return [];
    const found: string[] = [];
    for await (const { path: neighbour } of discover(this.#files, parent)) found.push(neighbour);
    return found;
  }
}
