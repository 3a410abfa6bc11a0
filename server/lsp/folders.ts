/** The folders that are open, and which of them a path belongs to. */
import { isWithin } from '../host/files.ts';
import type { Folder } from './folder.ts';

export class Folders {
  readonly #byUri = new Map<string, Folder>();
  readonly #make: (uri: string, root: string | undefined) => Folder;
  readonly #toPath: (uri: string) => string | undefined;
  /** Of what lies outside every folder. */
  readonly #loose: Folder;

  constructor(
    make: (uri: string, root: string | undefined) => Folder,
    toPath: (uri: string) => string | undefined,
    uris: readonly string[],
  ) {
    this.#make = make;
    this.#toPath = toPath;
    this.#loose = make('', undefined);
    for (const uri of uris) this.add(uri);
  }

  get all(): readonly Folder[] {
    return [...this.#byUri.values()];
  }

  get roots(): readonly string[] {
    return this.all.flatMap(({ root }) => root ?? []);
  }

  /** The deepest folder that holds a path; what lies in none shares one without a root. */
  of(path: string): Folder {
    const holds = ({ root }: Folder): boolean => root !== undefined && isWithin(root, path);
    return this.all.filter(holds).sort((a, b) => (b.root?.length ?? 0) - (a.root?.length ?? 0))[0] ?? this.#loose;
  }

  /** Nothing happens for what is no folder of files. */
  add(uri: string): void {
    const path = this.#toPath(uri);
    if (path !== undefined) this.#byUri.set(uri, this.#make(uri, path));
  }

  /** @returns the folder, which is none of these any more. */
  remove(uri: string): Folder | undefined {
    const folder = this.#byUri.get(uri);
    this.#byUri.delete(uri);
    return folder;
  }

  /** Settings changed: everything that was read has to be read again. */
  forgetAll(): void {
    for (const folder of [...this.all, this.#loose]) folder.forgetAll();
  }
}
