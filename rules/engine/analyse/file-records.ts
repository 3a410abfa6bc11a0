/** The records of the files of a workspace, by path. */

import { defaultSettings, type Settings } from '../settings/settings.ts';
import { Charts } from './charts/charts.ts';
import { type FileRecord, rootOf } from './file-record.ts';
import type { FileInput } from './source-file.ts';

/** By path. Knows whose settings count for rules on several files. */
export class FileRecords extends Map<string, FileRecord> {
  /** The first path of all, once somebody asked for it; undefined: it has to be looked for. */
  #first: string | undefined;
  /** The charts that files belong to. */
  charts = new Charts();

  /** A copy that goes its own way from here. */
  fork(): FileRecords {
    const copy = new FileRecords();
    for (const [path, record] of this) copy.set(path, record);
    copy.charts = this.charts.fork();
    return copy;
  }

  /** A file with all that is found in it, and in what it is a part of. */
  whole(path: string): FileRecord | undefined {
    const record = this.get(path);
    return record === undefined ? undefined : this.charts.withLanded(record);
  }

  /**
   * Templates state something else by values, by their own text or by what they include.
   * @param update gives a file again. @returns files that something else may be told of than before.
   */
  settleCharts(
    update: (input: FileInput, settings: Settings, options: { readonly retain: boolean }) => void,
  ): readonly string[] {
    const { stating, showing } = this.charts.takeChanged();
    for (const path of stating) {
      const record = this.get(path);
      const text = this.charts.text(path);
      if (record === undefined || text === undefined) continue;
      update({ ...record.input, text }, record.rules.settings, { retain: record.text !== undefined });
    }
    return [...stating, ...showing];
  }

  override set(path: string, record: FileRecord): this {
    if (this.#first !== undefined && path < this.#first) this.#first = path;
    // Charts that a file has deployed are judged with its values, too.
    const releases = record.units.flatMap(({ unit }) => unit.deployment?.releases ?? []);
    this.charts.learnReleases(path, rootOf(record), releases);
    return super.set(path, record);
  }

  override delete(path: string): boolean {
    if (path === this.#first) this.#first = undefined;
    this.charts.remove(path);
    this.charts.learnReleases(path, '', []);
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
