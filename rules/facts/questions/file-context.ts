/**
 * What other files of the scope make of a file: kustomizations take it in or name it as a patch, namespaces hold its pods to a standard, and others build
 * its images or set its variables. The only thing besides its text that the analysis of one file depends on.
 */
import { type Environment, noEnvironment } from '../../model/compose/variables.ts';
import type { Pod } from '../../model/kubernetes/pod.ts';
import { type PodSecurityRequirement, podSecurityRequirements } from '../../model/kubernetes/pod-security.ts';
import type { Kustomizations } from '../../model/kustomize/kustomizations.ts';
import type { LayerStep } from '../../model/kustomize/layers.ts';
import type { PatchTarget } from '../../model/kustomize/patch.ts';
import type { FactWithoutRef } from '../kinds/index.ts';
import { type Constraints, isGranted } from './constraints.ts';

/** One way to deploy a file. */
export interface Overlay {
  /** The folder of the deployment unit. */
  readonly unit: string;
  /** In the order in which they are done. */
  readonly steps: readonly LayerStep[];
}

/** What one file is made of by others. */
export interface FileContext {
  /** Its objects are parts of objects. */
  readonly patch: boolean;
  /** Of a patch: what it is for, as far as the kustomizations that name it say. */
  readonly patchTargets: readonly PatchTarget[];
  /** Images that are deployed under another name, tag or digest than it writes. */
  readonly images: ReadonlySet<string>;
  /** The kustomizations around it add labels to selectors, so that a selector that is left out is there. */
  readonly isSelected: boolean;
  /** It lies in a generated project's `config`, and the kustomization beside it leaves it out, as all others do. */
  readonly isLeftOut: boolean;
  /** What the kustomizations that deploy it change of its objects, once for each way to deploy it; none where none of them patches any. */
  readonly overlays: readonly Overlay[];
  /** What the namespaces of its workloads require of pods, by the namespace's name. */
  readonly requirements: PodSecurityRequirements;
  /** The namespace of objects that write none, told only where a requirement or a setting depends on it. */
  readonly namespace: string | undefined;
  /** The security context constraints of OpenShift that admit its pods. */
  readonly constraints: Constraints | undefined;
  /** Of a Compose file: what `.env` gives to its variables. */
  readonly environment: Environment;
  /** Of a Dockerfile: another one is built on its image. */
  readonly isBuiltOn: boolean;
  /** Of a Dockerfile that a development container alone builds: it runs as another user than root. */
  readonly isGivenUser: boolean;
  /** Of a Dockerfile: the stages that files build, in small letters, an empty text for the last one; empty when no file says. */
  readonly targets: ReadonlySet<string>;
}

type NamespaceFact = Extract<FactWithoutRef, { factKind: 'namespace' }>;

/** By namespace, what each of its modes asks for; an empty name is the one that no file names. */
export type PodSecurityRequirements = ReadonlyMap<string, readonly PodSecurityRequirement[]>;

/** Of a file that no other one speaks of. */
export const noFileContext: FileContext = {
  patch: false,
  patchTargets: [],
  images: new Set(),
  isSelected: false,
  isLeftOut: false,
  overlays: [],
  requirements: new Map(),
  namespace: undefined,
  constraints: undefined,
  environment: noEnvironment,
  isBuiltOn: false,
  isGivenUser: false,
  targets: new Set(),
};

/** Where Kubebuilder writes manifests that wait to be listed. Source: book.kubebuilder.io, "What's in a basic project?". */
const inConfig = /\/config\/(?:[^/]+\/)+[^/]+$/;

/** @param path of the file. What its own objects ask of namespaces is added by `withRequirements`. */
export function fileContextOf(path: string, kustomizations: Kustomizations): FileContext {
  const patch = kustomizations.isPatch(path);
  const images = kustomizations.imagesFor(path);
  const isSelected = !patch && kustomizations.selects(path);
  const isLeftOut = inConfig.test(path) && kustomizations.leavesOut(path);
  if (!patch && !isSelected && !isLeftOut && images.size === 0) return noFileContext;
  const patchTargets = patch ? kustomizations.targetsOf(path) : [];
  return { ...noFileContext, patch, patchTargets, images, isSelected, isLeftOut };
}

/**
 * @param requiredBy what a namespace requires, by its name; undefined for nothing.
 * @param facts those of the file itself.
 * @param namespaceOfFile the namespace of its objects that write none.
 */
export function withRequirements(
  fileContext: FileContext,
  requiredBy: (namespace: string) => readonly PodSecurityRequirement[] | undefined,
  facts: readonly FactWithoutRef[],
  namespaceOfFile: () => string | undefined,
): FileContext {
  const requirements = new Map<string, readonly PodSecurityRequirement[]>();
  let namespace: string | undefined;
  for (const fact of facts) {
    if (fact.factKind !== 'workload') continue;
    if (fact.namespace === undefined) namespace ??= namespaceOfFile();
    const own = fact.namespace ?? namespace;
    const demanded = own === undefined ? undefined : requiredBy(own);
    if (own !== undefined && demanded !== undefined) requirements.set(own, demanded);
  }
  return requirements.size === 0
    ? fileContext
    : { ...fileContext, requirements, namespace: namespace ?? fileContext.namespace };
}

/**
 * The namespace that an object belongs to, as far as its file and its kustomization say. A Namespace belongs to itself.
 * @returns undefined when unknown.
 */
