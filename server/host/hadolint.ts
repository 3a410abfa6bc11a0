/**
 * As much of hadolint's configuration as a team decided on: rules it ignores and registries it trusts. Source: hadolint's README,
 * "Configure". Read where it lies, nearest first, and never written.
 */
import type { Settings } from '../../rules/engine/settings/settings.ts';
import { detachedRecord } from '../../rules/text/detached.ts';
import { Field } from '../../rules/yaml/field.ts';
import { parseDocument } from '../../rules/yaml/parse.ts';
import type { Bounds } from './bounds.ts';
import type { Files } from './files.ts';
import { foldersAbove } from './paths.ts';

const names = ['.hadolint.yaml', '.hadolint.yml'];

type Decided = Pick<Settings, 'hadolintIgnored' | 'registries'>;

export class HadolintConfigurations {
  readonly #files: Files;
  readonly #bounds: Bounds;
  readonly #byFolder = new Map<string, Promise<Decided | undefined>>();
  /** One object for each: the engine's caches go by identity. */
  readonly #merged = new WeakMap<Settings, WeakMap<Decided, Settings>>();

  constructor(files: Files, bounds: Bounds) {
    this.#files = files;
    this.#bounds = bounds;
  }

  /** @returns the settings with what the nearest configuration of hadolint adds to them. */
  async over(settings: Settings, path: string): Promise<Settings> {
    if (!settings.otherIgnores) return settings;
    for (const folder of foldersAbove(path)) {
      let loading = this.#byFolder.get(folder);
      if (loading === undefined) {
        loading = this.#read(folder);
        this.#byFolder.set(folder, loading);
      }
      const decided = await loading;
      if (decided !== undefined) return this.#merge(settings, decided);
    }
    return settings;
  }

  /** A configuration came, went or changed. Folders did so too, and what was not found in them is not kept for ever. */
  forget(): void {
    this.#byFolder.clear();
  }

  #merge(settings: Settings, decided: Decided): Settings {
    const known = this.#merged.get(settings) ?? new WeakMap<Decided, Settings>();
    this.#merged.set(settings, known);
    const registries = settings.registries.length > 0 ? settings.registries : decided.registries;
    const merged = known.get(decided) ?? { ...settings, registries, hadolintIgnored: decided.hadolintIgnored };
    known.set(decided, merged);
    return merged;
  }

  async #read(folder: string): Promise<Decided | undefined> {
    for (const name of names) {
      const path = `${folder}/${name}`;
      if ((await this.#files.kind(path)) !== 'file' || !(await this.#bounds.isAtHome(path))) continue;
      const read = await this.#files.read(path);
      if (!('text' in read)) continue;
      const root = Field.root(parseDocument(read.text), true);
      const list = (key: string): string[] => root.at(key).strings.map(({ text }) => text);
      return detachedRecord({ hadolintIgnored: list('ignored'), registries: list('trustedRegistries') });
    }
    return undefined;
  }
}
