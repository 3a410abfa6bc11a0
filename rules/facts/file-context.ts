/**
 * What other files of the scope make of a file: kustomizations take it in or name it as a patch, and namespaces hold its pods to a
 * standard. The only thing besides its text that the analysis of one file depends on.
 */
import { type Kustomization, kustomizationsAround } from '../model/kubernetes/kustomization.ts';
import { type PodSecurityRequirement, podSecurityRequirements } from '../model/kubernetes/pod-security.ts';
import type { FactWithoutRef } from './facts.ts';

export interface FileContext {
  /** Its objects are parts of objects. */
  readonly patch: boolean;
  /** Images that are deployed under another name, tag or digest than it writes. */
  readonly images: ReadonlySet<string>;
  /** What the namespaces of its workloads require of pods, by the namespace's name. */
  readonly requirements: PodSecurityRequirements;
  /** The namespace of objects that write none, told only where a requirement or a setting depends on it. */
  readonly namespace: string | undefined;
}

export type PodSecurityRequirements = ReadonlyMap<string, readonly PodSecurityRequirement[]>;

export const noFileContext: FileContext = {
  patch: false,
  images: new Set(),
  requirements: new Map(),
  namespace: undefined,
};

/** @param path of the file. What its own objects ask of namespaces is added by `withRequirements`. */
export function fileContextOf(path: string, kustomizations: readonly Kustomization[]): FileContext {
  if (kustomizations.length === 0) return noFileContext;
  const patch = kustomizations.some(({ patches }) => patches.includes(path));
  const images = new Set(
    kustomizationsAround(path, kustomizations).flatMap(({ images }) => images.map(({ name }) => name)),
  );
  return !patch && images.size === 0 ? noFileContext : { ...noFileContext, patch, images };
}

/**
 * @param all what the namespaces of the scope require.
 * @param facts those of the file itself.
 * @param namespaceOfFile the namespace of its objects that write none.
 */
export function withRequirements(
  fileContext: FileContext,
  all: PodSecurityRequirements,
  facts: readonly FactWithoutRef[],
  namespaceOfFile: () => string | undefined,
): FileContext {
  if (all.size === 0) return fileContext;
  const requirements = new Map<string, readonly PodSecurityRequirement[]>();
  let namespace: string | undefined;
  for (const fact of facts) {
    if (fact.factKind !== 'workload') continue;
    if (fact.namespace === undefined) namespace ??= namespaceOfFile();
    const own = fact.namespace ?? namespace;
    const demanded = own === undefined ? undefined : all.get(own);
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

export function sameFileContext(a: FileContext, b: FileContext): boolean {
  return (
    a === b ||
    (a.patch === b.patch &&
      a.namespace === b.namespace &&
      a.images.size === b.images.size &&
      [...a.images].every((name) => b.images.has(name)) &&
      JSON.stringify([...a.requirements]) === JSON.stringify([...b.requirements]))
  );
}

/**
 * What the namespaces among the facts require. Namespaces of one name that require different things belong to different clusters;
 * nobody can say which one a file goes to.
 */
export function requirementsOf(facts: Iterable<FactWithoutRef>): PodSecurityRequirements {
  const requirements = new Map<string, readonly PodSecurityRequirement[]>();
  for (const fact of facts) {
    if (fact.factKind !== 'namespace' || fact.name === '') continue;
    const own = fact.labels === undefined ? [] : podSecurityRequirements(fact.labels);
    const known = requirements.get(fact.name);
    requirements.set(fact.name, known === undefined || JSON.stringify(known) === JSON.stringify(own) ? own : []);
  }
  return new Map([...requirements].filter(([, demanded]) => demanded.length > 0));
}
