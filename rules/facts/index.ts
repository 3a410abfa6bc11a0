/**
 * All facts of a scope, by kind, with the namespaces that kustomizations give. Built anew when facts changed; cheap, since facts
 * are small.
 */

import type { Kustomizations } from '../model/kubernetes/kustomizations.ts';
import type { Labels } from '../model/kubernetes/labels.ts';
import type { FactRef } from './fact-ref.ts';
import type { Fact, FactKind, Facts, FactsByKind, FactWithoutRef } from './facts.ts';

export interface FactFile {
  readonly path: string;
  readonly facts: readonly FactWithoutRef[];
}

export function indexFacts(files: Iterable<FactFile>, kustomizations: Kustomizations): Facts {
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
  for (const { path, facts } of files) {
    const added = kustomizations.labelsFor(path);
    facts.forEach((fact, ordinal) => {
      const ref: FactRef = { file: path, ordinal };
      (byKind[fact.factKind] as unknown[]).push({ ...withLabels(fact, added), ref });
    });
  }
  const namespaceOf: Facts['namespaceOf'] = (fact) => fact.namespace ?? kustomizations.namespaceFor(fact.ref.file);
  // Made of a kind once somebody asks, so that rules over large scopes do not compare everything with everything.
  const byNamespace = groups(byKind, namespaceOf);
  const byName = groups(byKind, ({ name }) => name);
  /** By kind and namespace, of those that are near in a namespace and those that nothing places. */
  const nearby = new Map<string, readonly Fact[]>();
  return {
    byKind,
    renamedImages: (name) => kustomizations.renamed(name),
    generated: new Set([...kustomizations.all()].flatMap(({ generates }) => generates)),
    namespaceOf,
    near(kind, fact) {
      const own = namespaceOf(fact);
      if (own === undefined) return byKind[kind];
      const grouped = byNamespace(kind);
      const [known, unknown] = [grouped.get(own) ?? [], grouped.get(undefined) ?? []];
      if (unknown.length === 0 || known.length === 0)
        return (known.length === 0 ? unknown : known) as FactsByKind[typeof kind];
      const key = `${kind} ${own}`;
      const both = nearby.get(key) ?? [...known, ...unknown];
      nearby.set(key, both);
      return both as FactsByKind[typeof kind];
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
