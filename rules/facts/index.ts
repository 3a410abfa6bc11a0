/**
 * All facts of a scope, by kind, with the namespaces that kustomizations give. Built anew when facts changed; cheap, since facts
 * are small.
 */

import type { Labels } from '../model/kubernetes/labels.ts';
import type { AroundFacts } from '../model/kustomize/unit-kustomizations.ts';
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
   * The namespace an object ends up in: set by the one kustomization that takes its file in, else written; undefined when nothing tells, which has to be
   * read as "any".
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
export function indexFacts(files: Iterable<FactFile>, kustomizations: AroundFacts): Facts {
  const byKind = Object.fromEntries(Object.keys(factKinds).map((kind) => [kind, []])) as unknown as {
    [K in FactKind]: FactsByKind[K][number][];
  };
  for (const file of files) {
    const given = { labels: kustomizations.labelsFor(file.path), namespace: kustomizations.namespaceFor(file.path) };
    for (const fact of placed(file, given)) (byKind[fact.factKind] as unknown[]).push(fact);
  }
  const namespaceOf: Facts['namespaceOf'] = (fact) => kustomizations.namespaceFor(fact.ref.file) ?? fact.namespace;
  const givenTo = (fact: Fact): string | undefined => kustomizations.namespaceFor(fact.ref.file);
  byKind.binding = bindingsOfMoved(byKind.binding, byKind['service-account'], namespaceOf, givenTo);
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

/** What kustomizations give to the objects of a file; no labels where it depends on which one is built. */
interface Given {
  readonly labels: Labels | undefined;
  readonly namespace: string | undefined;
}

/** Of most files the same is asked again and again, while others change: by all files, and by each unit that a file belongs to. */
const known = new WeakMap<
  FactFile['facts'],
  { readonly path: string; readonly given: Given; readonly facts: readonly PlacedFact[] }[]
>();

/** Units of one file that are remembered. */
const mostKnown = 4;

function placed({ path, facts }: FactFile, given: Given): readonly PlacedFact[] {
  const all = known.get(facts) ?? [];
  const { labels, namespace } = given;
  const same = all.find((one) => one.path === path && one.given.labels === labels && one.given.namespace === namespace);
  if (same !== undefined) return same.facts;
  const found = facts.map((fact, ordinal) => ({ ...withGiven(fact, given), ref: { file: path, ordinal } }));
  known.set(facts, [{ path, given, facts: found }, ...all.slice(0, mostKnown - 1)]);
  return found;
}

/** The namespace that a kustomization sets is a new name for the Namespace that it takes in. */
function withGiven(fact: FactWithoutRef, { labels, namespace }: Given): FactWithoutRef {
  if (fact.factKind === 'namespace') return namespace === undefined ? fact : { ...fact, name: namespace };
  return withLabels(fact, labels);
}

/**
 * Who is bound to an account whose namespace a kustomization sets, as Kustomize writes it: an account that is named as it is written, and any that is
 * called `default`. Source: api/filters/namespace, and the references to names. @param givenTo the namespace that a kustomization sets.
 */
function bindingsOfMoved(
  bindings: FactsByKind['binding'][number][],
  accounts: FactsByKind['service-account'],
  namespaceOf: Facts['namespaceOf'],
  givenTo: (fact: Fact) => string | undefined,
): FactsByKind['binding'][number][] {
  const moved = new Map<string, Set<string | undefined>>();
  let isMoved = false;
  for (const account of accounts) {
    const key = `${account.namespace ?? 'default'}/${account.name}`;
    const now = namespaceOf(account);
    if (now !== account.namespace) isMoved = true;
    moved.set(key, (moved.get(key) ?? new Set()).add(now));
  }
  return bindings.map((binding) => {
    const given = givenTo(binding);
    if (!isMoved && given === undefined) return binding;
    const subjects = binding.subjects.map((subject) => {
      if (subject.kind !== 'ServiceAccount') return subject;
      if (subject.name === 'default' && given !== undefined) return { ...subject, namespace: given };
      if (subject.namespace === undefined) return subject;
      const [now, ...others] = moved.get(`${subject.namespace}/${subject.name}`) ?? [];
      return now === undefined || others.length > 0 ? subject : { ...subject, namespace: now };
    });
    return { ...binding, subjects };
  });
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
