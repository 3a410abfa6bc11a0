/**
 * Which Services lead to pods. Rules and fixes ask it of every pod of a scope, so Services are looked up by a label that they select by. Source: Kubernetes
 * documentation, "Service", Services with selectors: a selector is a set of labels that the pods all have, in the Service's own namespace.
 */
import type { Labels } from '../../model/kubernetes/labels.ts';
import type { Fact } from '../fact.ts';
import type { Facts } from '../index.ts';
import type { ServiceFact } from '../kinds/service.ts';
import { nearBy, remembered, together } from '../near-by.ts';
import { keysOfLabels, keysOfSelectors, selectorOf } from './selection.ts';

/** Whether pods with these labels are chosen. A Service without a selector chooses none. */
export function chooses(selector: Labels | undefined, labels: Labels): boolean {
  return selector !== undefined && Object.entries(selector).every((label) => has(labels, label));
}

const has = (labels: Labels, [key, value]: readonly [string, string]): boolean =>
  Object.hasOwn(labels, key) && labels[key] === value;

const services = nearBy('service', (facts) => {
  const keysOf = keysOfSelectors(facts.byKind.service.map(({ selector = {} }) => selectorOf(selector)));
  return ({ selector = {} }) => (Object.keys(selector).length === 0 ? [] : keysOf(selectorOf(selector)));
});

/** The pods of one template. */
export type Pods = { readonly labels: Labels | undefined } & Fact;

/**
 * The Services whose selector chooses the pods, those of the pods' own namespace before those of no known one.
 * @param pods labels undefined: not known, and no Service is said to choose them.
 */
export function servicesOf(facts: Facts, pods: Pods): readonly ServiceFact[] {
  const all = known(facts);
  const found = all.get(pods) ?? chosenFor(facts, pods);
  all.set(pods, found);
  return found;
}

/** Of the same pods it is asked by many. */
const known = remembered(() => new WeakMap<Pods, readonly ServiceFact[]>());

function chosenFor(facts: Facts, pods: Pods): readonly ServiceFact[] {
  const { labels } = pods;
  if (labels === undefined || facts.byKind.service.length === 0) return [];
  const own = facts.namespaceOf(pods);
  const found = keysOfLabels(labels).map((key) => services(facts, own, key));
  return together(facts, found).filter(({ selector }) => chooses(selector, labels));
}
