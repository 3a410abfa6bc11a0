/** Which objects a kustomization's patches are for, as far as the files show all that it takes in. */
import { KustomizeError, UnknownError } from '../../model/kustomize/build/errors.ts';
import { matches } from '../../model/kustomize/build/select.ts';
import type { PatchTarget } from '../../model/kustomize/patch.ts';
import type { Facts } from '../index.ts';
import type { KustomizationFact, PartFact } from '../kinds/kustomization.ts';
import type { ObjectFact } from '../kinds/object.ts';

/** What a kustomization takes in. */
interface Taken {
  readonly objects: readonly ObjectFact[];
  /** Names of what generators make. */
  readonly generated: readonly string[];
  /** Kustomizations below it give objects other names. */
  readonly renames: boolean;
}

/** Kustomizations within each other; and objects of all kustomizations together, since each has those of the ones below it. */
const bounds = { depth: 60, objects: 200_000 };

/** Answers for all kustomizations of a scope. */
export class PatchedObjects {
  readonly #byFile = new Map<string, ObjectFact[]>();
  readonly #byFolder = new Map<string, KustomizationFact>();
  readonly #taken = new Map<string, Taken | undefined>();
  #left = bounds.objects;

  constructor(facts: Facts) {
    for (const fact of facts.byKind.object) {
      const known = this.#byFile.get(fact.ref.file);
      if (known === undefined) this.#byFile.set(fact.ref.file, [fact]);
      else known.push(fact);
    }
    for (const fact of facts.byKind.kustomization) this.#byFolder.set(fact.folder, fact);
  }

  /** Objects, or parts of some, that a file has. */
  in(file: string): readonly ObjectFact[] {
    return this.#byFile.get(file) ?? [];
  }

  /** @returns undefined where not all of it is known. */
  takenBy(kustomization: KustomizationFact, depth = 0): Taken | undefined {
    const { folder } = kustomization;
    if (this.#taken.has(folder)) return this.#taken.get(folder);
    // What takes in itself is not known, and neither is what is nested without end.
    this.#taken.set(folder, undefined);
    const taken = kustomization.isOpen || depth > bounds.depth ? undefined : this.#gather(kustomization, depth);
    this.#left -= taken?.objects.length ?? 0;
    if (this.#left < 0) return undefined;
    this.#taken.set(folder, taken);
    return taken;
  }

  #gather({ resources, generates }: KustomizationFact, depth: number): Taken | undefined {
    const objects = new Set<ObjectFact>();
    const generated = new Set(generates);
    let renames = false;
    for (const resource of resources) {
      const below = this.#byFolder.get(resource);
      const taken = below === undefined ? undefined : this.takenBy(below, depth + 1);
      const own = below === undefined ? this.in(resource) : taken?.objects;
      if (own === undefined || (below === undefined && own.length === 0)) return undefined;
      for (const object of own) objects.add(object);
      for (const name of taken?.generated ?? []) generated.add(name);
      if (below?.renames === true || taken?.renames === true) renames = true;
    }
    const all = [...objects];
    return all.every(({ name, kind }) => name !== '' && kind !== '')
      ? { objects: all, generated: [...generated], renames }
      : undefined;
  }
}

/** Whether an object may be what a patch without a target names: by kind and name, or by a name that kustomizations gave it. */
export const isOf = (part: Pick<PartFact, 'kind' | 'name'>, object: ObjectFact, renames: boolean): boolean =>
  part.kind === object.kind && (part.name === object.name || (renames && part.name.includes(object.name)));

/** Whether an object may be what a target asks for; what it says beside kind and name may be so. */
export function isFor(target: PatchTarget, object: Pick<ObjectFact, 'kind' | 'name'>, renames: boolean): boolean {
  const may = (pattern: string | undefined, text: string): boolean => {
    if (pattern === undefined || pattern === '') return true;
    try {
      return matches(pattern, text);
    } catch (error) {
      if (error instanceof KustomizeError || error instanceof UnknownError) return true;
      throw error;
    }
  };
  return may(target.kind, object.kind) && (renames || may(target.name, object.name));
}
