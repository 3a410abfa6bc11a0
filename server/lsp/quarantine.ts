/** Documents that the client had to restart the server over: they are left alone until they change. Whatever they hold, the server answers for the others. */
export class Quarantine {
  /** By URI; the version that was opened, once it was. */
  readonly #versions = new Map<string, number | undefined>();

  constructor(uris: readonly string[]) {
    for (const uri of uris) this.#versions.set(uri, undefined);
  }

  holds(uri: string): boolean {
    return this.#versions.has(uri);
  }

  /** Why a document is not checked; undefined when it is. */
  reason(uri: string): string | undefined {
    return this.#versions.has(uri)
      ? 'set aside: the server did not answer while it was checked; it is checked again once it changes'
      : undefined;
  }

  /** @param version of the document; undefined when its file changed on disk. */
  changed(uri: string, version: number | undefined): void {
    if (!this.#versions.has(uri)) return;
    const opened = this.#versions.get(uri);
    if (version !== undefined && opened === undefined) this.#versions.set(uri, version);
    else if (version === undefined || version !== opened) this.#versions.delete(uri);
  }
}
