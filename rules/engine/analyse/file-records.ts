/** The records of the files of a workspace, by path. */

import { defaultSettings, type Settings } from '../settings/settings.ts';
import type { FileRecord } from './file-record.ts';

/** By path. Knows whose settings count for rules on several files. */
export class FileRecords extends Map<string, FileRecord> {
  /** The first path of all, once somebody asked for it; undefined: it has to be looked for. */
  #first: string | undefined;

  override set(path: string, record: FileRecord): this {
    if (this.#first !== undefined && path < this.#first) this.#first = path;
    return super.set(path, record);
  }

  override delete(path: string): boolean {
    if (path === this.#first) this.#first = undefined;
    return super.delete(path);
  }

  /** Rules on several files see files that may have settings of their own; those of the first in the order of paths count. */
  get mainSettings(): Settings {
    if (this.#first === undefined)
      for (const path of this.keys()) if (this.#first === undefined || path < this.#first) this.#first = path;
    const first = this.#first === undefined ? undefined : this.get(this.#first);
    return first?.rules.settings ?? defaultSettings;
  }

  hasRoot(root: string): boolean {
    return [...this.values()].some(({ rules }) => rules.settings.root === root);
  }

  /** Rules on one file that threw. */
  failures(): readonly { readonly rule: string; readonly path: string; readonly message: string }[] {
    return [...this].flatMap(([path, { units }]) =>
      units.flatMap(({ unit }) => unit.analysis.failures.map((failure) => ({ ...failure, path }))),
    );
  }
}
