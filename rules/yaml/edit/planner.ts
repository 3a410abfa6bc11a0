/**
 * Puts changes together on the tree before any of them is text. Changes that disagree are refused, so that they wait for each other. Knows nothing of text.
 */
import type { Change, Refusal, YamlValue } from '../change.ts';
import type { Field } from '../field.ts';
import type { YamlDocument, YamlMap, YamlNode, YamlSequence } from '../tree.ts';
import { difference, isReachable } from './difference.ts';
import {
  type CollectionPlan,
  type DocumentPlan,
  type EntryPlan,
  entryIn,
  isRemoved,
  isTouched,
  type MapPlan,
  type SequencePlan,
  type ValuePlan,
} from './plan.ts';
import { assertEditable, Refused } from './refusal.ts';
import { combined, isMap, sameValue } from './value.ts';

const disagree = 'Two of these changes write different values to one place; apply them one after the other.';
const belowRemoved = 'One change writes below what another one removes.';

export function planFor(document: YamlDocument, changes: readonly Change[]): DocumentPlan | Refusal {
  const planner = new Planner(document);
  return planner.add(changes) ?? planner.finish();
}

/** Takes changes in one after the other, so that what agrees with everything before it is found in one pass. */
export class Planner {
  readonly #document: YamlDocument;
  readonly #plans = new Map<YamlNode, CollectionPlan>();
  readonly #documents: string[] = [];
  readonly #whole: { root?: ValuePlan | undefined } = {};
  /** What takes back the changes that are being added, last one first. */
  readonly #undo: (() => void)[] = [];

  constructor(document: YamlDocument) {
    this.#document = document;
  }

  /** Plans all of the changes or none. @returns why none; undefined when they are planned. */
  add(changes: readonly Change[]): Refusal | undefined {
    try {
      for (const change of changes) this.#add(change);
      return undefined;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      for (const undo of this.#undo.toReversed()) undo();
      return error.refusal;
    } finally {
      this.#undo.length = 0;
    }
  }

  #add(change: Change): void {
    switch (change.kind) {
      case 'document':
        if (this.#document.json)
          throw new Refused('A JSON file holds one object; write the new one into a file of its own.');
        if (this.#documents.includes(change.text)) return;
        this.#documents.push(change.text);
        this.#undo.push(() => this.#documents.pop());
        return;
      case 'set':
        this.#set(change.field, change.value, change.after ?? []);
        return;
      case 'append':
        this.#append(change.field, change.value);
        return;
      case 'remove':
        this.#remove(change.field);
        return;
      case 'rename': {
        const { field, to } = change;
        if (field.pair === undefined) throw new Refused('There is no key to rename.');
        assertEditable(field);
        const entry = this.#entryOf(field);
        if (entry.removed) throw new Refused(belowRemoved);
        if (entry.name !== undefined && entry.name !== to) throw new Refused(disagree);
        this.#assign(entry, 'name', to);
        return;
      }
    }
  }

  finish(): DocumentPlan | Refusal {
    const { root } = this.#whole;
    if (root !== undefined && root.kind !== 'write' && this.#settle(root))
      return { refused: 'Nothing would be left of this document; delete it if it is not needed.' };
    return { root, documents: this.#documents };
  }

  #remove(field: Field): void {
    if (field.pair === undefined && field.node === undefined) {
      if (field.state === 'absent') return;
      throw new Refused('An empty list item is not edited.');
    }
    if (field.parent === undefined) throw new Refused('A whole document is not removed.');
    assertEditable(field);
    const entry = this.#entryOf(field);
    if (entry.value !== undefined || entry.name !== undefined) throw new Refused(belowRemoved);
    this.#assign(entry, 'removed', true);
  }

  #set(field: Field, value: YamlValue, after: readonly string[]): void {
    if (field.state !== 'absent' && field.pair === undefined && field.node === undefined)
      throw new Refused('An empty list item is not edited.');
    // A merged value is overridden by a key of the map's own, which touches nobody else.
    const overrides = field.origin === 'merge' && field.parent?.origin !== 'merge';
    if (overrides || field.state === 'absent') {
      this.#addKey(field, value, after);
      return;
    }
    assertEditable(field);
    if (field.parent === undefined) {
      this.#setRoot(field, value);
      return;
    }
    const entry = this.#entryOf(field);
    if (entry.removed) throw new Refused(belowRemoved);
    // What is empty is filled, by several changes together.
    if (field.state === 'null' && isMap(value)) {
      this.#assign(entry, 'value', { kind: 'write', value: this.#union(written(entry.value), value) });
      return;
    }
    const { node } = field;
    if (node !== undefined && isReachable(node, value)) {
      const plan = this.#planOf(field);
      if (plan.whole !== undefined && sameValue(plan.whole, value)) return;
      if (plan.whole !== undefined || isTouched(plan)) throw new Refused(disagree);
      this.#undo.push(() => {
        plan.entries.clear();
        if (plan.kind === 'map') plan.added.length = 0;
        else plan.added.clear();
      });
      this.#assign(plan, 'whole', value);
      difference(plan, value, (of) => this.#newPlan(of));
      return;
    }
    if (entry.value !== undefined && !(entry.value.kind === 'write' && sameValue(entry.value.value, value)))
      throw new Refused(disagree);
    this.#assign(entry, 'value', { kind: 'write', value });
  }

  #setRoot(field: Field, value: YamlValue): void {
    if (field.node !== undefined) throw new Refused('A whole document is not replaced.');
    this.#assign(this.#whole, 'root', { kind: 'write', value: this.#union(written(this.#whole.root), value) });
  }

