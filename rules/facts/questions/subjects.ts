/** Who is bound: bindings by the subjects that they name. */
import type { FactRef } from '../fact.ts';
import type { Facts } from '../index.ts';
import type { BindingFact } from '../kinds/binding.ts';
import { nearest } from './nearest.ts';

const known = new WeakMap<Facts, ReadonlyMap<string, readonly BindingFact[]>>();

/** @param kind `User`, `Group` or `ServiceAccount`, the latter of any namespace. */
export function bindingsTo(facts: Facts, kind: string, name: string): readonly BindingFact[] {
  let bySubject = known.get(facts);
  if (bySubject === undefined) {
    const grouped = new Map<string, BindingFact[]>();
    for (const binding of facts.byKind.binding) {
      for (const key of new Set(binding.subjects.map((subject) => `${subject.kind} ${subject.name}`))) {
        const group = grouped.get(key);
        if (group === undefined) grouped.set(key, [binding]);
        else group.push(binding);
      }
    }
    bySubject = grouped;
    known.set(facts, bySubject);
  }
  return bySubject.get(`${kind} ${name}`) ?? [];
}

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
  // Where several accounts are called like that, only what binds the one that is meant.
  const accounts = facts.named('service-account', account).filter((fact) => facts.namespaceOf(fact) === namespace);
  const meant = ref === undefined || accounts.length < 2 ? accounts : nearest(ref, accounts);
  const isMeant = (binding: BindingFact): boolean =>
    meant.length === accounts.length || nearest(binding.ref, accounts).some((fact) => meant.includes(fact));
  // Subjects without a namespace are of the binding's own.
  const own = bindingsTo(facts, 'ServiceAccount', account).filter((binding) =>
    binding.subjects.some(
      (subject) =>
        subject.kind === 'ServiceAccount' &&
        subject.name === account &&
        namespace !== undefined &&
        (subject.namespace ?? facts.namespaceOf(binding)) === namespace &&
        isMeant(binding),
    ),
  );
  const groups = ['system:serviceaccounts', 'system:authenticated'];
  if (namespace !== undefined) groups.push(`system:serviceaccounts:${namespace}`);
  const user =
    namespace === undefined ? [] : bindingsTo(facts, 'User', `system:serviceaccount:${namespace}:${account}`);
  return [...new Set([...own, ...user, ...groups.flatMap((group) => bindingsTo(facts, 'Group', group))])];
}
