/** The patches of what is deployed together, by the names of what they are for, so that a file costs what concerns it. */
import type { Kustomizations } from '../../../model/kustomize/kustomizations.ts';
import { namesOf, type Patch } from '../../../model/kustomize/patch.ts';

/** Of those that may be for anything; each would be tried on every object. */
const mostGeneral = 200;

/** The patches of a unit in the order in which they are applied, looked up by the names they are for. */
export class UnitPatches {
  readonly #order = new Map<Patch, number>();
  readonly #byName = new Map<string, Patch[]>();
  /** Those that may be for anything. */
  readonly #general: Patch[] = [];

  /** @param files in the order from the outermost kustomization to what it takes in. @param texts of patches by path. */
  constructor(files: ReadonlySet<string>, kustomizations: Kustomizations, texts: ReadonlyMap<string, string>) {
    for (const path of [...files].reverse())
      for (const { target, file, text } of kustomizations.at(path)?.edits ?? []) {
        const written = text ?? (file === undefined ? undefined : texts.get(file));
        if (written !== undefined) this.#add({ target, text: written });
      }
  }

  /** @param names of objects. @returns what may be for one of them, in the order in which it is applied. */
  for(names: Iterable<string>): readonly Patch[] {
    const found = new Set(this.#general);
    for (const name of names) for (const patch of this.#byName.get(name) ?? []) found.add(patch);
    return [...found].sort((a, b) => (this.#order.get(a) ?? 0) - (this.#order.get(b) ?? 0));
  }

  #add(patch: Patch): void {
    this.#order.set(patch, this.#order.size);
    const names = namesOf(patch);
    if (names === undefined && this.#general.length < mostGeneral) this.#general.push(patch);
    for (const name of names ?? []) {
      const known = this.#byName.get(name) ?? [];
      this.#byName.set(name, known);
      known.push(patch);
    }
  }
}
