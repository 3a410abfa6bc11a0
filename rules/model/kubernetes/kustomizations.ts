/**
 * All kustomizations of a scope, and what those around a file make of it: looked up by what they take in, so that a file costs what stands around it and
 * not what stands elsewhere. Kept up to date kustomization by kustomization. Renders nothing.
 */
import type { Kustomization } from './kustomization.ts';
import type { Labels } from './labels.ts';

/** What those around a file make of it, as far as it was asked. */
interface Around {
  namespace?: string | undefined;
  images?: ReadonlySet<string>;
  labels?: Labels | undefined;
  isSelected?: boolean;
}

const none: ReadonlySet<string> = new Set();
const noLabels: Labels = {};

/** So many ways lead out of no folder that people write; beyond, its namespace counts as unknown. */
const wayLimit = 10_000;

export class Kustomizations {
  readonly #byPath = new Map<string, Kustomization>();
  /** By the file or folder that is taken in. */
  readonly #parents = new Map<string, Set<Kustomization>>();
  /** How often a file is named as a patch. */
  readonly #patches = new Map<string, number>();
  readonly #around = new Map<string, Around>();
  #renamed: ReadonlyMap<string, readonly string[]> | undefined;
  #arePatched: boolean | undefined;

  /** @param path of the kustomization file. @param now undefined when it is gone. @returns whether it says something else than before. */
  learn(path: string, now: Kustomization | undefined): boolean {
    const before = this.#byPath.get(path);
    if (before === now || JSON.stringify(before) === JSON.stringify(now)) return false;
    if (before !== undefined) this.#forget(before);
    if (now === undefined) this.#byPath.delete(path);
    else {
      this.#byPath.set(path, now);
      for (const resource of now.resources) {
        const parents = this.#parents.get(resource) ?? new Set();
        this.#parents.set(resource, parents);
        parents.add(now);
      }
      for (const patch of now.patches) this.#patches.set(patch, (this.#patches.get(patch) ?? 0) + 1);
    }
    this.#around.clear();
    this.#renamed = undefined;
    this.#arePatched = undefined;
    return true;
  }

  /** A copy that goes its own way from here. */
  fork(): Kustomizations {
    const copy = new Kustomizations();
    for (const [path, kustomization] of this.#byPath) copy.learn(path, kustomization);
    return copy;
  }

  /** Whether any of them patches something. */
  get arePatched(): boolean {
    this.#arePatched ??= [...this.#byPath.values()].some(({ edits }) => edits.length > 0);
    return this.#arePatched;
  }

  get size(): number {
    return this.#byPath.size;
  }

  all(): Iterable<Kustomization> {
    return this.#byPath.values();
  }

  isPatch(file: string): boolean {
    return this.#patches.has(file);
  }

  /**
   * The one namespace that the kustomizations around a file give to its objects. Kustomize lets the outermost one win, so two
   * overlays with different namespaces leave it open.
   */
  namespaceFor(file: string): string | undefined {
    if (!this.#parents.has(file)) return undefined;
    const around = this.#aroundOf(file);
    if (!('namespace' in around)) around.namespace = this.#namespaceAround(file);
    return around.namespace;
  }

  /** Names of images, without tag, that the kustomizations around a file replace. */
  imagesFor(file: string): ReadonlySet<string> {
    if (!this.#parents.has(file)) return none;
    const around = this.#aroundOf(file);
    around.images ??= this.#imagesAround(file);
    return around.images;
  }

  /**
   * The labels that the kustomizations around a file add to its pods; undefined where two of them add different ones, so that it depends on which one
   * is built.
   */
  labelsFor(file: string): Labels | undefined {
    if (!this.#parents.has(file)) return noLabels;
    const around = this.#aroundOf(file);
    if (!('labels' in around)) around.labels = this.#labelsAround(file);
    return around.labels;
  }

  /** Whether those around a file add labels to selectors. */
  selects(file: string): boolean {
    if (!this.#parents.has(file)) return false;
    const around = this.#aroundOf(file);
    around.isSelected ??= [...this.#kustomizationsAround(file)].some(({ selects }) => selects);
    return around.isSelected;
  }

  /** @returns undefined where no kustomization stands in the file. */
  at(path: string): Kustomization | undefined {
    return this.#byPath.get(path);
  }

  /** New names under which kustomizations deploy an image. @param name without tag. */
  renamed(name: string): readonly string[] {
    if (this.#renamed === undefined) {
      const renamed = new Map<string, string[]>();
      for (const { images } of this.#byPath.values())
        for (const { name: old, newName } of images) {
          if (newName === undefined) continue;
          const names = renamed.get(old) ?? [];
          renamed.set(old, names);
          names.push(newName);
        }
      this.#renamed = renamed;
    }
    return this.#renamed.get(name) ?? [];
  }

  #forget(gone: Kustomization): void {
    for (const resource of gone.resources) this.#parents.get(resource)?.delete(gone);
    for (const patch of gone.patches) {
      const left = (this.#patches.get(patch) ?? 0) - 1;
      if (left <= 0) this.#patches.delete(patch);
      else this.#patches.set(patch, left);
    }
  }

  #aroundOf(path: string): Around {
    const around = this.#around.get(path) ?? {};
    this.#around.set(path, around);
    return around;
  }

  #namespaceAround(file: string): string | undefined {
    const outcomes = new Set<string | undefined>();
    const open: { readonly path: string; readonly inner: string | undefined }[] = [{ path: file, inner: undefined }];
    const seen = new Set<string>();
    for (let way = open.pop(); way !== undefined; way = open.pop()) {
      const { path, inner } = way;
      const key = `${path}\n${inner ?? ''}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const parents = this.#parents.get(path);
      if (parents === undefined || parents.size === 0) outcomes.add(inner);
      if (outcomes.size > 1 || seen.size > wayLimit) return undefined;
      for (const { folder, namespace } of parents ?? []) open.push({ path: folder, inner: namespace ?? inner });
    }
    return outcomes.size === 1 ? [...outcomes][0] : undefined;
  }

  /** Those that take the file in, by its name or by its folder, and those that take these in. */
  #kustomizationsAround(file: string): ReadonlySet<Kustomization> {
    const found = new Set<Kustomization>();
    const open = [file];
    for (let path = open.pop(); path !== undefined; path = open.pop())
      for (const parent of this.#parents.get(path) ?? []) {
        if (found.has(parent)) continue;
        found.add(parent);
        open.push(parent.folder);
      }
    return found;
  }

  #imagesAround(file: string): ReadonlySet<string> {
    const images = new Set<string>();
    for (const { images: own } of this.#kustomizationsAround(file)) for (const { name } of own) images.add(name);
    return images;
  }

  #labelsAround(file: string): Labels | undefined {
    const added: Record<string, string> = {};
    for (const { labels } of this.#kustomizationsAround(file)) {
      for (const [key, value] of Object.entries(labels)) {
        if (Object.hasOwn(added, key) && added[key] !== value) return undefined;
        added[key] = value;
      }
    }
    return added;
  }
}
