/**
 * All facts of a scope, by kind, with the namespaces that kustomizations give. Built anew when facts changed; cheap, since facts
 * are small.
 */
import type { FactRef } from '../../rule.ts';
import { directoryOf } from '../../text/path.ts';
import type { Kustomization } from '../kubernetes/kustomization.ts';
import type { Facts, FactsByKind, LooseFact } from './facts.ts';

export interface FactFile {
  readonly path: string;
  readonly facts: readonly LooseFact[];
}

export function indexFacts(files: Iterable<FactFile>, kustomizations: readonly Kustomization[]): Facts {
  const byKind: { [K in keyof FactsByKind]: FactsByKind[K][number][] } = {
    workload: [],
    'network-policy': [],
    namespace: [],
    'service-account': [],
    role: [],
    binding: [],
    'peer-authentication': [],
  };
  for (const { path, facts } of files) {
    facts.forEach((fact, ordinal) => {
      (byKind[fact.factKind] as unknown[]).push({ ...fact, ref: { file: path, ordinal } satisfies FactRef });
    });
  }
  const namespaces = new Map<string, string | undefined>();
  const namespaceOfFile = (file: string): string | undefined => {
    if (!namespaces.has(file)) namespaces.set(file, namespaceFor(file, kustomizations));
    return namespaces.get(file);
  };
  const namespaceOf: Facts['namespaceOf'] = (fact) => fact.namespace ?? namespaceOfFile(fact.ref.file);
  return {
    byKind,
    namespaceOf,
    mayShareNamespace(a, b) {
      const [one, other] = [namespaceOf(a), namespaceOf(b)];
      return one === undefined || other === undefined || one === other;
    },
  };
}

/**
 * The one namespace that the kustomizations around a file give to its objects. Kustomize lets the outermost one win, so two
 * overlays with different namespaces leave it open.
 */
function namespaceFor(file: string, kustomizations: readonly Kustomization[]): string | undefined {
  const outcomes = new Set<string | undefined>();
  const visit = (path: string, inner: string | undefined, seen: ReadonlySet<string>): void => {
    const parents = kustomizations.filter((k) => k.resources.includes(path) && !seen.has(k.folder));
    if (parents.length === 0) outcomes.add(inner);
    for (const parent of parents) visit(parent.folder, parent.namespace ?? inner, new Set([...seen, parent.folder]));
  };
  visit(file, undefined, new Set());
  // A file that no kustomization lists by name may still stand beside one that lists its folder.
  if (outcomes.size === 1 && outcomes.has(undefined)) {
    const own = kustomizations.find((k) => k.folder === directoryOf(file) && k.resources.includes(file));
    return own?.namespace;
  }
  return outcomes.size === 1 ? [...outcomes][0] : undefined;
}