  #addKey(field: Field, value: YamlValue, after: readonly string[]): void {
    const { parent, key } = field;
    if (parent === undefined || typeof key !== 'string') throw new Refused('There is no list item to change.');
    if (parent.state === 'absent' || parent.state === 'null') {
      this.#set(parent, { [key]: value }, []);
      return;
    }
    if (parent.node?.kind !== 'map')
      throw new Refused(`A map belongs at ${parent.path || 'the top'}, but something else is written there.`);
    // Its column is that of the anchor, which is not the key's.
    if (parent.node.pairs.some(({ key: beside }) => beside.anchor !== undefined || beside.tag !== undefined))
      throw new Refused('A key beside it has an anchor or a tag, which is not edited.');
    assertEditable(parent);
    const plan = this.#planOf(parent) as MapPlan;
    if (plan.whole !== undefined) throw new Refused(disagree);
    const known = plan.added.find((one) => one.key === key);
    if (known === undefined) {
      plan.added.push({ key, value, after });
      this.#undo.push(() => plan.added.pop());
    } else {
      this.#assign(known, 'value', this.#union(known.value, value));
      if (after.length > 0) this.#assign(known, 'after', after);
    }
  }

  #append(list: Field, value: YamlValue): void {
    if (!list.present) {
      this.#set(list, [value], []);
      return;
    }
    assertEditable(list);
    if (list.node?.kind !== 'sequence')
      throw new Refused(`A list belongs at ${list.path}, but something else is written there.`);
    const plan = this.#planOf(list) as SequencePlan;
    if (plan.whole !== undefined) throw new Refused(disagree);
    const end = plan.node.items.length;
    const values = plan.added.get(end) ?? [];
    if (values.some((known) => sameValue(known, value))) return;
    plan.added.set(end, values);
    values.push(value);
    this.#undo.push(() => {
      values.pop();
      if (values.length === 0) plan.added.delete(end);
    });
  }

  #union(known: YamlValue | undefined, wanted: YamlValue): YamlValue {
    const both = combined(known, wanted);
    if (both === undefined) throw new Refused(disagree);
    return both;
  }

  /** The plan of the entry that a field is, in the plan of the collection it is in. */
  #entryOf(field: Field): EntryPlan {
    const { parent, pair, key } = field;
    if (parent === undefined) throw new Refused('A whole document is not edited.');
    const plan = this.#planOf(parent);
    if (plan.whole !== undefined) throw new Refused(disagree);
    if (plan.kind === 'map' && pair !== undefined) return this.#entryIn(plan.entries, pair);
    if (plan.kind === 'sequence' && typeof key === 'number') return this.#entryIn(plan.entries, key);
    throw new Refused('There is nothing to edit.');
  }

  /** The plan of the collection that a field holds; the plans above it know of it. */
  #planOf(field: Field): CollectionPlan {
    const { node } = field;
    if (node?.kind !== 'map' && node?.kind !== 'sequence') throw new Refused('There is nothing to edit.');
    const known = this.#plans.get(node);
    if (known !== undefined) return known;
    const plan = this.#newPlan(node);
    if (field.parent === undefined) {
      this.#assign(this.#whole, 'root', plan);
      return plan;
    }
    const entry = this.#entryOf(field);
    if (entry.removed) throw new Refused(belowRemoved);
    if (entry.value !== undefined) throw new Refused(disagree);
    this.#assign(entry, 'value', plan);
    return plan;
  }

  #newPlan(node: YamlMap | YamlSequence): CollectionPlan {
    const plan: CollectionPlan =
      node.kind === 'map'
        ? { kind: 'map', node, entries: new Map(), added: [] }
        : { kind: 'sequence', node, entries: new Map(), added: new Map() };
    this.#plans.set(node, plan);
    this.#undo.push(() => this.#plans.delete(node));
    return plan;
  }

  #entryIn<K>(entries: Map<K, EntryPlan>, key: K): EntryPlan {
    if (!entries.has(key)) this.#undo.push(() => entries.delete(key));
    return entryIn(entries, key);
  }

  /** Sets a property so that it can be taken back. */
  #assign<T extends object, K extends keyof T>(target: T, key: K, value: T[K]): void {
    const before = Object.hasOwn(target, key) ? target[key] : undefined;
    this.#undo.push(() => {
      if (before === undefined) delete target[key];
      else target[key] = before;
    });
    target[key] = value;
  }

  /** Where every entry of a collection goes, its key goes too, so that no `add:` without items stays behind. @returns whether it does. */
  #settle(plan: CollectionPlan): boolean {
    const below = plan.kind === 'map' ? plan.node.pairs : [...plan.node.items.keys()];
    for (const entry of plan.entries.values()) {
      if (entry.removed || entry.value === undefined || entry.value.kind === 'write') continue;
      if (!this.#settle(entry.value)) continue;
      // An item of a list is not its key's: it stays, empty.
      if (plan.kind === 'map') entry.removed = true;
      else entry.value = { kind: 'write', value: entry.value.kind === 'map' ? {} : [] };
    }
    const adds = plan.kind === 'map' ? plan.added.length > 0 : plan.added.size > 0;
    return below.length > 0 && !adds && below.every((entry) => isRemoved(plan, entry));
  }
}

const written = (plan: ValuePlan | undefined): YamlValue | undefined =>
  plan?.kind === 'write' ? plan.value : undefined;
