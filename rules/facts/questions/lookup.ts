/** Whether something that an object refers to is in the scope. What is unknown counts as found: only what is surely not there is missed. */
import type { Labels, Selector } from '../../model/kubernetes/labels.ts';
import { matches } from '../../model/kubernetes/labels.ts';
import type { Fact } from '../fact.ts';
import type { Facts } from '../index.ts';
import type { AutoscalerFact } from '../kinds/autoscaler.ts';
import type { FactKind } from '../kinds/index.ts';
import type { PodsFact } from '../kinds/pods.ts';

/** Pods that a selector may choose, in the namespace of the one who selects. */
export function podsSelected(facts: Facts, by: Fact, selector: Selector): readonly PodsFact[] {
  return facts.near('pods', by).filter(({ labels }) => labels === undefined || matches(selector, labels));
}

/** A Service's selector as a label selector. */
export function selectorOf(labels: Labels): Selector {
  return Object.entries(labels).map(([key, value]) => ({ key, operator: 'In', values: [value] }));
}

/** An object of a kind of facts, by name. @param namespace undefined: that of the one who refers. */
export function isThere(
  facts: Facts,
  kind: FactKind,
  name: string,
  by: Fact,
  namespace?: string,
  of: (fact: Fact) => boolean = () => true,
): boolean {
  return [...facts.named(kind, name), ...facts.named(kind, '')].some((fact) => {
    if (!of(fact)) return false;
    const where = facts.namespaceOf(fact);
    const wanted = namespace ?? facts.namespaceOf(by);
    return where === undefined || wanted === undefined || where === wanted;
  });
}

/** What scales a workload; undefined when nothing in the scope does. */
export function autoscalerOf(facts: Facts, pods: PodsFact): AutoscalerFact | undefined {
  return facts
    .near('autoscaler', pods)
    .find(({ targetName, targetKind }) => targetName === pods.name && targetKind === pods.kind);
}
