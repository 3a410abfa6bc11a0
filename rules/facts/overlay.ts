/**
 * What other files of the scope make of a file: kustomizations take it in or name it as a patch, and namespaces hold its pods to a
 * standard. The only thing besides its text that the analysis of one file depends on.
 */
import { type Kustomization, kustomizationsAround } from '../model/kubernetes/kustomization.ts';
import { type PodSecurityDemand, podSecurityDemands } from '../model/kubernetes/pod-security.ts';
import type { LooseFact } from './facts.ts';

export interface Overlay {
  /** Its objects are parts of objects. */
  readonly patch: boolean;
  /** Images that are deployed under another name, tag or digest than it writes. */
  readonly images: ReadonlySet<string>;
  /** What the namespaces of its workloads demand of pods, by the namespace's name. */
  readonly demands: Demands;
  /** The namespace of objects that write none, told only where a demand or a setting depends on it. */
  readonly namespace: string | undefined;
}

export type Demands = ReadonlyMap<string, readonly PodSecurityDemand[]>;

export const noOverlay: Overlay = { patch: false, images: new Set(), demands: new Map(), namespace: undefined };

/** @param path of the file. What its own objects ask of namespaces is added by `withDemands`. */
export function overlayOf(path: string, kustomizations: readonly Kustomization[]): Overlay {
  if (kustomizations.length === 0) return noOverlay;
  const patch = kustomizations.some(({ patches }) => patches.includes(path));
  const images = new Set(
    kustomizationsAround(path, kustomizations).flatMap(({ images }) => images.map(({ name }) => name)),
  );
  return !patch && images.size === 0 ? noOverlay : { ...noOverlay, patch, images };
}

/**
 * @param all what the namespaces of the scope demand.
 * @param facts those of the file itself.
 * @param namespaceOfFile the namespace of its objects that write none.
 */
export function withDemands(
  overlay: Overlay,
  all: Demands,
  facts: readonly LooseFact[],
  namespaceOfFile: () => string | undefined,
): Overlay {
  if (all.size === 0) return overlay;
  const demands = new Map<string, readonly PodSecurityDemand[]>();
  let namespace: string | undefined;
  for (const fact of facts) {
    if (fact.factKind !== 'workload') continue;
    if (fact.namespace === undefined) namespace ??= namespaceOfFile();
    const own = fact.namespace ?? namespace;
    const demanded = own === undefined ? undefined : all.get(own);
    if (own !== undefined && demanded !== undefined) demands.set(own, demanded);
  }
  return demands.size === 0 ? overlay : { ...overlay, demands, namespace: namespace ?? overlay.namespace };
}

/**
 * The namespace that an object belongs to, as far as its file and its kustomization say. A Namespace belongs to itself.
 * @returns undefined when unknown.
 */
export function namespaceOf(
  { kind, name, namespace }: { readonly kind: string; readonly name: string; readonly namespace?: string | undefined },
  overlay: Overlay,
): string | undefined {
  return kind === 'Namespace' ? name : (namespace ?? overlay.namespace);
}

export function sameOverlay(a: Overlay, b: Overlay): boolean {
  return (
    a === b ||
    (a.patch === b.patch &&
      a.namespace === b.namespace &&
      a.images.size === b.images.size &&
      [...a.images].every((name) => b.images.has(name)) &&
      JSON.stringify([...a.demands]) === JSON.stringify([...b.demands]))
  );
}

/**
 * What the namespaces among the facts demand. Namespaces of one name that demand different things belong to different clusters;
 * nobody can say which one a file goes to.
 */
export function demandsOf(facts: Iterable<LooseFact>): Demands {
  const demands = new Map<string, readonly PodSecurityDemand[]>();
  for (const fact of facts) {
    if (fact.factKind !== 'namespace' || fact.name === '') continue;
    const own = fact.labels === undefined ? [] : podSecurityDemands(fact.labels);
    const known = demands.get(fact.name);
    demands.set(fact.name, known === undefined || JSON.stringify(known) === JSON.stringify(own) ? own : []);
  }
  return new Map([...demands].filter(([, demanded]) => demanded.length > 0));
}
