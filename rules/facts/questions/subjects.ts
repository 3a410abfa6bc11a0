/** Who is bound: bindings by the subjects that they name. */
import type { FactRef } from '../fact.ts';
import type { Facts } from '../index.ts';
import type { BindingFact } from '../kinds/binding.ts';
import type { ServiceAccountFact } from '../kinds/service-account.ts';
import { remembered, rememberedBy } from '../near-by.ts';
import { listKey, nearest } from './nearest.ts';

const none: readonly BindingFact[] = [];

interface Bound {
  readonly bySubject: ReadonlyMap<string, readonly BindingFact[]>;
  /** By account and namespace, which is the binding's own where a subject names none. */
  readonly byAccount: ReadonlyMap<string, readonly BindingFact[]>;
  /** The namespaces that accounts of a name are bound in, as written. */
  readonly namespaces: ReadonlyMap<string, ReadonlySet<string | undefined>>;
}

const accountKey = (name: string, namespace: string | undefined): string => JSON.stringify([name, namespace ?? null]);

const bound = remembered((facts): Bound => {
  const bySubject = new Map<string, Set<BindingFact>>();
  const byAccount = new Map<string, Set<BindingFact>>();
  const namespaces = new Map<string, Set<string | undefined>>();
  for (const binding of facts.byKind.binding)
    for (const { kind, name, namespace } of binding.subjects) {
      addTo(bySubject, `${kind} ${name}`, binding);
      if (kind !== 'ServiceAccount') continue;
      addTo(byAccount, accountKey(name, namespace ?? facts.namespaceOf(binding)), binding);
      addTo(namespaces, name, namespace);
    }
  return { bySubject: lists(bySubject), byAccount: lists(byAccount), namespaces };
});

function addTo<T>(sets: Map<string, Set<T>>, key: string, value: T): void {
  const known = sets.get(key);
  if (known === undefined) sets.set(key, new Set([value]));
  else known.add(value);
}

const lists = <T>(sets: ReadonlyMap<string, ReadonlySet<T>>): ReadonlyMap<string, readonly T[]> =>
  new Map([...sets].map(([key, values]) => [key, [...values]]));

/** @param kind `User`, `Group` or `ServiceAccount`, the latter of any namespace. */
export function bindingsTo(facts: Facts, kind: string, name: string): readonly BindingFact[] {
  return bound(facts).bySubject.get(`${kind} ${name}`) ?? none;
}

/** Whether a binding names an account of this name that may be the one of the namespace. @param namespace undefined when unknown. */
export function isBound(facts: Facts, account: string, namespace: string | undefined): boolean {
  const written = bound(facts).namespaces.get(account);
  return written !== undefined && (namespace === undefined || written.has(undefined) || written.has(namespace));
}

/** The namespace in which bindings name an account of this name; undefined where they name none, or several. */
export function onlyNamespaceOf(facts: Facts, account: string): string | undefined {
  const [only, ...others] = bound(facts).namespaces.get(account) ?? [];
  return others.length === 0 ? only : undefined;
}

const accounts = remembered((facts) => {
  const found = new Map<string, ServiceAccountFact[]>();
  for (const account of facts.byKind['service-account']) {
    const key = accountKey(account.name, facts.namespaceOf(account));
    const alike = found.get(key);
    if (alike === undefined) found.set(key, [account]);
    else alike.push(account);
  }
  return found;
});

/**
 * Bindings that reach a service account: by its name, as a user, or by a group that it is in.
 * @param namespace undefined when unknown. @param ref who uses the account, so that the nearest of several is meant.
 */
export function bindingsOfAccount(
  facts: Facts,
  account: string,
  namespace: string | undefined,
  ref?: FactRef,
): readonly BindingFact[] {
  return [...new Set(bindingListsOf(facts, account, namespace, ref).flat())];
}

/** The same in lists that are shared by all whom they reach; a binding may be in several. */
export function bindingListsOf(
  facts: Facts,
  account: string,
  namespace: string | undefined,
  ref?: FactRef,
): readonly (readonly BindingFact[])[] {
  const groups = ['system:serviceaccounts', 'system:authenticated'];
  if (namespace !== undefined) groups.push(`system:serviceaccounts:${namespace}`);
  const ofGroups = groups.map((group) => bindingsTo(facts, 'Group', group));
  if (namespace === undefined) return ofGroups;
  // Where several accounts are called like that, only what binds the one that is meant.
  const all = accounts(facts).get(accountKey(account, namespace)) ?? [];
  const meant = ref === undefined || all.length < 2 ? all : nearest(ref, all);
  const user = bindingsTo(facts, 'User', `system:serviceaccount:${namespace}:${account}`);
  return [bindingsOfMeant(facts, account, namespace, all, meant), user, ...ofGroups];
}

/** @param all accounts of that name and namespace. @param meant those of them that are nearest to who asks. */
const bindingsOfMeant: (
  facts: Facts,
  account: string,
  namespace: string,
  all: readonly ServiceAccountFact[],
  meant: readonly ServiceAccountFact[],
) => readonly BindingFact[] = rememberedBy(
  (_facts, account, namespace, _all, meant) => `${accountKey(account, namespace)} ${listKey(meant)}`,
  (facts, account, namespace, all, meant) => {
    const bindings = bound(facts).byAccount.get(accountKey(account, namespace)) ?? none;
    if (meant.length === all.length) return bindings;
    const wanted = new Set(meant);
    return bindings.filter(({ ref }) => {
      const near = nearest(ref, all);
      // The nearest ones of two places are the same, those of a folder and of one within it, or have nothing in common.
      return wanted.has(near[0] as ServiceAccountFact) || near.includes(meant[0] as ServiceAccountFact);
    });
  },
);
