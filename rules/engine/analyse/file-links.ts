/** What files make of other files: kustomizations, namespaces that hold pods to a standard, and builds. Must not know rules. */

import type { FactWithoutRef } from '../../facts/kinds/index.ts';
import { BuildLinks } from '../../facts/questions/build-links.ts';
import { ConstraintLinks } from '../../facts/questions/constraints.ts';
import {
  type FileContext,
  fileContextOf,
  NamespaceRequirements,
  type Overlay,
  type PodSecurityRequirements,
  withRequirements,
} from '../../facts/questions/file-context.ts';
import type { Kustomization } from '../../model/kustomize/kustomization.ts';
import { Kustomizations } from '../../model/kustomize/kustomizations.ts';
import { longestPatch } from '../../model/kustomize/patch.ts';
import { detached } from '../../text/detached.ts';
import type { RuleSet } from '../settings/rule-set.ts';
import { type DocumentRecord, factsOfUnits } from './file-record.ts';
import type { Neighbourhood } from './units/deployment-units.ts';
import { Overlays } from './units/overlays.ts';

type Requirements = ReturnType<PodSecurityRequirements['get']>;

/** What files make of each other, kept up to date file by file; answers with the context of any file. */
export class FileLinks {
  #kustomizations = new Kustomizations();
  #requirements = new NamespaceRequirements();
  /** Texts of files that are patches. */
  readonly #patchTexts = new Map<string, string>();
  readonly #overlays = new Overlays();
  #builds = new BuildLinks();
  #constraints = new ConstraintLinks();
  #isChanged = false;

  get kustomizations(): Kustomizations {
    return this.#kustomizations;
  }

  /** A copy that goes its own way from here. */
  fork(): FileLinks {
    const copy = new FileLinks();
    copy.#kustomizations = this.#kustomizations.fork();
    copy.#requirements = this.#requirements.fork();
    for (const [path, text] of this.#patchTexts) copy.#patchTexts.set(path, text);
    copy.#builds = this.#builds.fork();
    copy.#constraints = this.#constraints.fork();
    copy.#isChanged = this.#isChanged;
    return copy;
  }

  /** @param facts all that a file states. */
  learn(path: string, facts: readonly FactWithoutRef[]): void {
    if (this.#requirements.learn(path, facts)) this.#isChanged = true;
    if (this.#builds.learn(path, facts)) this.#isChanged = true;
    if (this.#constraints.learn(path, facts)) this.#isChanged = true;
  }

  /** @returns whether it says something else than before. */
  learnKustomization(path: string, kustomization: Kustomization | undefined): boolean {
    const isOther = this.#kustomizations.learn(path, kustomization);
    if (isOther) this.#change();
    return isOther;
  }

  /** @param text undefined when the file is gone. */
  learnText(path: string, text: string | undefined): void {
    const known =
      text !== undefined && this.#kustomizations.isPatch(path) && text.length <= longestPatch ? text : undefined;
    if (known === this.#patchTexts.get(path)) return;
    if (known === undefined) this.#patchTexts.delete(path);
    else this.#patchTexts.set(path, detached(known));
    this.#change();
  }

  #change(): void {
    this.#isChanged = true;
    this.#overlays.forget();
  }

  /** Whether files may have another context than at the last call. */
  takeChange(): boolean {
    const isChanged = this.#isChanged;
    this.#isChanged = false;
    return isChanged;
  }

  /** @param units of the file itself. */
  contextOf(path: string, rules: RuleSet, units: readonly DocumentRecord[], neighbourhood: Neighbourhood): FileContext {
    const namespace = (): string | undefined => this.#kustomizations.namespaceFor(path);
    const built = this.#builds.over(path, fileContextOf(path, this.#kustomizations));
    const fileContext = this.#constrained(path, built, units);
    const overlays = fileContext.patch ? [] : this.#overlaysOf(path, units, neighbourhood);
    const patched = overlays.length === 0 ? fileContext : { ...fileContext, overlays };
    const isTold = rules.settings.byNamespace.length > 0 && this.#kustomizations.size > 0;
    const context = isTold ? { ...patched, namespace: namespace() } : patched;
    if (this.#requirements.all.size === 0) return context;
    const requiredBy = (name: string): Requirements => this.#requiredBy(name, neighbourhood);
    return withRequirements(context, requiredBy, factsOfUnits(units), namespace);
  }

  /** Who admits the pods of the file, where it has any. */
  #constrained(path: string, fileContext: FileContext, units: readonly DocumentRecord[]): FileContext {
    const constraints = this.#constraints.over(path);
    if (constraints === undefined || !factsOfUnits(units).some(({ factKind }) => factKind === 'workload'))
      return fileContext;
    const images = new Set([...fileContext.images, ...this.#constraints.imagesFor(path)]);
    return { ...fileContext, constraints, images, namespace: this.#kustomizations.namespaceFor(path) };
  }

  /** @returns none where no kustomization patches any of its objects. */
  #overlaysOf(path: string, units: readonly DocumentRecord[], { deployed }: Neighbourhood): readonly Overlay[] {
    if (!this.#kustomizations.arePatched) return [];
    const names = units.flatMap(({ unit }) => unit.deployment?.names ?? []);
    if (names.length === 0) return [];
    return this.#overlays.of({ path, names }, deployed, this.#kustomizations, this.#patchTexts);
  }

  /** What would be done to the objects of a file if a patch said something else. @param path of the file. @param patch of the patch. */
  overlaysWith(
    patch: string,
    text: string,
    path: string,
    units: readonly DocumentRecord[],
    near: Neighbourhood,
  ): readonly Overlay[] {
    const copy = this.fork();
    copy.learnText(patch, text);
    return copy.#overlaysOf(path, units, near);
  }

  /** What a namespace requires in all units of a file, else in those that are deployed once; where they differ, it depends on which one is deployed. */
  #requiredBy(name: string, { deployed, common }: Neighbourhood): Requirements {
    if (deployed.length === 0) return this.#requirements.all.get(name);
    const [found, ...others] = deployed.map(({ files }) => this.#requirements.among(files).get(name));
    const isCommon = others.every((other) => JSON.stringify(other) === JSON.stringify(found));
    return (isCommon ? found : undefined) ?? this.#requirements.among(common).get(name);
  }
}