export function namespaceOf(
  { kind, name, namespace }: { readonly kind: string; readonly name: string; readonly namespace?: string | undefined },
  fileContext: FileContext,
): string | undefined {
  return kind === 'Namespace' ? name : (namespace ?? fileContext.namespace);
}

/** Whether the restricted constraints of OpenShift admit a pod. */
export function isConstrained({ account, resource }: Pod, fileContext: FileContext): boolean {
  const { constraints } = fileContext;
  const name = account.missing ? 'default' : account.text;
  if (constraints === undefined || name === undefined) return false;
  return !isGranted(constraints, name, namespaceOf(resource.identity, fileContext));
}

/** @returns whether a file need not be analysed again. */
export function sameFileContext(a: FileContext, b: FileContext): boolean {
  return (
    a === b ||
    (a.patch === b.patch &&
      a.namespace === b.namespace &&
      a.isSelected === b.isSelected &&
      a.isLeftOut === b.isLeftOut &&
      a.isBuiltOn === b.isBuiltOn &&
      a.isGivenUser === b.isGivenUser &&
      JSON.stringify(a.constraints) === JSON.stringify(b.constraints) &&
      JSON.stringify(a.patchTargets) === JSON.stringify(b.patchTargets) &&
      sameOverlays(a.overlays, b.overlays) &&
      isSame(a.images, b.images) &&
      isSame(a.targets, b.targets) &&
      JSON.stringify([...a.environment]) === JSON.stringify([...b.environment]) &&
      JSON.stringify([...a.requirements]) === JSON.stringify([...b.requirements]))
  );
}

const sameOverlays = (a: readonly Overlay[], b: readonly Overlay[]): boolean =>
  a === b || (a.length === b.length && a.every((overlay, i) => sameOverlay(overlay, b[i])));

const sameOverlay = (a: Overlay, b: Overlay | undefined): boolean =>
  a.unit === b?.unit && a.steps.length === b.steps.length && a.steps.every(({ key }, i) => key === b.steps[i]?.key);

const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((one) => b.has(one));

/** What the namespaces of a scope require, kept up to date file by file. */
export class NamespaceRequirements {
  readonly #files = new Map<string, readonly NamespaceFact[]>();
  /** By the name of a namespace: what files state of it. */
  readonly #stating = new Map<string, Map<string, NamespaceFact[]>>();
  readonly #requirements = new Map<string, readonly PodSecurityRequirement[]>();
  #among = new WeakMap<ReadonlySet<string>, PodSecurityRequirements>();

  /** By the name of the namespace; none of those that require nothing. */
  get all(): PodSecurityRequirements {
    return this.#requirements;
  }

  /** The same of what some files state. @param files the same set as long as it has the same files. */
  among(files: ReadonlySet<string>): PodSecurityRequirements {
    const known = this.#among.get(files);
    if (known !== undefined) return known;
    const found = new Map<string, readonly PodSecurityRequirement[]>();
    for (const [name, stating] of this.#stating) {
      const wish = this.#wishOf(
        name,
        [...stating].flatMap(([path, facts]) => (files.has(path) ? [facts] : [])),
      );
      if (wish.length > 0) found.set(name, wish);
    }
    this.#among.set(files, found);
    return found;
  }

  /** @param facts all that a file states. @returns whether it states other namespaces than before. */
  learn(path: string, facts: readonly FactWithoutRef[]): boolean {
    const before = this.#files.get(path) ?? [];
    const now = facts.filter((fact): fact is NamespaceFact => fact.factKind === 'namespace');
    if (before.length + now.length === 0 || JSON.stringify(before) === JSON.stringify(now)) return false;
    if (now.length === 0) this.#files.delete(path);
    else this.#files.set(path, now);
    for (const { name } of before) this.#stating.get(name)?.delete(path);
    for (const fact of now) {
      const files = this.#stating.get(fact.name) ?? new Map<string, NamespaceFact[]>();
      this.#stating.set(fact.name, files);
      const facts = files.get(path);
      if (facts === undefined) files.set(path, [fact]);
      else facts.push(fact);
    }
    for (const name of new Set([...before, ...now].map((fact) => fact.name))) this.#settle(name);
    this.#among = new WeakMap();
    return true;
  }

  /** A copy that goes its own way from here. */
  fork(): NamespaceRequirements {
    const copy = new NamespaceRequirements();
    for (const [path, facts] of this.#files) copy.learn(path, facts);
    return copy;
  }

  #settle(name: string): void {
    const wish = this.#wishOf(name, this.#stating.get(name)?.values() ?? []);
    if (wish.length === 0) this.#requirements.delete(name);
    else this.#requirements.set(name, wish);
  }

  /** Namespaces of one name that require different things belong to different clusters; nobody can say which one a file goes to. */
  #wishOf(name: string, stating: Iterable<readonly NamespaceFact[]>): readonly PodSecurityRequirement[] {
    const wishes = new Map<string, readonly PodSecurityRequirement[]>();
    if (name !== '')
      for (const facts of stating)
        for (const { labels } of facts) {
          const wish = labels === undefined ? [] : podSecurityRequirements(labels);
          wishes.set(JSON.stringify(wish), wish);
        }
    const [wish = []] = wishes.size === 1 ? wishes.values() : [];
    return wish;
  }
}
