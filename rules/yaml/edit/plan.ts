/** What becomes of a document: each map and list that is touched has one plan, which says what becomes of every entry and what is added. */
import type { YamlValue } from '../change.ts';
import type { YamlMap, YamlPair, YamlSequence } from '../tree.ts';

/** What becomes of a value that is there. */
export type ValuePlan = { readonly kind: 'write'; value: YamlValue } | MapPlan | SequencePlan;

export interface EntryPlan {
  removed: boolean;
  /** New name of a key. */
  name?: string;
  value?: ValuePlan;
}

export interface Added {
  readonly key: string;
  value: YamlValue;
  /** Keys it should follow, if one of them is there. */
  after: readonly string[];
}

interface PlanBase {
  /** Set as a whole to this value: nothing else may be planned for what is inside. */
  whole?: YamlValue;
}

export interface MapPlan extends PlanBase {
  readonly kind: 'map';
  readonly node: YamlMap;
  readonly entries: Map<YamlPair, EntryPlan>;
  readonly added: Added[];
}

export interface SequencePlan extends PlanBase {
  readonly kind: 'sequence';
  readonly node: YamlSequence;
  readonly entries: Map<number, EntryPlan>;
  /** New items by the index of the item they precede; the list's length for those at its end. */
  readonly added: Map<number, YamlValue[]>;
}

export type CollectionPlan = MapPlan | SequencePlan;

/** What becomes of a document. `root` is undefined where nothing in it changes. */
export interface DocumentPlan {
  readonly root: ValuePlan | undefined;
  /** Texts of documents that follow it. */
  readonly documents: readonly string[];
}

export const isRemoved = (plan: CollectionPlan, entry: YamlPair | number): boolean =>
  (plan.entries as Map<YamlPair | number, EntryPlan>).get(entry)?.removed === true;

export function isTouched(plan: CollectionPlan): boolean {
  return plan.entries.size > 0 || (plan.kind === 'map' ? plan.added.length > 0 : plan.added.size > 0);
}

/** The plan of an entry; a new one, by which it stays as it is, where there is none. */
export function entryIn<K>(entries: Map<K, EntryPlan>, key: K): EntryPlan {
  const entry = entries.get(key) ?? { removed: false };
  entries.set(key, entry);
  return entry;
}
