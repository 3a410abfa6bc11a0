/**
 * Writes what becomes of maps and lists in block style, from top to bottom: entries that go with their lines and the comments that speak of them, new ones
 * in the indentation of their neighbours. What stands between brackets is written by `flow.ts`.
 */
import { lineEnd } from '../../text/source.ts';
import type { YamlValue } from '../change.ts';
import { afterColon, columnOf, dashesOf, endOfNode } from '../layout.ts';
import { type FlowStyle, renderBlock, renderFlow, renderItem, renderPair, renderScalar } from '../render.ts';
import type { YamlMap, YamlNode, YamlPair, YamlSequence } from '../tree.ts';
import { endOfBlockItem, endOfBlockPair, startOfEntry } from './comments.ts';
import { type FlowContext, writeFlow } from './flow.ts';
import { Lines } from './lines.ts';
import { type Added, isRemoved, type MapPlan, type SequencePlan, type ValuePlan } from './plan.ts';
import { OutOfOrder, type Splice } from './splice.ts';
import { quotesOf } from './style.ts';
import { isCollection } from './value.ts';

type Around = readonly (YamlMap | YamlSequence)[];

export class BlockWriter {
  readonly #context: FlowContext;
  readonly #splice: Splice;
  readonly #lines: Lines;
  readonly #text: string;
  readonly #json: boolean;

  constructor(context: FlowContext, json: boolean) {
    this.#context = context;
    this.#splice = context.splice;
    this.#lines = new Lines(context.splice, context.eol);
    this.#text = context.splice.text;
    this.#json = json;
  }

