/** The ways on which what a file holds is deployed: through which kustomizations, in the order in which these change it. */
import type { Kustomization } from './kustomization.ts';
import type { Kustomizations } from './kustomizations.ts';

/** Kustomizations on a way, the innermost first; what a component does comes before what the kustomization does that takes it in. */
export type Way = readonly Kustomization[];

/** Of one file; those beyond are not looked at. */
const mostWays = 8;

/** Kustomizations on one way. */
const longestWay = 200;

/** Components within each other. */
const deepest = 20;

/** The ways through the kustomizations of one deployment unit. */
export class Ways {
  readonly #kustomizations: Kustomizations;
  readonly #files: ReadonlySet<string>;
  /** By file or folder; undefined while it is being found out. */
  readonly #known = new Map<string, readonly Way[] | undefined>();

  /** @param files of the unit. */
  constructor(kustomizations: Kustomizations, files: ReadonlySet<string>) {
    this.#kustomizations = kustomizations;
    this.#files = files;
  }

  /** @param path of a file or folder. @returns one empty way for what no kustomization takes in. */
  to(path: string, depth = 0): readonly Way[] {
    if (depth > longestWay) return [];
    if (this.#known.has(path)) return this.#known.get(path) ?? [];
    // Those that take in each other are on no way.
    this.#known.set(path, undefined);
    const found: Way[] = [];
    let isFree = true;
    for (const [file, parent] of this.#kustomizations.around(path)) {
      if (!this.#files.has(file) || parent.folder === path) continue;
      isFree = false;
      const own = this.#through(parent, path);
      for (const above of this.to(parent.folder, depth + 1)) {
        const way = [...own, ...above];
        if (found.length < mostWays && way.length <= longestWay) found.push(way);
      }
    }
    if (isFree) found.push([]);
    this.#known.set(path, found);
    return found;
  }

  /** A kustomization has its components change all that it took in before, and changes it itself then. */
  #through(parent: Kustomization, from: string): Way {
    const at = parent.components.indexOf(from);
    return [...parent.components.slice(at + 1).flatMap((folder) => this.#component(folder, 0)), parent];
  }

  #component(folder: string, depth: number): Way {
    if (depth > deepest) return [];
    return [...this.#kustomizations.inFolder(folder)].flatMap((component) => [
      ...component.components.flatMap((inner) => this.#component(inner, depth + 1)),
      component,
    ]);
  }
}
