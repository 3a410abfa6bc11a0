/** Proves an edit: the tree of the text that was edited is the old tree with exactly what the plan says. Knows nothing of text. */
import type { YamlValue } from '../change.ts';
import { valueOf } from '../scalar.ts';
import type { YamlNode } from '../tree.ts';
import { type EntryPlan, isRemoved, type MapPlan, type SequencePlan, type ValuePlan } from './plan.ts';
import { isMap, valueEquals } from './value.ts';

/** Whether `after` is what a plan makes of `before`. */
export function fulfils(before: YamlNode | null, plan: ValuePlan | undefined, after: YamlNode | null): boolean {
  if (plan === undefined) return sameNode(before, after);
  if (plan.kind === 'write') return holds(after, plan.value);
  if (after?.kind !== plan.kind || after.anchor !== before?.anchor) return false;
  return plan.kind === 'map'
    ? fulfilsMap(plan, after as MapPlan['node'])
    : fulfilsSequence(plan, after as SequencePlan['node']);
}

function fulfilsMap(plan: MapPlan, after: MapPlan['node']): boolean {
  const kept = plan.node.pairs.filter((pair) => !isRemoved(plan, pair));
  const added = new Map(plan.added.map(({ key, value }) => [key, value]));
  if (after.pairs.length !== kept.length + added.size) return false;
  let i = 0;
  for (const pair of after.pairs) {
    const old = kept[i];
    const entry = old === undefined ? undefined : plan.entries.get(old);
    const value = pair.name === undefined ? undefined : added.get(pair.name);
    if (value !== undefined && pair.name !== nameOf(old?.name, entry)) {
      if (!holds(pair.value, value)) return false;
      continue;
    }
    if (old === undefined || pair.name !== nameOf(old.name, entry)) return false;
    if (!fulfils(old.value, entry?.value, pair.value)) return false;
    i++;
  }
  return i === kept.length;
}

const nameOf = (name: string | undefined, entry: EntryPlan | undefined): string | undefined => entry?.name ?? name;

function fulfilsSequence(plan: SequencePlan, after: SequencePlan['node']): boolean {
  const { items } = plan.node;
  let at = 0;
  for (let i = 0; i <= items.length; i++) {
    for (const value of plan.added.get(i) ?? []) if (!holds(after.items[at++] ?? null, value)) return false;
    if (i === items.length || isRemoved(plan, i)) continue;
    if (!fulfils(items[i] ?? null, plan.entries.get(i)?.value, after.items[at++] ?? null)) return false;
  }
  return at === after.items.length;
}

/** A key of a map that holds nothing is not written by anybody, so null stands for it as well. */
const holds = (node: YamlNode | null, value: YamlValue): boolean =>
  valueEquals(node, value) || (node === null && isMap(value) && Object.keys(value).length === 0);

/** Alike in all but place and style. */
function sameNode(a: YamlNode | null, b: YamlNode | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.anchor !== b.anchor || a.tag !== b.tag) return false;
  switch (a.kind) {
    case 'alias':
      return b.kind === 'alias' && a.name === b.name;
    case 'scalar':
      return b.kind === 'scalar' && (a.templated === true ? a.text === b.text : Object.is(valueOf(a), valueOf(b)));
    case 'sequence':
      return (
        b.kind === 'sequence' &&
        a.items.length === b.items.length &&
        a.items.every((item, i) => sameNode(item, b.items[i] ?? null))
      );
    case 'map':
      return (
        b.kind === 'map' &&
        a.pairs.length === b.pairs.length &&
        a.pairs.every((pair, i) => pair.name === b.pairs[i]?.name && sameNode(pair.value, b.pairs[i]?.value ?? null))
      );
  }
}
