/**
 * All facts of a scope, by kind, with the namespaces that kustomizations give. Built anew when facts changed; cheap, since facts
 * are small.
 */

import { type Kustomization, labelsFor, namespaceFor } from '../model/kubernetes/kustomization.ts';
import type { Labels } from '../model/kubernetes/labels.ts';
import type { FactRef } from './fact-ref.ts';
import type { Fact, FactKind, Facts, FactsByKind, FactWithoutRef } from './facts.ts';

export interface FactFile {
  readonly path: string;
  readonly facts: readonly FactWithoutRef[];
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
    'client-tls': [],
    authorization: [],
    pods: [],
    service: [],
    backends: [],
    autoscaler: [],
    budget: [],
    namespaceless: [],
    component: [],
    crossing: [],
    'reference-grant': [],
    settings: [],
    'settings-use': [],
    dockerfile: [],
    'build-order': [],
    'build-ignore': [],
    container: [],
    'copied-file': [],
  };
  const labelling = kustomizations.some(({ labels }) => Object.keys(labels).length > 0);
  for (const { path, facts } of files) {
    const added = labelling ? labelsFor(path, kustomizations) : {};
    facts.forEach((fact, ordinal) => {
      const ref: FactRef = { file: path, ordinal };
      (byKind[fact.factKind] as unknown[]).push({ ...withLabels(fact, added), ref });
    });
  }
  const namespaces = new Map<string, string | undefined>();
  const namespaceOfFile = (file: string): string | undefined => {
    if (!namespaces.has(file)) namespaces.set(file, namespaceFor(file, kustomizations));
    return namespaces.get(file);
  };
  const namespaceOf: Facts['namespaceOf'] = (fact) => fact.namespace ?? namespaceOfFile(fact.ref.file);
  // Made of a kind once somebody asks, so that rules over large scopes do not compare everything with everything.
  const byNamespace = groups(byKind, namespaceOf);
  const byName = groups(byKind, ({ name }) => name);
  return {
    byKind,
    renamedImages: (name) =>
      kustomizations.flatMap(({ images }) =>
        images.flatMap((image) => (image.name === name ? (image.newName ?? []) : [])),
      ),
    generated: new Set(kustomizations.flatMap(({ generates }) => generates)),
    namespaceOf,
    near(kind, fact) {
      const own = namespaceOf(fact);
      if (own === undefined) return byKind[kind];
      const grouped = byNamespace(kind);
      const [known, unknown] = [grouped.get(own) ?? [], grouped.get(undefined) ?? []];
      return (unknown.length === 0 ? known : [...known, ...unknown]) as FactsByKind[typeof kind];
    },
    named: (kind, name) => (byName(kind).get(name) ?? []) as FactsByKind[typeof kind],
    mayShareNamespace(a, b) {
      const [one, other] = [namespaceOf(a), namespaceOf(b)];
      return one === undefined || other === undefined || one === other;
    },
  };
}

/** Pods as kustomizations label them. */
function withLabels(fact: FactWithoutRef, added: Labels | undefined): FactWithoutRef {
  if ((fact.factKind !== 'workload' && fact.factKind !== 'pods') || fact.labels === undefined) return fact;
  return { ...fact, labels: added === undefined ? undefined : { ...fact.labels, ...added } };
}

/** Facts of a kind by a key, kept after the first question. */
function groups(
  byKind: FactsByKind,
  keyOf: (fact: Fact) => string | undefined,
): (kind: FactKind) => ReadonlyMap<string | undefined, readonly Fact[]> {
  const known = new Map<FactKind, Map<string | undefined, Fact[]>>();
  return (kind) => {
    let grouped = known.get(kind);
    if (grouped === undefined) {
      grouped = new Map();
      for (const fact of byKind[kind]) {
        const key = keyOf(fact);
        const group = grouped.get(key);
        if (group === undefined) grouped.set(key, [fact]);
        else group.push(fact);
      }
      known.set(kind, grouped);
    }
    return grouped;
  };
}
