/**
 * Whom the steps of an attack lead from and to: workloads, accounts and namespaces of the files under their names in the graph. Must not know a step.
 * Source of the namespace of objects without one: Kubernetes documentation, "Namespaces", default.
 */
import type { Fact } from '../fact.ts';
import type { Facts } from '../index.ts';
import type { NamespaceFact } from '../kinds/namespace.ts';
import type { WorkloadFact } from '../kinds/workload.ts';
import { remembered } from '../near-by.ts';
import { hasToken } from '../questions/account-permissions.ts';
import { objectVertex, workloadVertex } from './vertex.ts';

/** A workload with its name in the graph. */
export interface Foothold {
  /** Among those of the scope. */
  readonly number: number;
  readonly workload: WorkloadFact;
  readonly id: string;
  readonly namespace: string;
  /** Its account in the graph; undefined where its pods have no token of it, or nobody knows. */
  readonly account: string | undefined;
  /** Its namespace is taken from what binds its account. */
  readonly isNamespaceAssumed: boolean;
}

/** Everything that steps lead from and to. */
export interface Terrain {
  readonly facts: Facts;
  readonly footholds: readonly Foothold[];
  /** Names of accounts by namespace. */
  readonly accounts: ReadonlyMap<string, ReadonlySet<string>>;
  readonly namespaces: ReadonlySet<string>;
  /** The namespace that an object is taken to be in. */
  namespaceOf(fact: Fact): string;
  /** Kinds of workloads of a namespace, as rules name them: `deployments`. @param namespace `*` for every one. */
  kindsIn(namespace: string): ReadonlySet<string>;
  /** What a file says of a namespace. */
  namespaceNamed(name: string): NamespaceFact | undefined;
}

/** The terrain of a scope, made once for its facts. */
export const terrainOf: (facts: Facts) => Terrain = remembered((facts) => {
  const homes = homesOf(facts);
  const namespaceOf = (fact: Fact): string => facts.namespaceOf(fact) ?? homes.get(fact.ref.file) ?? 'default';
  const accounts = new Map<string, Set<string>>();
  const note = (namespace: string, name: string): void => {
    const known = accounts.get(namespace);
    if (known === undefined) accounts.set(namespace, new Set([name]));
    else known.add(name);
  };
  const footholds = facts.byKind.workload.map((workload, number): Foothold => {
    const { kind, name, serviceAccount } = workload;
    const namespace = namespaceOf(workload);
    note(namespace, 'default');
    if (serviceAccount !== undefined && serviceAccount !== '') note(namespace, serviceAccount);
    const holdsToken =
      serviceAccount !== undefined && serviceAccount !== '' && hasToken(facts, workload, serviceAccount);
    return {
      number,
      workload,
      id: workloadVertex(kind, namespace, name),
      namespace,
      account: holdsToken ? objectVertex('sa', namespace, serviceAccount) : undefined,
      isNamespaceAssumed: facts.namespaceOf(workload) === undefined && homes.has(workload.ref.file),
    };
  });
  for (const account of facts.byKind['service-account']) note(namespaceOf(account), account.name);
  for (const binding of facts.byKind.binding)
    for (const { kind, name, namespace } of binding.subjects)
      if (kind === 'ServiceAccount') note(namespace ?? namespaceOf(binding), name);
  const named = new Map(facts.byKind.namespace.map((fact) => [fact.name, fact]));
  const namespaces = new Set([...accounts.keys(), ...named.keys(), ...facts.byKind.role.map(namespaceOf)]);
  return {
    ...{ facts, footholds, accounts, namespaces, namespaceOf },
    kindsIn: kindsOf(footholds),
    namespaceNamed: (name) => named.get(name),
  };
});

function kindsOf(footholds: readonly Foothold[]): Terrain['kindsIn'] {
  let known: Map<string, Set<string>> | undefined;
  const find = (): Map<string, Set<string>> => {
    const found = new Map<string, Set<string>>();
    for (const { workload, namespace } of footholds)
      for (const scope of ['*', namespace])
        found.set(scope, (found.get(scope) ?? new Set()).add(`${workload.kind.toLowerCase()}s`));
    return found;
  };
  return (namespace) => {
    known ??= find();
    return known.get(namespace) ?? new Set();
  };
}

/**
 * The namespace that a file is applied to which names none: the only one in which bindings name accounts that are called like those of the file. Manifests
 * that are installed with `kubectl apply -n` are written so.
 */
function homesOf(facts: Facts): ReadonlyMap<string, string> {
  const wanted = new Map<string, Set<string>>();
  const ask = (fact: Fact, account: string | undefined): void => {
    if (account === undefined || account === 'default' || facts.namespaceOf(fact) !== undefined) return;
    wanted.set(fact.ref.file, (wanted.get(fact.ref.file) ?? new Set()).add(account));
  };
  for (const account of facts.byKind['service-account']) ask(account, account.name);
  for (const workload of facts.byKind.workload) ask(workload, workload.serviceAccount);
  if (wanted.size === 0) return new Map();
  const bound = new Map<string, Set<string>>();
  for (const binding of facts.byKind.binding)
    for (const { kind, name, namespace } of binding.subjects) {
      if (kind !== 'ServiceAccount' || namespace === undefined) continue;
      bound.set(name, (bound.get(name) ?? new Set()).add(namespace));
    }
  return new Map(
    [...wanted].flatMap(([file, accounts]) => {
      const [only, ...others] = new Set([...accounts].flatMap((account) => [...(bound.get(account) ?? [])]));
      return only === undefined || others.length > 0 ? [] : [[file, only]];
    }),
  );
}
