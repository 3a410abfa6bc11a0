/**
 * Turns changes into text edits that keep every byte they need not touch: comments, quotes, indentation, flow style, line
 * endings, the final newline. Changes to one map are put together first, so that composed fixes write one block. Refuses, with
 * a reason, where an edit cannot be proved local. Knows nothing of Kubernetes.
 */
import { applyEdits, insert, type TextEdit } from '../text/edit.ts';
import { lineEnd, lineEndingOf, lineStart, nextLine } from '../text/source.ts';
import { type Change, isRefusal, type Refusal, type YamlValue } from './change.ts';
import type { Field } from './field.ts';
import { afterColon, columnOf, dashOf, endOfNode, endOfPair, isExplicitKey, isMultiLine, styleOf } from './layout.ts';
import { parseDocument } from './parse.ts';
import { renderBlock, renderFlow, renderKey, renderPair, renderScalar, type Style } from './render.ts';
import type { YamlDocument, YamlMap, YamlNode, YamlPair, YamlSequence } from './tree.ts';

/**
 * @returns edits in offsets of the document's slice, none overlapping; or the first reason why one change cannot be made.
 *   The edited text was parsed once more and has no error.
 */
export function editsFor(document: YamlDocument, changes: readonly Change[]): readonly TextEdit[] | Refusal {
  // Where the tree and the text part, nobody can say what an edit would do.
  if (document.problems.length > 0)
    return { refused: 'The document cannot be read as a whole; mend its syntax first.' };
  const builder = new EditBuilder(document);
  for (const change of changes) {
    const refusal = builder.add(change);
    if (refusal !== undefined) return refusal;
  }
  const edits = builder.build();
  if (isRefusal(edits)) return edits;
  try {
    // A new document at the end is not part of this one.
    const inPlace = edits.filter((edit) => !edit.text.startsWith('---') && !/^\r?\n---/.test(edit.text));
    const { problems } = parseDocument(applyEdits(document.text, inPlace));
    if (problems.length > document.problems.length)
      return { refused: 'The edit would leave YAML that cannot be read.' };
  } catch {
    return { refused: 'Two of these changes touch the same text; apply them one after the other.' };
  }
  return edits;
}

/** What is to be written into one existing map (or empty key): keys in order, each with the keys it should follow. */
interface Insertion {
  readonly into: Field;
  readonly values: Map<string, YamlValue>;
  readonly after: Map<string, readonly string[]>;
}

class EditBuilder {
  readonly #document: YamlDocument;
  readonly #text: string;
  readonly #style: Style;
  readonly #eol: string;
  readonly #insertions = new Map<string, Insertion>();
  readonly #appended = new Map<string, { list: Field; values: YamlValue[] }>();
  readonly #replaced = new Map<string, { field: Field; value: YamlValue }>();
  readonly #renamed = new Map<string, { field: Field; to: string }>();
  readonly #removed = new Map<string, Field>();
  readonly #documents: string[] = [];

  constructor(document: YamlDocument) {
    this.#document = document;
    this.#text = document.text;
    this.#style = styleOf(document);
    this.#eol = lineEndingOf(document.text);
  }

