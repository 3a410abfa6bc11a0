/** The files of a commit, for whoever reads files: the same paths as on disk, the texts of then. */
import { byteLimit, type Entry, type EntryKind, type Files, isWithin, type ReadResult, within } from './files.ts';
import type { Git, TreeEntry } from './git.ts';
import { decode } from './node-files.ts';

/** Files are fetched so many at once: of the folder that one of them was asked for, and no more than this many. */
const mostAtOnce = 500;

export class GitFiles implements Files {
  readonly #git: Git;
  readonly #top: string;
  readonly #entries = new Map<string, TreeEntry>();
  readonly #folders = new Map<string, Map<string, EntryKind>>();
  readonly #texts = new Map<string, ReadResult>();

  /** @param top the folder of the repository, absolute. @param entries of the commit. */
  constructor(git: Git, top: string, entries: readonly TreeEntry[]) {
    this.#git = git;
    this.#top = top;
    // By it, folders are known as those of a repository.
    this.#folders.set(top, new Map([['.git', 'folder']]));
    for (const entry of entries) {
      const path = within(top, entry.path);
      this.#entries.set(path, entry);
      this.#learn(path, 'file');
    }
  }

  #learn(path: string, kind: EntryKind): void {
    const slash = path.lastIndexOf('/');
    const folder = path.slice(0, slash);
    let entries = this.#folders.get(folder);
    if (entries === undefined) {
      entries = new Map();
      this.#folders.set(folder, entries);
      this.#learn(folder, 'folder');
    }
    entries.set(path.slice(slash + 1), kind);
  }

  list(folder: string): readonly Entry[] {
    const entries = [...(this.#folders.get(folder) ?? [])].map(([name, kind]) => ({ name, kind }));
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async read(path: string): Promise<ReadResult> {
    const entry = this.#entries.get(path);
    if (entry === undefined) return { unreadable: 'not found' };
    if (entry.size > byteLimit) return { unreadable: 'larger than 2 MB' };
    if (!this.#texts.has(path)) await this.#bring(path);
    return this.#texts.get(path) ?? { unreadable: 'not in this copy of the repository' };
  }

  async #bring(path: string): Promise<void> {
    const folder = path.slice(0, path.lastIndexOf('/'));
    const near = [...(this.#folders.get(folder) ?? [])].map(([name]) => within(folder, name));
    const open = [path, ...near.filter((other) => other !== path && !this.#texts.has(other))].slice(0, mostAtOnce);
    const asked = open.flatMap((one) => {
      const entry = this.#entries.get(one);
      return entry === undefined || entry.size > byteLimit ? [] : [[one, entry.id] as const];
    });
    const blobs = await this.#git.blobs(asked.map(([, id]) => id));
    for (const [one, id] of asked) {
      const bytes = blobs.get(id);
      if (bytes !== undefined) this.#texts.set(one, decode(bytes));
    }
  }

  kind(path: string): EntryKind | undefined {
    if (this.#entries.has(path)) return 'file';
    return this.#folders.has(path) && isWithin(this.#top, path)
      ? 'folder'
      : path === within(this.#top, '.git')
        ? 'folder'
        : undefined;
  }

  real(path: string): string | undefined {
    return this.kind(path) === undefined ? undefined : path;
  }
}
