/**
 * Which Services lead to pods. Rules and fixes ask it of every pod of a scope, so Services are looked up by a label that they select by. Source: Kubernetes
 * documentation, "Service", Services with selectors: a selector is a set of labels that the pods all have, in the Service's own namespace.
 */
import type { Labels } from '../../model/kubernetes/labels.ts';
import type { Fact } from '../fact.ts';
import type { Facts } from '../index.ts';
import type { ServiceFact } from '../kinds/service.ts';

/** Whether pods with these labels are chosen. A Service without a selector chooses none. */
export function chooses(selector: Labels | undefined, labels: Labels): boolean {
  return selector !== undefined && Object.entries(selector).every((label) => has(labels, label));
}

const has = (labels: Labels, [key, value]: readonly [string, string]): boolean =>
  Object.hasOwn(labels, key) && labels[key] === value;

/**
 * The Services whose selector chooses the pods, those of the pods' own namespace before those of no known one.
 * @param pods labels undefined: not known, and no Service is said to choose them.
 */
export function servicesOf(
  facts: Facts,
  { labels, ...pods }: { readonly labels: Labels | undefined } & Fact,
): readonly ServiceFact[] {
  if (labels === undefined) return [];
  const index = indexOf(facts);
  const own = facts.namespaceOf(pods);
  const isPlaced = (service: ServiceFact): boolean => own === undefined || facts.namespaceOf(service) === own;
  return Object.entries(labels)
    .flatMap((label) => index.get(keyOf(label)) ?? [])
    .filter(({ service }) => facts.mayShareNamespace(service, pods) && chooses(service.selector, labels))
    .sort((a, b) => Number(isPlaced(b.service)) - Number(isPlaced(a.service)) || a.place - b.place)
    .map(({ service }) => service);
}

interface Entry {
  readonly service: ServiceFact;
  /** Among all Services. */
  readonly place: number;
}

const known = new WeakMap<Facts, ReadonlyMap<string, readonly Entry[]>>();

const keyOf = ([key, value]: readonly [string, string]): string => `${key}=${value}`;

/** Each Service that has a selector, by one of its labels. */
function indexOf(facts: Facts): ReadonlyMap<string, readonly Entry[]> {
  let index = known.get(facts);
  if (index === undefined) {
    const grouped = new Map<string, Entry[]>();
    for (const [place, service] of facts.byKind.service.entries()) {
      const [label] = Object.entries(service.selector ?? {});
      if (label === undefined) continue;
      const group = grouped.get(keyOf(label));
      if (group === undefined) grouped.set(keyOf(label), [{ service, place }]);
      else group.push({ service, place });
    }
    index = grouped;
    known.set(facts, index);
  }
  return index;
}
