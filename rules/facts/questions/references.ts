/** What places of files refer to: the account, role, map, pods or Dockerfile that is meant, and who refers to one. What no file shows is no answer. */
import { parseImageReference, unversioned } from '../../model/image/reference.ts';
import type { Fact, FactPlace, FactRef } from '../fact.ts';
import type { Facts } from '../index.ts';
import type { BindingFact } from '../kinds/binding.ts';
import type { FactKind, FactWithoutRef } from '../kinds/index.ts';
import type { NetworkPolicyFact } from '../kinds/network-policy.ts';
import { rolesNamed } from './bound-rules.ts';
import { buildOf } from './builds.ts';
import { accountsNamed, podsSelected } from './lookup.ts';
import { settingsNamed } from './settings-named.ts';

/** A place that names something which files show. */
export interface Reference {
  readonly from: FactPlace;
  /** At least one; several where all of them are meant, or nothing tells which. */
  readonly to: readonly FactPlace[];
  /** What it is, in words: `the account`. */
  readonly what: string;
}

type Resolve<K extends FactKind> = (
  facts: Facts,
  fact: Extract<FactWithoutRef, { factKind: K }> & Fact,
) => readonly Reference[];

const whole = (fact: { readonly ref: FactRef }): FactPlace => ({ fact, place: 'name' });

function reference(fact: Fact, place: string, to: readonly Fact[], what: string): readonly Reference[] {
  return to.length === 0 ? [] : [{ from: { fact, place }, to: to.map(whole), what }];
}

/** Kinds of facts that refer to others. */
const resolving: { readonly [K in FactKind]?: Resolve<K> } = {
  binding: ofBinding,
  pods: (facts, pods) =>
    pods.serviceAccount === undefined
      ? []
      : reference(pods, 'account', accountsNamed(facts, pods, pods.serviceAccount), 'the account'),
  'settings-use': (facts, fact) =>
    fact.uses.flatMap(({ holds, called, place }) => {
      const named = settingsNamed(facts, fact, holds, called).filter((one) => one.called === called);
      return reference(fact, place, named, `the ${holds}`);
    }),
  'named-image': (facts, fact) => {
    const build = buildOf(unversioned(parseImageReference(fact.image)), facts);
    if (build === undefined || build.dockerfile.ref.file === fact.ref.file) return [];
    return reference(
      fact,
      'name',
      [build.dockerfile],
      build.certain ? 'the Dockerfile that builds it' : 'perhaps the Dockerfile that builds it',
    );
  },
  'network-policy': ofPolicy,
};

function ofBinding(facts: Facts, binding: BindingFact): readonly Reference[] {
  const accounts = binding.subjects.flatMap(({ kind, name, namespace }, i) =>
    kind === 'ServiceAccount'
      ? reference(binding, `subject${i}`, accountsNamed(facts, binding, name, namespace), 'the account')
      : [],
  );
  return [...reference(binding, 'roleRef', rolesNamed(facts, binding), 'the role'), ...accounts];
}

function ofPolicy(facts: Facts, policy: NetworkPolicyFact): readonly Reference[] {
  const { podSelector, clusterWide } = policy;
  return podSelector === undefined || clusterWide
    ? []
    : reference(policy, 'selector', podsSelected(facts, policy, podSelector), 'the pods that it selects');
}

/** @returns what places of a file refer to. */
export function referencesOf(facts: Facts, file: string): readonly Reference[] {
  return referencing(facts, (fact) => fact.ref.file === file);
}

/** @returns the places of all files that refer to an account or a role. */
export function usesOf(facts: Facts, declared: { readonly ref: FactRef }): readonly FactPlace[] {
  const isMeant = ({ fact: { ref } }: FactPlace): boolean =>
    ref.file === declared.ref.file && ref.ordinal === declared.ref.ordinal;
  return referencing(facts, () => true).flatMap(({ from, to }) => (to.some(isMeant) ? [from] : []));
}

function referencing(facts: Facts, isAsked: (fact: Fact) => boolean): readonly Reference[] {
  return (Object.keys(resolving) as FactKind[]).flatMap((kind) => {
    const resolve = resolving[kind] as ((facts: Facts, fact: Fact) => readonly Reference[]) | undefined;
    return resolve === undefined
      ? []
      : (facts.byKind[kind] as readonly Fact[]).filter(isAsked).flatMap((fact) => resolve(facts, fact));
  });
}
