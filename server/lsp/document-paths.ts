/**
 * Which file an open document is. A document that was opened through a symbolic link stands for the file that the link leads to, so that the file is
 * known once, by the name that a scan gives it.
 */
import { isWithin, moved } from '../host/files.ts';
import type { LspHost } from './host.ts';

export class DocumentPaths {
  readonly #host: LspHost;
  readonly #roots: () => readonly string[];
  /** Of open documents, by their URI. */
  readonly #paths = new Map<string, Promise<string>>();
  /** URIs of the documents that stand for a path; the last one that was opened comes last. */
  readonly #uris = new Map<string, readonly string[]>();

  /** @param roots of the folders that are open. */
  constructor(host: LspHost, roots: () => readonly string[]) {
    this.#host = host;
    this.#roots = roots;
  }

  /** A document was opened. @returns the path that it stands for; what has no file is known by its URI. */
  opened(uri: string): Promise<string> {
    let path = this.#paths.get(uri);
    if (path === undefined) {
      path = this.#open(uri);
      this.#paths.set(uri, path);
    }
    return path;
  }

  async #open(uri: string): Promise<string> {
    const path = await this.#real(uri);
    // It may have been closed meanwhile, or opened again.
    if (this.#paths.has(uri) && !this.uris(path).includes(uri)) this.#uris.set(path, [...this.uris(path), uri]);
    return path;
  }

  /** A document was closed. @returns the path that it stood for. */
  async closed(uri: string): Promise<string> {
    const known = this.#paths.get(uri);
    this.#paths.delete(uri);
    const path = await (known ?? this.#real(uri));
    // It may have been opened again meanwhile.
    if (this.#paths.has(uri)) return path;
    const left = this.uris(path).filter((other) => other !== uri);
    if (left.length === 0) this.#uris.delete(path);
    else this.#uris.set(path, left);
    return path;
  }

  /** Folders came or went, so that paths may be others. */
  async folders(): Promise<void> {
    this.#uris.clear();
    // One that is closed meanwhile is not opened by this.
    for (const uri of [...this.#paths.keys()]) if (this.#paths.delete(uri)) await this.opened(uri);
  }

  /** The path that a URI means: that of the open document, else where it really lies, if that is in a folder that is open. */
  of(uri: string): Promise<string> {
    return this.#paths.get(uri) ?? this.#real(uri);
  }

  async #real(uri: string): Promise<string> {
    const given = this.#host.toPath(uri);
    if (given === undefined) return uri;
    const real = await this.#host.files.real(given);
    if (real === undefined || real === given) return given;
    for (const root of [...this.#roots()].sort((a, b) => b.length - a.length)) {
      const realRoot = (await this.#host.files.real(root)) ?? root;
      if (isWithin(realRoot, real)) return moved(real, realRoot, root);
    }
    // A link that leads out is the only name that the folder has for it.
    return given;
  }

  /** Documents that stand for a path. */
  uris(path: string): readonly string[] {
    return this.#uris.get(path) ?? [];
  }

  isOpen(path: string): boolean {
    return this.#uris.has(path);
  }

  /** What the client knows a path by. Documents without a file are known by their URI. */
  uriOf(path: string): string {
    const open = this.uris(path).at(-1);
    return open ?? (path.includes('://') || path.startsWith('untitled:') ? path : this.#host.toUri(path));
  }
}
