/**
 * Writes what becomes of a map or list between brackets: entries that go with their comma and their comments, new ones in the style of their neighbours,
 * on one line or on a line each.
 */
import type { Span } from '../../text/source.ts';
import type { YamlValue } from '../change.ts';
import { afterColon } from '../layout.ts';
import { type FlowStyle, renderFlow, renderFlowKey, renderFlowLines, renderFlowScalar } from '../render.ts';
import type { YamlMap, YamlNode, YamlSequence } from '../tree.ts';
import { FlowGaps, type Fresh } from './flow-gaps.ts';
import type { CollectionPlan, EntryPlan, ValuePlan } from './plan.ts';
import type { Splice } from './splice.ts';
import { indentationOf, quotesOf, type Surroundings } from './style.ts';
import { isCollection } from './value.ts';

export interface FlowContext {
  readonly splice: Splice;
  readonly surroundings: Surroundings;
  readonly eol: string;
}

/** An entry that is there. */
interface Slot extends Span {
  readonly plan: EntryPlan | undefined;
  readonly write: (plan: EntryPlan) => void;
}

/**
 * @param around the collections that this one lies in, outermost first.
 * @param lines the collection around it has a line for each of its entries.
 */
export function writeFlow(
  context: FlowContext,
  plan: CollectionPlan,
  around: readonly (YamlMap | YamlSequence)[],
  lines: boolean,
): void {
  new FlowWriter(context, plan, [...around, plan.node], lines).write();
}

class FlowWriter {
  readonly #context: FlowContext;
  readonly #splice: Splice;
  readonly #text: string;
  readonly #node: YamlMap | YamlSequence;
  readonly #around: readonly (YamlMap | YamlSequence)[];
  readonly #style: FlowStyle;
  readonly #slots: readonly Slot[];
  /** New entries by the index of the slot they precede. */
  readonly #fresh: ReadonlyMap<number, readonly Fresh[]>;
  /** Each entry has a line of its own. */
  readonly #ownLines: boolean;
  readonly #indent: string;
  readonly #linesAround: boolean;
  readonly #gaps: FlowGaps;