  add(change: Change): Refusal | undefined {
    switch (change.kind) {
      case 'document':
        if (this.#document.json)
          return { refused: 'A JSON file holds one object; write the new one into a file of its own.' };
        if (!this.#documents.includes(change.text)) this.#documents.push(change.text);
        return undefined;
      case 'set':
        return this.#set(change.field, change.value, change.after);
      case 'append':
        return this.#append(change.field, change.value);
      case 'remove': {
        const refusal = change.field.editRefusal ?? this.#explicitKey(change.field);
        if (refusal === undefined) this.#removed.set(change.field.path, change.field);
        return refusal;
      }
      case 'rename': {
        const refusal = change.field.editRefusal ?? this.#explicitKey(change.field);
        if (refusal === undefined) this.#renamed.set(change.field.path, { field: change.field, to: change.to });
        return refusal;
      }
    }
  }

  #set(field: Field, value: YamlValue, after: readonly string[] | undefined): Refusal | undefined {
    // A merged value is overridden by a key of the map's own, which touches nobody else.
    if (field.state !== 'absent' && field.pair === undefined && field.node === undefined)
      return { refused: 'An empty list item is not edited.' };
    const overrides = field.origin === 'merge' && field.parent?.origin !== 'merge';
    if (!overrides && field.state !== 'absent') {
      const refusal = field.editRefusal ?? this.#explicitKey(field);
      if (refusal !== undefined) return refusal;
      if (field.state === 'null' && isObject(value)) return this.#insertInto(field, value, after);
      const known = this.#replaced.get(field.path);
      if (known !== undefined && JSON.stringify(known.value) !== JSON.stringify(value))
        return { refused: 'Two of these changes write different values to one place; apply them one after the other.' };
      this.#replaced.set(field.path, { field, value });
      return undefined;
    }
    const { parent, key } = field;
    if (parent === undefined || typeof key !== 'string') return { refused: 'There is no list item to change.' };
    if (parent.state === 'absent') return this.#set(parent, { [key]: value }, undefined);
    return this.#insertInto(parent, { [key]: value }, after);
  }

  #insertInto(
    into: Field,
    values: { readonly [key: string]: YamlValue },
    after: readonly string[] | undefined,
  ): Refusal | undefined {
    if (into.state !== 'null' && into.node?.kind !== 'map')
      return { refused: `A map belongs at ${into.path || 'the top'}, but something else is written there.` };
    if (into.pair === undefined && into.node === undefined) return { refused: 'An empty list item is not edited.' };
    // Its column is that of the anchor, which is not the key's.
    if (
      into.node?.kind === 'map' &&
      into.node.pairs.some(({ key }) => key.anchor !== undefined || key.tag !== undefined)
    )
      return { refused: 'A key beside it has an anchor or a tag, which is not edited.' };
    const refusal = into.editRefusal ?? this.#explicitKey(into);
    if (refusal !== undefined) return refusal;
    const insertion = this.#insertions.get(into.path) ?? { into, values: new Map(), after: new Map() };
    this.#insertions.set(into.path, insertion);
    for (const [key, value] of Object.entries(values)) {
      insertion.values.set(key, combined(insertion.values.get(key), value));
      if (after !== undefined) insertion.after.set(key, after);
    }
    return undefined;
  }

