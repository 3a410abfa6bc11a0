/**
 * All facts of a scope, by kind, with the namespaces that kustomizations give. Built anew when facts changed; cheap, since facts
 * are small.
 */
import type { FactRef } from '../../rule.ts';
import { type Kustomization, namespaceFor } from '../kubernetes/kustomization.ts';
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
    authorization: [],
    pods: [],
    service: [],
    backends: [],
    autoscaler: [],
    budget: [],
    placeless: [],
    component: [],
    settings: [],
    'settings-use': [],
    dockerfile: [],
    'build-order': [],
    'build-ignore': [],
    container: [],
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
    renamedImages: (name) =>
      kustomizations.flatMap(({ images }) =>
        images.flatMap((image) => (image.name === name ? (image.newName ?? []) : [])),
      ),
    generated: new Set(kustomizations.flatMap(({ generates }) => generates)),
    namespaceOf,
    mayShareNamespace(a, b) {
      const [one, other] = [namespaceOf(a), namespaceOf(b)];
      return one === undefined || other === undefined || one === other;
    },
  };
}
