/**
 * All facts of a scope, by kind, with the namespaces that kustomizations give. Built anew when facts changed; cheap, since facts
 * are small.
 */

import type { Labels } from '../model/kubernetes/labels.ts';
import type { Kustomizations } from '../model/kustomize/kustomizations.ts';
import type { Fact, FactRef } from './fact.ts';
import { type FactKind, type FactsByKind, type FactWithoutRef, factKinds } from './kinds/index.ts';

/** What workspace rules are handed: every fact of the scope. */
export interface Facts {
  readonly byKind: FactsByKind;
  /** Names of ConfigMaps and Secrets that kustomizations make, before kustomize adds its hash to them. */
  readonly generated: ReadonlySet<string>;
  /** A kustomization patches something, so that objects may be deployed otherwise than their files say. */
  readonly arePatched: boolean;
  /** Names, without tag, under which kustomizations deploy an image. */
  renamedImages(name: string): readonly string[];
  /**
   * The namespace an object ends up in: written, else set by the one kustomization that takes its file in; undefined when
   * nothing tells, which has to be read as "any".
   */
  namespaceOf(fact: Fact): string | undefined;
  /** The facts of a kind that may end up in the namespace of a fact, those that speak of every namespace left out. */
  near<K extends FactKind>(kind: K, fact: Fact): FactsByKind[K];
  /** The facts of a kind with that name. */
  named<K extends FactKind>(kind: K, name: string): FactsByKind[K];
  /** Whether nothing says that the two end up in different namespaces. */
  mayShareNamespace(a: Fact, b: Fact): boolean;
}

/** The facts of one file, in the order of its text. */
export interface FactFile {
  readonly path: string;
  readonly facts: readonly FactWithoutRef[];
}

/** @param files in the order of their paths, which decides who is first. @param kustomizations give namespaces and labels. */
export function indexFacts(files: Iterable<FactFile>, kustomizations: Kustomizations): Facts {
  const byKind = Object.fromEntries(Object.keys(factKinds).map((kind) => [kind, []])) as unknown as {
    [K in FactKind]: FactsByKind[K][number][];
  };
  for (const file of files)
    for (const fact of placed(file, kustomizations.labelsFor(file.path)))
      (byKind[fact.factKind] as unknown[]).push(fact);
  const namespaceOf: Facts['namespaceOf'] = (fact) => fact.namespace ?? kustomizations.namespaceFor(fact.ref.file);
  // Made of a kind once somebody asks, so that rules over large scopes do not compare everything with everything.
  const byNamespace = groups(byKind, namespaceOf);
  const byName = groups(byKind, ({ name }) => name);
  /** By kind and namespace, of those that are near in a namespace and those that nothing places. */
  const nearby = new Map<string, readonly Fact[]>();
  return {
    byKind,
    arePatched: kustomizations.arePatched,
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

type PlacedFact = FactWithoutRef & { readonly ref: FactRef };

/** Of most files the same is asked again and again, while others change. */
const known = new WeakMap<
  FactFile['facts'],
  { readonly path: string; readonly added: Labels | undefined; readonly facts: readonly PlacedFact[] }
>();

/** @param added the labels that kustomizations give to pods. */
function placed({ path, facts }: FactFile, added: Labels | undefined): readonly PlacedFact[] {
  let found = known.get(facts);
  if (found === undefined || found.path !== path || found.added !== added) {
    const all = facts.map((fact, ordinal) => ({ ...withLabels(fact, added), ref: { file: path, ordinal } }));
    found = { path, added, facts: all };
    known.set(facts, found);
  }
  return found.facts;
}

/** Pods and Services as kustomizations label them. */
function withLabels(fact: FactWithoutRef, added: Labels | undefined): FactWithoutRef {
  if (
    (fact.factKind !== 'workload' && fact.factKind !== 'pods' && fact.factKind !== 'service') ||
    fact.labels === undefined
  )
    return fact;
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