  constructor(context: FlowContext, plan: CollectionPlan, around: readonly (YamlMap | YamlSequence)[], lines: boolean) {
    this.#context = context;
    this.#splice = context.splice;
    this.#text = context.splice.text;
    this.#node = plan.node;
    this.#around = around;
    this.#style = context.surroundings.flow(around);
    this.#slots = plan.kind === 'map' ? this.#pairs(plan) : this.#items(plan);
    this.#fresh = plan.kind === 'map' ? this.#freshPairs(plan) : this.#freshItems(plan);
    const last = this.#slots.at(-1);
    this.#ownLines = last !== undefined && this.#text.slice(plan.node.start, last.start).includes('\n');
    this.#indent = last !== undefined && this.#ownLines ? indentationOf(this.#text, last.start) : '';
    this.#linesAround = lines;
    this.#gaps = new FlowGaps(context.splice, plan.node, {
      ownLines: this.#ownLines,
      indent: this.#indent,
      comma: this.#style.comma,
      eol: context.eol,
    });
  }

  write(): void {
    const slots = this.#slots;
    if (slots.every(({ plan }) => plan?.removed === true)) {
      this.#writeWhole();
      return;
    }
    let from = 0;
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] as Slot;
      if (slot.plan?.removed === true) continue;
      this.#between(from - 1, i);
      if (slot.plan !== undefined) slot.write(slot.plan);
      from = i + 1;
    }
    this.#between(from - 1, slots.length);
  }

  /** Nothing of what is there stays: the brackets are filled anew. */
  #writeWhole(): void {
    const { start, end } = this.#node;
    const all = [...this.#fresh.keys()].sort((a, b) => a - b).flatMap((at) => this.#fresh.get(at) ?? []);
    const map = this.#node.kind === 'map';
    const pad = map ? this.#style.mapPad : this.#style.listPad;
    const { eol, surroundings } = this.#context;
    let inside = '';
    if (all.length > 0 && (this.#ownLines || (this.#slots.length === 0 && this.#linesAround))) {
      const outer = indentationOf(this.#text, start);
      const indent = this.#ownLines ? this.#indent : outer + surroundings.unit(this.#around);
      inside = `${eol}${indent}${all.map((one) => one(indent)).join(`,${eol}${indent}`)}${eol}${outer}`;
    } else if (all.length > 0) inside = pad + all.map((one) => one(undefined)).join(this.#style.comma) + pad;
    this.#splice.replace(start + 1, end - 1, inside);
  }

  /** What is between two entries that stay: those that go, and new ones. @param before -1 for none. @param after the number of slots for none. */
  #between(before: number, after: number): void {
    const going = this.#slots.slice(before + 1, after);
    const fresh: Fresh[] = [];
    for (let at = before + 1; at <= after; at++) fresh.push(...(this.#fresh.get(at) ?? []));
    if (going.length > 0 && fresh.length > 0) this.#gaps.exchange(going, fresh);
    else if (going.length > 0) this.#gaps.remove(this.#slots[before], going, this.#slots[after]);
    else if (fresh.length > 0) this.#gaps.insert(this.#slots[before], fresh, this.#slots[after]);
  }

  #pairs(plan: CollectionPlan & { kind: 'map' }): Slot[] {
    return plan.node.pairs.map((pair) => ({
      start: pair.key.start,
      end: pair.value?.end ?? afterColon(this.#text, pair),
      plan: plan.entries.get(pair),
      write: (entry) => {
        const quotes = quotesOf(pair.key);
        if (entry.name !== undefined)
          this.#splice.replace(pair.key.start, pair.key.end, renderFlowScalar(entry.name, quotes));
        if (entry.value === undefined) return;
        const colon = afterColon(this.#text, pair);
        if (pair.value !== null) this.#value(pair.value, entry.value);
        else if (entry.value.kind === 'write') {
          this.#splice.keepTo(colon);
          this.#splice.write(`${colon === pair.key.end ? ':' : ''} ${this.#render(entry.value.value, undefined)}`);
        }
      },
    }));
  }

  #items(plan: CollectionPlan & { kind: 'sequence' }): Slot[] {
    return plan.node.items.flatMap((item, index) =>
      item === null
        ? []
        : [
            {
              start: item.start,
              end: item.end,
              plan: plan.entries.get(index),
              write: (entry: EntryPlan) => {
                if (entry.value !== undefined) this.#value(item, entry.value);
              },
            },
          ],
    );
  }

  #value(node: YamlNode, plan: ValuePlan): void {
    if (plan.kind !== 'write') writeFlow(this.#context, plan, this.#around, this.#ownLines);
    else {
      const indent = this.#ownLines ? indentationOf(this.#text, node.start) : undefined;
      this.#splice.replace(node.start, node.end, this.#render(plan.value, indent, node));
    }
  }

  #freshPairs(plan: CollectionPlan & { kind: 'map' }): Map<number, Fresh[]> {
    const fresh = new Map<number, Fresh[]>();
    const { pairs } = plan.node;
    for (const { key, value, after } of plan.added) {
      const follows = pairs.findLastIndex(
        (pair) => pair.name !== undefined && after.includes(pair.name) && plan.entries.get(pair)?.removed !== true,
      );
      const at = follows < 0 ? pairs.length : follows + 1;
      const write: Fresh = (indent) => renderFlowKey(key, this.#style) + this.#render(value, indent);
      fresh.set(at, [...(fresh.get(at) ?? []), write]);
    }
    return fresh;
  }

  #freshItems(plan: CollectionPlan & { kind: 'sequence' }): Map<number, Fresh[]> {
    const like = plan.node.items.find((item) => item?.kind === 'scalar' && item.style !== 'plain') ?? undefined;
    return new Map(
      [...plan.added].map(([at, values]) => [
        at,
        values.map(
          (value): Fresh =>
            (indent) =>
              this.#render(value, indent, like),
        ),
      ]),
    );
  }

  /** @param like what stands or stood there: a text takes over its quotes. */
  #render(value: YamlValue, indent: string | undefined, like?: YamlNode): string {
    if (!isCollection(value)) {
      const quotes = like === undefined ? 'none' : quotesOf(like);
      return renderFlowScalar(value, quotes === 'none' ? this.#style.strings : quotes);
    }
    if (indent === undefined) return renderFlow(value, this.#style);
    const { eol, surroundings } = this.#context;
    return renderFlowLines(value, this.#style, eol, indent, surroundings.unit(this.#around));
  }
}