  /** The whole document. @param node undefined when nothing is written in it. */
  root(node: YamlNode | null, plan: ValuePlan): void {
    if (plan.kind === 'write') {
      if (node !== null) throw new OutOfOrder();
      this.#splice.write(
        this.#lines.join(renderBlock(plan.value, this.#context.surroundings.block([])), 0) + this.#context.eol,
      );
    } else this.#collection(plan, []);
  }

  #collection(plan: MapPlan | SequencePlan, around: Around): void {
    if (plan.node.flow) writeFlow(this.#context, plan, around, false);
    else if (plan.kind === 'map') this.#map(plan, around);
    else this.#sequence(plan, around);
  }

  // Maps

  #map(plan: MapPlan, around: Around): void {
    const { pairs } = plan.node;
    const [first] = pairs;
    if (first === undefined) return;
    const column = columnOf(this.#text, first.key.start);
    const within = [...around, plan.node];
    const added = this.#addedByPair(plan);
    if (pairs.every((pair) => isRemoved(plan, pair))) {
      const lines = plan.added.flatMap((one) => this.#pairLines(one, within));
      const end = endOfBlockPair(this.#text, pairs.at(-1) as YamlPair, column);
      const start = first.key.start;
      // The comments above the first key go with it.
      const from = this.#lines.beginsLine(start)
        ? startOfEntry(this.#text, start, this.#lines.floorOf(start)) + column
        : start;
      this.#splice.replace(from, end, lines.length === 0 ? '{}' : this.#lines.join(lines, column));
      return;
    }
    for (let i = 0; i < pairs.length; i++) {
      const pair = pairs[i] as YamlPair;
      if (isRemoved(plan, pair)) {
        let last = i;
        while (pairs[last + 1] !== undefined && isRemoved(plan, pairs[last + 1] as YamlPair)) last++;
        this.#removePairs(plan.node, i, last, column);
        i = last;
        continue;
      }
      this.#pair(plan, pair, within, column);
      const behind = added.get(pair) ?? [];
      if (behind.length === 0) continue;
      this.#lines.insertLines(
        endOfBlockPair(this.#text, pair, column),
        behind.flatMap((one) => this.#pairLines(one, within)),
        column,
      );
    }
  }

  #pairLines({ key, value }: Added, within: Around): string[] {
    return renderPair(key, value, this.#context.surroundings.block(within));
  }

  /** New keys by the pair they follow: the last one that stays of those they name, else the last one that stays. */
  #addedByPair(plan: MapPlan): ReadonlyMap<YamlPair, readonly Added[]> {
    const staying = plan.node.pairs.filter((pair) => !isRemoved(plan, pair));
    const byPair = new Map<YamlPair, Added[]>();
    for (const one of plan.added) {
      const named = staying.findLast(({ name }) => name !== undefined && one.after.includes(name));
      const follows = named ?? staying.at(-1);
      if (follows === undefined) continue;
      const behind = byPair.get(follows) ?? [];
      byPair.set(follows, behind);
      behind.push(one);
    }
    return byPair;
  }

  #pair(plan: MapPlan, pair: YamlPair, within: Around, column: number): void {
    const entry = plan.entries.get(pair);
    if (entry === undefined) return;
    if (entry.name !== undefined)
      this.#splice.replace(pair.key.start, pair.key.end, renderScalar(entry.name, quotesOf(pair.key)));
    if (entry.value === undefined) return;
    const { value } = entry;
    const written = pair.value;
    // What is empty between its brackets becomes a block, as the text around it is.
    const fills = value.kind === 'map' && value.node.flow && value.node.pairs.length === 0;
    if (value.kind === 'write') this.#write(pair, value.value, within, column);
    else if (fills)
      this.#write(pair, Object.fromEntries(value.added.map((one) => [one.key, one.value])), within, column);
    else if (isEmptyListOfMaps(value)) this.#write(pair, [...value.added.values()].flat(), within, column);
    else if (written !== null) this.#collection(value, within);
  }

  /** A value in place of what stands behind a key, or of nothing. */
  #write(pair: YamlPair, value: YamlValue, within: Around, column: number): void {
    const style = this.#context.surroundings.block(within);
    // Without the key's own line; nothing is left of what stands on it.
    const lines = isCollection(value) ? renderPair('', value, { ...style, keys: 'none' }).slice(1) : [];
    if (lines.length > 0) this.#writeLines(pair, lines, column);
    else this.#writeInline(pair, this.#inline(value, pair.value, style.flow), column);
  }

  #writeInline(pair: YamlPair, written: string, column: number): void {
    const splice = this.#splice;
    const old = pair.value;
    if (old !== null && !isBlock(old)) {
      splice.replace(old.start, old.end, written);
      return;
    }
    const colon = afterColon(this.#text, pair);
    splice.keepTo(colon);
    splice.write(` ${written}`);
    if (old === null) return;
    // The comment behind the key stays, its anchor does not; a comment behind the header of a block scalar is part of that.
    const end = lineEnd(this.#text, colon);
    const comment = old.kind === 'scalar' ? -1 : this.#text.slice(colon, end).search(/[ \t]#/);
    if (comment >= 0) {
      splice.skipTo(colon + comment);
      splice.keepTo(end);
    }
    splice.skipTo(endOfBlockPair(this.#text, pair, column));
  }

  #writeLines(pair: YamlPair, lines: readonly string[], column: number): void {
    const splice = this.#splice;
    const old = pair.value;
    const colon = afterColon(this.#text, pair);
    splice.keepTo(colon);
    if (old !== null && isBlock(old)) {
      if (old.kind !== 'scalar') splice.keepTo(lineEnd(this.#text, colon));
      splice.skipTo(endOfBlockPair(this.#text, pair, column));
    } else {
      if (old !== null) splice.skipTo(old.end);
      splice.keepTo(lineEnd(this.#text, old?.end ?? colon));
    }
    splice.write(this.#context.eol + ' '.repeat(column) + this.#lines.join(lines, column));
  }

  #inline(value: YamlValue, old: YamlNode | null, flow: FlowStyle | undefined): string {
    if (isCollection(value)) return renderFlow(value, flow ?? this.#json);
    return renderScalar(value, old === null ? 'none' : quotesOf(old));
  }

  #removePairs({ pairs }: YamlMap, from: number, to: number, column: number): void {
    const text = this.#text;
    const [first, last] = [pairs[from] as YamlPair, pairs[to] as YamlPair];
    const end = endOfBlockPair(text, last, column);
    if (this.#lines.beginsLine(first.key.start)) {
      const before = pairs[from - 1];
      const floor = before === undefined ? this.#lines.floorOf(first.key.start) : endOfBlockPair(text, before, column);
      this.#lines.removeLines(startOfEntry(text, first.key.start, floor), end);
      return;
    }
    const next = pairs[to + 1];
    if (next === undefined) throw new OutOfOrder();
    this.#lines.moveUp(first.key.start, end, next.key.start);
  }

  // Lists

  #sequence(plan: SequencePlan, around: Around): void {
    const text = this.#text;
    const { items } = plan.node;
    const dashes = dashesOf(text, plan.node);
    const column = columnOf(text, plan.node.start);
    const within = [...around, plan.node];
    const style = { ...this.#context.surroundings.block(within), flowLists: false };
    const like = items.find((item) => item?.kind === 'scalar' && item.style !== 'plain') ?? null;
    const linesOf = (values: readonly YamlValue[]): string[] =>
      values.flatMap((value) =>
        typeof value === 'string' && like !== null
          ? ['-'.padEnd(style.gap ?? 2) + renderScalar(value, quotesOf(like))]
          : renderItem(value, style),
      );
    const endOf = (index: number): number => {
      const item = items[index];
      return item === null || item === undefined
        ? lineEnd(text, dashes[index] as number)
        : endOfBlockItem(text, item, column);
    };
    /** The last item so far that stays. */
    let staying: number | undefined;
    for (let i = 0; i <= items.length; i++) {
      const added = plan.added.get(i) ?? [];
      let last = i - 1;
      while (last + 1 < items.length && isRemoved(plan, last + 1)) last++;
      const goes = last >= i;
      // What replaces items stands below the comment that spoke of them.
      if (added.length > 0 && goes) {
        const dash = dashes[i] as number;
        this.#splice.replace(dash, endOf(last), this.#lines.join(linesOf(added), column));
      } else if (added.length > 0) {
        if (staying !== undefined) this.#lines.insertLines(endOf(staying), linesOf(added), column);
        else this.#lines.insertAbove(dashes[i] as number, linesOf(added), column);
      } else if (goes)
        this.#removeItems(dashes, i, last, endOf(last), staying === undefined ? undefined : endOf(staying));
      if (goes) {
        i = last;
        continue;
      }
      const item = items[i];
      const value = plan.entries.get(i)?.value;
      if (item !== undefined && item !== null && value !== undefined) this.#item(item, value, within);
      staying = i;
    }
  }

  #item(item: YamlNode, value: ValuePlan, within: Around): void {
    const text = this.#text;
    const fills = value.kind === 'map' && value.node.flow && value.node.pairs.length === 0;
    const wanted = fills
      ? Object.fromEntries(value.added.map((one) => [one.key, one.value]))
      : value.kind === 'write'
        ? value.value
        : undefined;
    if (wanted === undefined) {
      if (value.kind !== 'write') this.#collection(value, within);
      return;
    }
    const end = endOfNode(text, item);
    const [first = '', ...rest] = isCollection(wanted)
      ? renderBlock(wanted, this.#context.surroundings.block(within))
      : [renderScalar(wanted, quotesOf(item))];
    this.#splice.replace(item.start, end, first);
    if (rest.length === 0) return;
    // What stands behind the item speaks of it, and so stays on its line.
    this.#lines.insertLines(lineEnd(text, end), rest, columnOf(text, item.start));
  }

  #removeItems(dashes: readonly number[], from: number, to: number, end: number, staying: number | undefined): void {
    const dash = dashes[from] as number;
    if (this.#lines.beginsLine(dash)) {
      this.#lines.removeLines(startOfEntry(this.#text, dash, staying ?? this.#lines.floorOf(dash)), end);
      return;
    }
    const next = dashes[to + 1];
    if (next === undefined) throw new OutOfOrder();
    this.#lines.moveUp(dash, end, next);
  }
}

function isBlock(node: YamlNode): boolean {
  return ('flow' in node && !node.flow) || (node.kind === 'scalar' && node.style === 'block');
}

/** An empty `[]` that gets maps becomes a block; one that gets texts stays between its brackets. */
function isEmptyListOfMaps(plan: ValuePlan): plan is SequencePlan {
  return (
    plan.kind === 'sequence' &&
    plan.node.flow &&
    plan.node.items.length === 0 &&
    [...plan.added.values()].flat().some(isCollection)
  );
}
