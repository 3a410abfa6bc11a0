/**
 * Whom selectors choose, looked up by one of the labels that they ask for, so that a scope of many selectors and pods is not compared pair by pair. A
 * selector that asks for no label at all is compared with every pod near it: what is left of it is what it selects. Source: Kubernetes documentation,
 * "Labels and Selectors".
 */
import type { Labels, Requirement, Selector } from '../../model/kubernetes/labels.ts';
import { matches } from '../../model/kubernetes/labels.ts';
import type { Fact } from '../fact.ts';
import type { Facts } from '../index.ts';
import { type FactOf, nearBy, together } from '../near-by.ts';

/** What every object is found by. */
const any = '';
/** What objects are found by whose labels nobody knows. */
const unknown = '?';

const withValue = (key: string, value: string): string => `=${key}=${value}`;
const withKey = (key: string): string => `+${key}`;

/** Keys by which a selector finds what a requirement asks for; undefined where it asks for nothing that is there. */
function keysOf({ key, operator, values }: Requirement): readonly string[] | undefined {
  if (operator === 'In') return values.map((value) => withValue(key, value));
  return operator === 'Exists' ? [withKey(key)] : undefined;
}

/** Keys of what selectors choose by labels: every key by which some selector may ask. */
export function keysOfLabels(labels: Labels): readonly string[] {
  const keys = [any];
  for (const key of Object.keys(labels)) keys.push(withValue(key, labels[key] as string), withKey(key));
  return keys;
}

/**
 * Keys under which selectors are found by the labels that they may choose.
 * @param selectors all that there are: each is found by the rarest of what it asks for.
 * @returns for a selector: the keys of one of its requirements, or that of everything.
 */
export function keysOfSelectors(selectors: Iterable<Selector>): (selector: Selector) => readonly string[] {
  const counts = new Map<string, number>();
  for (const selector of selectors)
    for (const requirement of selector)
      for (const key of keysOf(requirement) ?? []) counts.set(key, (counts.get(key) ?? 0) + 1);
  const weigh = (keys: readonly string[]): number => keys.reduce((sum, key) => sum + (counts.get(key) ?? 0), 0);
  return (selector) => lightest(selector, weigh) ?? [any];
}

/** What all who select are found by, for objects whose labels nobody knows. */
const everyone = 'all';
/** What those are found by of whom nobody knows what they select. */
const unread = 'unread';

/** The same for those who may select what nobody knows, or be asked about labels that nobody knows: either counts as chosen. */
export function keysOfSelecting(
  selectors: readonly (Selector | undefined)[],
): (selector: Selector | undefined) => readonly string[] {
  const keys = keysOfSelectors(selectors.filter((selector) => selector !== undefined));
  return (selector) => [everyone, ...(selector === undefined ? [unread] : keys(selector))];
}

/** Keys of those who select, or may select, an object with these labels; what is found has still to be compared with them. */
export function keysOfSelected(labels: Labels | undefined): readonly string[] {
  return labels === undefined ? [everyone] : [...keysOfLabels(labels), unread];
}

/** Whether an object is chosen, or may be. */
export function mayChoose(selector: Selector | undefined, labels: Labels | undefined): boolean {
  return selector === undefined || labels === undefined || matches(selector, labels);
}

function lightest(selector: Selector, weigh: (keys: readonly string[]) => number): readonly string[] | undefined {
  let best: { readonly keys: readonly string[]; readonly weight: number } | undefined;
  for (const requirement of selector) {
    const keys = keysOf(requirement);
    if (keys === undefined) continue;
    const weight = weigh(keys);
    if (best === undefined || weight < best.weight) best = { keys: [...new Set(keys)], weight };
  }
  return best?.keys;
}

/** A Service's selector as a label selector. */
export function selectorOf(labels: Labels): Selector {
  return Object.entries(labels).map(([key, value]) => ({ key, operator: 'In', values: [value] }));
}

type Labelled = 'pods' | 'workload';

/** Objects of a kind whose labels a selector chooses, or may choose since nobody knows them. */
export interface Chosen<K extends Labelled> {
  /** All of them, those of the own namespace first. */
  by(facts: Facts, by: Fact, selector: Selector): readonly FactOf<K>[];
  /** Whether there are any. */
  isAny(facts: Facts, by: Fact, selector: Selector): boolean;
}

/** @param kind of fact that is chosen by its labels. @returns a lookup, whose index is made once for the facts of one moment. */
export function chosenOf<K extends Labelled>(kind: K): Chosen<K> {
  const index = nearBy(
    kind,
    () =>
      ({ labels }) =>
        labels === undefined ? [unknown, any] : keysOfLabels(labels),
  );
  const lists = (facts: Facts, by: Fact, selector: Selector): readonly (readonly (readonly FactOf<K>[])[])[] => {
    const own = facts.namespaceOf(by);
    const find = (key: string): readonly (readonly FactOf<K>[])[] => index(facts, own, key);
    const keys = lightest(selector, (asked) => asked.reduce((sum, key) => sum + sizeOf(find(key)), 0));
    return keys === undefined ? [find(any)] : [...keys.map(find), find(unknown)];
  };
  return {
    by: (facts, by, selector) =>
      together(facts, lists(facts, by, selector)).filter((fact) => mayChoose(selector, fact.labels)),
    isAny: (facts, by, selector) =>
      lists(facts, by, selector).some((found) =>
        found.some((list) => list.some((fact) => mayChoose(selector, fact.labels))),
      ),
  };
}

const sizeOf = (lists: readonly (readonly unknown[])[]): number => lists.reduce((sum, { length }) => sum + length, 0);
