/**
 * Whether a selector is meant for pods that the controller of another project makes, of an object that is there. A label is the project's own when its
 * key begins with the domain of the object's group, and is of this object when its value is the object's name, or its kind. Source: Kubernetes
 * documentation, "Labels and Selectors", Syntax: prefixes are domains of who writes the label.
 */
import { podMakers } from '../../data/pod-makers.ts';
import type { Selector } from '../../model/kubernetes/labels.ts';
import type { Fact } from '../fact.ts';
import type { Facts } from '../index.ts';
import type { PodMakerFact } from '../kinds/pod-maker.ts';
import { nearBy } from '../near-by.ts';
import { isAnySelected } from './lookup.ts';

/** Whether a selector chooses pods of the files, or such as an object of the files has made. @param by who selects. */
export function hasPods(facts: Facts, by: Fact, selector: Selector): boolean {
  return isAnySelected(facts, by, selector) || arePodsMade(facts, by, selector);
}

/** By what a label of its pods may say of it. */
const makers = nearBy(
  'pod-maker',
  () =>
    ({ name, kind }) =>
      new Set([name, kind.toLowerCase()]),
);

/** Whether it chooses such as an object of the files has made; what makes pods labels the Services that lead to them alike. */
export function arePodsMade(facts: Facts, by: Fact, selector: Selector): boolean {
  const own = facts.namespaceOf(by);
  return selector.some(({ key, values }) =>
    values.some((value) =>
      makers(facts, own, value).some((found) => found.some((maker) => isOf({ key, value }, maker))),
    ),
  );
}

function isOf(
  { key, value }: { readonly key: string; readonly value: string },
  { group, kind, name }: PodMakerFact,
): boolean {
  const known = podMakers.find((one) => one.kind === kind && one.group === group);
  if (known?.labels.includes(key) === true) return value === name;
  const [prefix = '', word] = key.split('/', 2);
  return word !== undefined && ownerOf(prefix) === ownerOf(group) && (value === name || value === kind.toLowerCase());
}

/** Who a domain belongs to: its last two parts, or three where the last two are Kubernetes' own. */
const ownerOf = (domain: string): string =>
  domain
    .split('.')
    .slice(domain.endsWith('.k8s.io') ? -3 : -2)
    .join('.');
