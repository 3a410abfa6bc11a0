/** Plans the steps from what a map or list holds to a value, so that what stays keeps its comments and its style. */
import type { YamlValue } from '../change.ts';
import type { YamlMap, YamlNode, YamlPair, YamlSequence } from '../tree.ts';
import { type CollectionPlan, type EntryPlan, entryIn } from './plan.ts';
import { isCollection, isMap, sequenceDifference, valueEquals } from './value.ts';

/** Whether a value can be reached from what is there entry by entry. */
export function isReachable(node: YamlNode | null, value: YamlValue): node is YamlMap | YamlSequence {
  if (node?.kind === 'map') return isMap(value) && Object.keys(value).length > 0 && !node.pairs.some(isUnusual);
  return node?.kind === 'sequence' && Array.isArray(value) && value.length > 0 && !node.items.includes(null);
}

const isUnusual = ({ key, name }: YamlPair): boolean =>
  name === undefined || name === '<<' || key.anchor !== undefined || key.tag !== undefined;

/** Plans the steps to a value that is reachable: entries that stay alike are not touched. @param newPlan an empty plan of a collection below. */
export function difference(
  plan: CollectionPlan,
  value: YamlValue,
  newPlan: (of: YamlMap | YamlSequence) => CollectionPlan,
): void {
  const become = (entry: EntryPlan, node: YamlNode | null, wanted: YamlValue): void => {
    if (isReachable(node, wanted)) {
      const below = newPlan(node);
      below.whole = wanted;
      difference(below, wanted, newPlan);
      entry.value = below;
    } else entry.value = { kind: 'write', value: wanted };
  };
  if (plan.kind === 'map' && isMap(value)) {
    const seen = new Set<string>();
    for (const pair of plan.node.pairs) {
      const wanted = pair.name === undefined ? undefined : value[pair.name];
      if (wanted === undefined) entryIn(plan.entries, pair).removed = true;
      else if (!valueEquals(pair.value, wanted)) become(entryIn(plan.entries, pair), pair.value, wanted);
      if (pair.name !== undefined) seen.add(pair.name);
    }
    for (const [key, wanted] of Object.entries(value))
      if (!seen.has(key)) plan.added.push({ key, value: wanted, after: [] });
  } else if (plan.kind === 'sequence' && isCollection(value) && Array.isArray(value)) {
    const { removed, added } = sequenceDifference(plan.node.items, value);
    for (const index of removed) entryIn(plan.entries, index).removed = true;
    for (const [index, values] of added) plan.added.set(index, values);
  }
}
