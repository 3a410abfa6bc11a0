/**
 * All kustomizations of a scope, and what those around a file make of it: looked up by what they take in, so that a file costs what stands around it and
 * not what stands elsewhere. Kept up to date kustomization by kustomization. Renders nothing.
 */

import type { Labels } from '../kubernetes/labels.ts';
import { type Inherited, learnInherited } from './inherited.ts';
import type { Kustomization } from './kustomization.ts';
import type { PatchTarget } from './patch.ts';

const none: ReadonlySet<string> = new Set();
/** One object for all that is given none. */
export const noLabels: Labels = {};

/** The kustomizations of a scope by path. */
export class Kustomizations {
  readonly #byPath = new Map<string, Kustomization>();
  /** By the file or folder that is taken in. */
  readonly #parents = new Map<string, Set<Kustomization>>();
  readonly #paths = new Map<Kustomization, string>();
  /** By the folder that they lie in. */
  readonly #inFolder = new Map<string, Set<Kustomization>>();
  /** Those that name a file as a patch. */
  readonly #patches = new Map<string, Set<Kustomization>>();
  /** By file or folder, as far as it was asked: of what is here, all above it is, too. */
  readonly #inherited = new Map<string, Inherited>();
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
      this.#paths.set(now, path);
      for (const resource of now.resources) {
        const parents = this.#parents.get(resource) ?? new Set();
        this.#parents.set(resource, parents);
        parents.add(now);
      }
      const beside = this.#inFolder.get(now.folder) ?? new Set();
      this.#inFolder.set(now.folder, beside);
      beside.add(now);
      this.#forgetBelow(now);
      for (const patch of now.patches) {
        const naming = this.#patches.get(patch) ?? new Set();
        this.#patches.set(patch, naming);
        naming.add(now);
      }
    }
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

  /** Whether a kustomization lies beside a file and none takes it in or patches with it. */
  leavesOut(file: string): boolean {
    return (
      this.#inFolder.has(file.slice(0, file.lastIndexOf('/'))) &&
      !this.#byPath.has(file) &&
      !this.#parents.has(file) &&
      !this.#patches.has(file)
    );
  }

  /** What a patch is for, once for each kustomization that says it. */
  targetsOf(file: string): readonly PatchTarget[] {
    return [...(this.#patches.get(file) ?? [])].flatMap(({ edits }) =>
      edits.flatMap((edit) => (edit.file === file && edit.target !== undefined ? [edit.target] : [])),
    );
  }

  /**
   * The one namespace that the kustomizations around a file give to its objects. Kustomize lets the outermost one win, so two
   * overlays with different namespaces leave it open.
   */
  namespaceFor(file: string): string | undefined {
    if (!this.#parents.has(file)) return undefined;
    const { unset, set, many } = this.#inheritedBy(file).namespace;
    return unset || many ? undefined : set;
  }

  /** Names of images, without tag, that the kustomizations around a file replace. */
  imagesFor(file: string): ReadonlySet<string> {
    if (!this.#parents.has(file)) return none;
    return this.#inheritedBy(file).images;
  }

  /**
   * The labels that the kustomizations around a file add to its pods; undefined where two of them add different ones, so that it depends on which one
   * is built.
   */
  labelsFor(file: string): Labels | undefined {
    if (!this.#parents.has(file)) return noLabels;
    return this.#inheritedBy(file).labels;
  }

  /** Whether those around a file add labels to selectors. */
  selects(file: string): boolean {
    return this.#parents.has(file) && this.#inheritedBy(file).selects;
  }

  /** @returns undefined where no kustomization stands in the file. */
  at(path: string): Kustomization | undefined {
    return this.#byPath.get(path);
  }

  /** Those that take in a file or folder, with their paths. */
  *around(taken: string): Iterable<readonly [path: string, kustomization: Kustomization]> {
    for (const parent of this.#parents.get(taken) ?? []) yield [this.#paths.get(parent) ?? '', parent];
  }

  /** Those that lie in a folder. */
  inFolder(folder: string): Iterable<Kustomization> {
    return this.#inFolder.get(folder) ?? [];
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
    this.#paths.delete(gone);
    this.#forgetBelow(gone);
    this.#inFolder.get(gone.folder)?.delete(gone);
    for (const resource of gone.resources) this.#parents.get(resource)?.delete(gone);
    for (const patch of gone.patches) {
      const naming = this.#patches.get(patch);
      naming?.delete(gone);
      if (naming?.size === 0) this.#patches.delete(patch);
    }
  }

  /** What is not known is not known of what lies below it either. */
  #forgetBelow({ resources }: Kustomization): void {
    const open = [...resources];
    for (let path = open.pop(); path !== undefined; path = open.pop())
      if (this.#inherited.delete(path))
        for (const inside of this.#inFolder.get(path) ?? [])
          for (const resource of inside.resources) open.push(resource);
  }

  #inheritedBy(path: string): Inherited {
    if (!this.#inherited.has(path)) learnInherited(path, (of) => this.#parents.get(of) ?? [], this.#inherited);
    return this.#inherited.get(path) as Inherited;
  }
}
