/** Whether something that an object refers to is in the scope. What is unknown counts as found: only what is surely not there is missed. */
import type { Selector } from '../../model/kubernetes/labels.ts';
import type { Fact } from '../fact.ts';
import type { Facts } from '../index.ts';
import type { AutoscalerFact } from '../kinds/autoscaler.ts';
import type { PodsFact } from '../kinds/pods.ts';
import type { ServiceAccountFact } from '../kinds/service-account.ts';
import { type NearBy, nearBy, rememberedBy } from '../near-by.ts';
import { nearest } from './nearest.ts';
import { chosenOf } from './selection.ts';

const chosenPods = chosenOf('pods');

/** Pods that a selector may choose, in the namespace of the one who selects. */
export const podsSelected: (facts: Facts, by: Fact, selector: Selector) => readonly PodsFact[] = chosenPods.by;

/** Whether there are any. */
export const isAnySelected: (facts: Facts, by: Fact, selector: Selector) => boolean = rememberedBy(
  (facts, by, selector) => JSON.stringify([facts.namespaceOf(by), selector]),
  chosenPods.isAny,
);

/** What may be referred to by its name; a name that nobody knows is that of anything. */
const referred = {
  service: nearBy('service', () => ({ name }) => [name]),
  'service-account': nearBy('service-account', () => ({ name }) => [name]),
};
const podsByName = nearBy('pods', () => ({ kind, name }) => [`${kind} ${name}`]);

/** An object of a kind of facts, by name. @param namespace undefined: that of the one who refers. */
export function isThere(
  facts: Facts,
  kind: keyof typeof referred,
  name: string,
  by: Fact,
  namespace: string | undefined = facts.namespaceOf(by),
): boolean {
  return isFound(referred[kind], facts, namespace, [name, '']);
}

/** What makes pods, by the kind of object and its name. */
export function arePodsThere(facts: Facts, kind: string, name: string, by: Fact): boolean {
  return isFound(podsByName, facts, facts.namespaceOf(by), [`${kind} ${name}`, `${kind} `]);
}

function isFound<K extends 'service' | 'service-account' | 'pods'>(
  index: NearBy<K>,
  facts: Facts,
  namespace: string | undefined,
  keys: readonly string[],
): boolean {
  return keys.some((key) => index(facts, namespace, key).some((list) => list.length > 0));
}

/** The service account of a name in the namespace of who uses it; undefined when no file shows it. */
export function accountNamed(facts: Facts, by: Fact, name: string): ServiceAccountFact | undefined {
  const [own, unplaced] = referred['service-account'](facts, facts.namespaceOf(by), name);
  return own?.[0] ?? unplaced?.[0];
}

/**
 * The service accounts that may be meant by a name: those of the namespace, else those that nothing places; of several the nearest.
 * @param namespace undefined: that of the one who refers.
 */
export function accountsNamed(
  facts: Facts,
  by: Fact,
  name: string,
  namespace: string | undefined = facts.namespaceOf(by),
): readonly ServiceAccountFact[] {
  const lists = referred['service-account'](facts, namespace, name);
  return nearest(by.ref, lists.find((list) => list.length > 0) ?? []);
}

const autoscalers = nearBy('autoscaler', () => ({ targetKind, targetName }) => [`${targetKind} ${targetName}`]);

/** What scales a workload; undefined when nothing in the scope does. */
export function autoscalerOf(facts: Facts, pods: PodsFact): AutoscalerFact | undefined {
  const [own, unplaced] = autoscalers(facts, facts.namespaceOf(pods), `${pods.kind} ${pods.name}`);
  return own?.[0] ?? unplaced?.[0];
}