  #append(list: Field, value: YamlValue): Refusal | undefined {
    if (!list.present) return this.#set(list, [value], undefined);
    const refusal = list.editRefusal;
    if (refusal !== undefined) return refusal;
    if (list.node?.kind !== 'sequence')
      return { refused: `A list belongs at ${list.path}, but something else is written there.` };
    const appended = this.#appended.get(list.path) ?? { list, values: [] };
    this.#appended.set(list.path, appended);
    if (!appended.values.some((known) => JSON.stringify(known) === JSON.stringify(value))) appended.values.push(value);
    return undefined;
  }

  #explicitKey(field: Field): Refusal | undefined {
    if (field.pair !== undefined && isExplicitKey(this.#text, field.pair))
      return { refused: 'The key is written in the "? key" form, which is not edited.' };
    return undefined;
  }

  build(): readonly TextEdit[] | Refusal {
    const edits: TextEdit[] = [];
    this.#promoteRemovals();
    const removals = this.#removals();
    if (isRefusal(removals)) return removals;
    for (const { field, value } of this.#replaced.values())
      if (!this.#isGone(field)) edits.push(this.#replace(field, value));
    for (const { field, to } of this.#renamed.values()) {
      if (field.pair !== undefined)
        edits.push({
          start: field.pair.key.start,
          end: field.pair.key.end,
          text: this.#renderedKey(to, field.pair.key),
        });
    }
    for (const { list, values } of this.#appended.values())
      edits.push(...this.#appendTo(list.node as YamlSequence, values));
    for (const insertion of this.#insertions.values()) {
      if (this.#isGone(insertion.into)) return { refused: 'One change writes below what another one takes away.' };
      edits.push(...this.#insert(insertion).map((edit) => clearOf(removals, edit, this.#text)));
    }
    edits.push(...removals);
    for (const text of this.#documents) edits.push(this.#newDocument(text));
    return joined(edits);
  }

  // Removing

  /** A collection whose every entry goes is taken away as a whole, so that no `add:` without items stays behind. */
  #promoteRemovals(): void {
    for (let changed = true; changed; ) {
      changed = false;
      for (const field of [...this.#removed.values()]) {
        const parent = field.parent;
        if (parent?.key === undefined || typeof parent.key === 'number' || this.#removed.has(parent.path)) continue;
        if (this.#insertions.has(parent.path) || this.#appended.has(parent.path) || parent.editRefusal !== undefined)
          continue;
        const below = parent.isList ? parent.items : parent.entries.map(([, entry]) => entry);
        if (below.length === 0 || !below.every((entry) => this.#removed.has(entry.path))) continue;
        for (const entry of below) this.#removed.delete(entry.path);
        this.#removed.set(parent.path, parent);
        changed = true;
      }
    }
    for (const [path, field] of this.#removed)
      if (field.parent !== undefined && this.#isGone(field.parent)) this.#removed.delete(path);
  }

  #isGone(field: Field): boolean {
    for (let at: Field | undefined = field; at !== undefined; at = at.parent)
      if (this.#removed.has(at.path)) return true;
    return false;
  }

  #removals(): readonly TextEdit[] | Refusal {
    const edits: TextEdit[] = [];
    const byParent = new Map<string, Field[]>();
    for (const field of this.#removed.values()) {
      const parent = field.parent?.path ?? '';
      byParent.set(parent, [...(byParent.get(parent) ?? []), field]);
    }
    for (const fields of byParent.values()) {
      const parent = fields[0]?.parent?.node;
      if (parent?.kind === 'map') {
        const gone = new Set(fields.map((field) => field.pair));
        edits.push(
          ...(parent.flow ? this.#removeFromFlow(parent, parent.pairs, gone) : this.#removePairs(parent, gone)),
        );
      } else if (parent?.kind === 'sequence') {
        const gone = new Set(fields.map((field) => parent.items[field.key as number]));
        if (gone.has(null) || gone.has(undefined)) return { refused: 'An empty list item is not edited.' };
        if (parent.flow) edits.push(...this.#removeFromFlow(parent, parent.items, gone as Set<unknown>));
        else edits.push(...this.#removeItems(parent, gone as Set<YamlNode | null>));
      }
    }
    return edits;
  }

  #removePairs(map: YamlMap, gone: ReadonlySet<YamlPair | undefined>): TextEdit[] {
    const text = this.#text;
    if (map.pairs.every((pair) => gone.has(pair))) {
      return [{ start: map.pairs[0]?.key.start ?? map.start, end: endOfNode(text, map), text: '{}' }];
    }
    const edits: TextEdit[] = [];
    for (let i = 0; i < map.pairs.length; i++) {
      const pair = map.pairs[i] as YamlPair;
      if (!gone.has(pair)) continue;
      const start = lineStart(text, pair.key.start);
      const beginsLine = text.slice(start, pair.key.start).trim() === '';
      if (beginsLine) {
        edits.push(this.#wholeLines(start, endOfPair(text, pair)));
        continue;
      }
      // On the line of its dash: the next pair that stays moves up to it.
      let next = i + 1;
      while (gone.has(map.pairs[next])) next++;
      const follower = map.pairs[next];
      const before = map.pairs[i - 1];
      if (follower !== undefined) edits.push({ start: pair.key.start, end: follower.key.start, text: '' });
      // Only text that is damaged has one pair behind another on a line.
      else if (before !== undefined) {
        edits.push({ start: endOfPair(text, before), end: endOfPair(text, map.pairs.at(-1) as YamlPair), text: '' });
      }
      i = next - 1;
    }
    return edits;
  }

  #removeItems(sequence: YamlSequence, gone: ReadonlySet<YamlNode | null>): TextEdit[] {
    const text = this.#text;
    const items = sequence.items.filter((item) => item !== null);
    if (items.every((item) => gone.has(item))) {
      const first = items[0] as YamlNode;
      return [{ start: dashOf(text, first), end: endOfNode(text, sequence), text: '[]' }];
    }
    return items
      .filter((item) => gone.has(item))
      .map((item) => this.#wholeLines(lineStart(text, dashOf(text, item)), endOfNode(text, item)));
  }

  /** The lines from `start` to the one that holds `end`, with their line break; the break before them where the text ends there. */
  #wholeLines(start: number, end: number): TextEdit {
    const text = this.#text;
    const after = nextLine(text, end);
    if (after === text.length && !text.endsWith('\n') && start > 0)
      return {
        start: lineEnd(text, start - 1) === start - 1 ? previousLineEnd(text, start) : start,
        end: after,
        text: '',
      };
    return { start, end: after, text: '' };
  }

  #removeFromFlow<T extends YamlPair | YamlNode | null>(
    collection: YamlMap | YamlSequence,
    entries: readonly T[],
    gone: ReadonlySet<unknown>,
  ): TextEdit[] {
    const text = this.#text;
    const startOf = (entry: T): number =>
      entry !== null && 'key' in entry ? entry.key.start : (entry as YamlNode).start;
    const endOf = (entry: T): number =>
      entry !== null && 'key' in entry ? endOfPair(text, entry) : (entry as YamlNode).end;
    if (entries.every((entry) => gone.has(entry)))
      return [{ start: collection.start + 1, end: collection.end - 1, text: '' }];
    const edits: TextEdit[] = [];
    for (let i = 0; i < entries.length; i++) {
      if (!gone.has(entries[i])) continue;
      let last = i;
      while (last + 1 < entries.length && gone.has(entries[last + 1])) last++;
      const next = entries[last + 1];
      if (next !== undefined) edits.push({ start: startOf(entries[i] as T), end: startOf(next), text: '' });
      else edits.push({ start: endOf(entries[i - 1] as T), end: endOf(entries[last] as T), text: '' });
      i = last;
    }
    return edits;
  }

  // Replacing

  #replace(field: Field, value: YamlValue): TextEdit {
    const { pair } = field;
    const written = pair?.value ?? (pair === undefined ? (field.node ?? null) : null);
    if (written === null) {
      const at = pair === undefined ? 0 : afterColon(this.#text, pair);
      const isBlock = !isCollection(value) && !this.#inFlow(field);
      return insert(at, ` ${isBlock ? renderScalar(value, false) : this.#inline(value)}`);
    }
    if (!isCollection(value) && written.kind === 'scalar' && written.style !== 'block') {
      return {
        start: written.start,
        end: written.end,
        text: this.#sameQuotes(value, written.style, this.#inFlow(field)),
      };
    }
    const end = endOfNode(this.#text, written);
    if (pair === undefined || this.#inFlow(field)) return { start: written.start, end, text: this.#inline(value) };
    const name = this.#renamed.get(field.path)?.to ?? (typeof field.key === 'string' ? field.key : '');
    this.#renamed.delete(field.path);
    return {
      start: pair.key.start,
      end,
      text: this.#indented(renderPair(name, value, this.#style), columnOf(this.#text, pair.key.start)),
    };
  }

  #sameQuotes(value: string | number | boolean | null, style: string, inFlow: boolean): string {
    if (typeof value === 'string' && style === 'single' && !value.includes("'")) return `'${value}'`;
    if (typeof value === 'string' && style === 'double') return JSON.stringify(value);
    return inFlow ? this.#inline(value) : renderScalar(value, this.#style.json);
  }

  #renderedKey(key: string, written: YamlNode): string {
    return written.kind === 'scalar' ? this.#sameQuotes(key, written.style, false) : renderKey(key, this.#style.json);
  }

  #inline(value: YamlValue): string {
    return renderFlow(value, this.#style.json);
  }

  #inFlow(field: Field): boolean {
    for (let at = field.parent; at !== undefined; at = at.parent)
      if (at.node !== undefined && 'flow' in at.node && at.node.flow) return true;
    return this.#style.json;
  }

  // Writing what is missing

  #insert({ into, values, after }: Insertion): TextEdit[] {
    const map = into.node?.kind === 'map' ? into.node : undefined;
    if (map === undefined) return this.#fillEmptyKey(into, Object.fromEntries(values));
    if (map.flow) return this.#insertIntoFlow(map, values);
    const byPlace = new Map<number, string[]>();
    const column = columnOf(this.#text, (map.pairs[0] as YamlPair).key.start);
    for (const [key, value] of values) {
      const at = this.#placeFor(map, after.get(key) ?? []);
      const lines = renderPair(key, value, this.#style);
      byPlace.set(at, [...(byPlace.get(at) ?? []), ...lines]);
    }
    return [...byPlace].map(([at, lines]) =>
      insert(at, this.#eol + ' '.repeat(column) + this.#indented(lines, column)),
    );
  }

  /** End of the line after which a new key goes: behind the last of the named keys that is there, else behind all. */
  #placeFor(map: YamlMap, after: readonly string[]): number {
    const gone = new Set([...this.#removed.values()].map((field) => field.pair));
    const staying = map.pairs.filter((pair) => !gone.has(pair));
    const last = (staying.at(-1) ?? map.pairs.at(-1)) as YamlPair;
    const follows =
      after.length === 0
        ? last
        : (staying.findLast((pair) => pair.name !== undefined && after.includes(pair.name)) ?? last);
    return lineEnd(this.#text, endOfPair(this.#text, follows));
  }

  #insertIntoFlow(map: YamlMap, values: ReadonlyMap<string, YamlValue>): TextEdit[] {
    const text = this.#text;
    const { json } = this.#style;
    const pairs = [...values].map(([key, value]) => ({ key: renderFlow(key, json), value }));
    const last = map.pairs.at(-1);
    if (last === undefined) {
      return [{ start: map.start, end: map.end, text: renderFlow(Object.fromEntries(values), json) }];
    }
    const at = endOfPair(text, last);
    const comma = /^\s*,/.exec(text.slice(at, map.end));
    if (!isMultiLine(text, map) || lineStart(text, last.key.start) === lineStart(text, map.start)) {
      const written = pairs.map(({ key, value }) => `${key}: ${renderFlow(value, json)}`).join(', ');
      return [comma === null ? insert(at, `, ${written}`) : insert(at + comma[0].length, ` ${written}`)];
    }
    const indent = columnOf(text, last.key.start);
    const pad = this.#eol + ' '.repeat(indent);
    const written = pairs.map(({ key, value }) => `${key}: ${this.#flowLines(value, indent)}`).join(`,${pad}`);
    return [comma === null ? insert(at, `,${pad}${written}`) : insert(at + comma[0].length, `${pad}${written}`)];
  }

  /** A value in flow style, each entry of a collection on its own line, as pretty-printed JSON has it. */
  #flowLines(value: YamlValue, indent: number): string {
    if (!isCollection(value)) return this.#inline(value);
    return JSON.stringify(value, null, this.#style.step)
      .split('\n')
      .join(this.#eol + ' '.repeat(indent));
  }

  #fillEmptyKey(field: Field, value: { readonly [key: string]: YamlValue }): TextEdit[] {
    const pair = field.pair;
    if (pair === undefined) return [insert(0, this.#indented(renderBlock(value, this.#style), 0) + this.#eol)];
    const from = afterColon(this.#text, pair);
    if (this.#inFlow(field)) return [{ start: from, end: pair.value?.end ?? from, text: ` ${this.#inline(value)}` }];
    const column = columnOf(this.#text, pair.key.start) + this.#style.step;
    const edits: TextEdit[] = pair.value === null ? [] : [{ start: from, end: pair.value.end, text: '' }];
    const at = lineEnd(this.#text, pair.value?.end ?? from);
    return [
      ...edits,
      insert(at, this.#eol + ' '.repeat(column) + this.#indented(renderBlock(value, this.#style), column)),
    ];
  }

  #appendTo(list: YamlSequence, values: readonly YamlValue[]): TextEdit[] {
    const text = this.#text;
    const last = list.items.findLast((item) => item !== null);
    if (list.flow) {
      const like = (value: YamlValue): string =>
        last?.kind === 'scalar' && typeof value === 'string'
          ? this.#sameQuotes(value, last.style, true)
          : this.#inline(value);
      const written = values.map(like).join(', ');
      if (last === undefined || last === null) return [{ start: list.start, end: list.end, text: `[${written}]` }];
      if (isMultiLine(text, list) && lineStart(text, last.start) !== lineStart(text, list.start)) {
        const pad = this.#eol + ' '.repeat(columnOf(text, last.start));
        return [insert(last.end, `,${pad}${values.map(like).join(`,${pad}`)}`)];
      }
      return [insert(last.end, `, ${written}`)];
    }
    if (last === undefined || last === null) return [];
    const column = columnOf(text, dashOf(text, last));
    const at = lineEnd(text, endOfNode(text, last));
    return [insert(at, this.#eol + ' '.repeat(column) + this.#indented(renderBlock(values, this.#style), column))];
  }

  #newDocument(body: string): TextEdit {
    const text = this.#text;
    const before = text === '' || text.endsWith('\n') ? '' : this.#eol;
    const written = `---\n${body.trim()}\n`.replaceAll('\n', this.#eol);
    return insert(text.length, before + written);
  }

  /** Joins lines; all but the first get `column` blanks in front. */
  #indented(lines: readonly string[], column: number): string {
    return lines.join(this.#eol + ' '.repeat(column));
  }
}

function previousLineEnd(text: string, start: number): number {
  const end = start - 1;
  return text[end - 1] === '\r' ? end - 1 : end;
}

/** Insertions at one place become one edit, in the order they were asked for. */
function joined(edits: readonly TextEdit[]): TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of edits) {
    const twin =
      edit.start === edit.end ? result.findIndex((known) => known.start === edit.start && known.end === edit.end) : -1;
    if (twin >= 0) result[twin] = insert(edit.start, (result[twin] as TextEdit).text + edit.text);
    else result.push(edit);
  }
  return result.sort((a, b) => a.start - b.start || a.end - b.end);
}

function isCollection(value: YamlValue): value is readonly YamlValue[] | { readonly [key: string]: YamlValue } {
  return typeof value === 'object' && value !== null;
}

function isObject(value: YamlValue): value is { readonly [key: string]: YamlValue } {
  return isCollection(value) && !Array.isArray(value);
}

/** Two wishes for one missing key: maps are united, lists are joined, and of two scalars the later one wins. */
function combined(known: YamlValue | undefined, wanted: YamlValue): YamlValue {
  if (known === undefined) return wanted;
  if (isObject(known) && isObject(wanted)) {
    const result: Record<string, YamlValue> = { ...known };
    for (const [key, value] of Object.entries(wanted)) result[key] = combined(result[key], value);
    return result;
  }
  if (Array.isArray(known) && Array.isArray(wanted)) {
    const seen = new Set(known.map((item) => JSON.stringify(item)));
    return [...known, ...wanted.filter((item) => !seen.has(JSON.stringify(item)))];
  }
  return wanted;
}

/** Lines that go behind lines which are taken away go behind what stays above those. */
function clearOf(removals: readonly TextEdit[], edit: TextEdit, text: string): TextEdit {
  let at = edit.start;
  for (
    let hit = removals.find((gone) => gone.start <= at && at < gone.end);
    hit !== undefined;
    hit = removals.find((gone) => gone.start <= at && at < gone.end)
  ) {
    if (edit.end !== edit.start || hit.start === 0 || lineStart(text, hit.start) !== hit.start) return edit;
    at = lineEnd(text, lineStart(text, hit.start - 1));
  }
  return at === edit.start ? edit : insert(at, edit.text);
}
