/**
 * The law of fixes: what they make of a document differs from it in exactly what they declare, as another parser than ours reads it; and every comment still
 * speaks of what it spoke of. Both throw an assertion that says what broke.
 */
import assert from 'node:assert/strict';
import * as JsYaml from 'js-yaml';
import type { Change } from '../../rules/yaml/change.ts';
import type { Field } from '../../rules/yaml/field.ts';
import type { Comment } from './generate/print.ts';

type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };

/** A document as JavaScript values, read by a parser that the product does not contain. */
export function readByAnother(text: string): Json {
  return /^\s*[{[]/.test(text) ? (JSON.parse(text) as Json) : (JsYaml.load(text) as Json);
}

/** For what is asked of one text again and again: the text before is held against many after it. */
export function remembering<T>(read: (text: string) => T): (text: string) => T {
  let known: { readonly text: string; readonly made: T } | undefined;
  return (text) => {
    if (known?.text !== text) known = { text, made: read(text) };
    return known.made;
  };
}

const readBefore = remembering(readByAnother);

/** @param changes undefined where a fix is text alone, which declares nothing that could be checked. */
export function assertOnlyDeclared(before: string, after: string, changes: readonly Change[]): void {
  const inPlace = changes.filter(({ kind }) => kind !== 'document');
  assert.deepEqual(
    readByAnother(after),
    changed(readBefore(before), inPlace),
    `more or less is changed than declared:\n${after}`,
  );
}

const gone = Symbol('gone');
type Holder = { [key: string | number]: unknown };

/** What changes make of a value: our own reading of `Change`, without the code that writes text. */
function changed(root: Json, changes: readonly Change[]): unknown {
  const top: Holder = { root: copied(root) };
  const renames: [Holder, string, string][] = [];
  for (const change of changes) {
    if (change.kind === 'document') continue;
    const keys = ['root', ...keysOf(change.field)];
    const key = keys.pop() as string | number;
    const holder = holderOf(top, keys, change.kind === 'set' || change.kind === 'append');
    if (holder === undefined) continue;
    if (change.kind === 'set') holder[key] = union(holder[key], change.value, change.field);
    else if (change.kind === 'append') {
      const list = (holder[key] ?? []) as unknown[];
      if (!list.slice(change.field.items.length).some((item) => JSON.stringify(item) === JSON.stringify(change.value)))
        list.push(copied(change.value));
      holder[key] = list;
    } else if (change.kind === 'rename') renames.push([holder, String(key), change.to]);
    else if (Object.hasOwn(holder, key)) holder[key] = gone;
  }
  for (const [holder, from, to] of renames) {
    holder[to] = holder[from];
    delete holder[from];
  }
  return swept(top['root'], true);
}

/** A key that is missing or null is filled by several changes together. */
function union(known: unknown, wanted: unknown, field: Field): unknown {
  const isFilled = field.state === 'absent' || field.state === 'null';
  if (!isFilled || !isPlainMap(known) || !isPlainMap(wanted)) return copied(wanted);
  return { ...known, ...(copied(wanted) as Holder) };
}

/** Many times as fast as structuredClone, for trees of plain values. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  return isPlainMap(value)
    ? Object.fromEntries(Object.entries(value).map(([key, below]) => [key, copied(below)]))
    : value;
}

const isPlainMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function keysOf(field: Field): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let at: Field | undefined = field; at?.key !== undefined; at = at.parent) keys.unshift(at.key);
  return keys;
}

function holderOf(top: Holder, keys: readonly (string | number)[], creates: boolean): Holder | undefined {
  let at: Holder = top;
  for (const key of keys) {
    if ((at[key] === undefined || at[key] === null) && creates) at[key] = {};
    const below = at[key];
    if (typeof below !== 'object' || below === null) return undefined;
    at = below as Holder;
  }
  return at;
}

/** Without what is gone; a collection that lost everything goes as well, unless it is an item of a list. */
function swept(value: unknown, isItem: boolean): unknown {
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every((item) => item === gone)) return isItem ? [] : gone;
    const items = value.filter((item) => item !== gone).map((item) => swept(item, true));
    return items;
  }
  if (!isPlainMap(value)) return value;
  const entries = Object.entries(value).map(([key, below]): [string, unknown] => [
    key,
    below === gone ? gone : swept(below, false),
  ]);
  if (entries.length > 0 && entries.every(([, below]) => below === gone)) return isItem ? {} : gone;
  return Object.fromEntries(entries.filter(([, below]) => below !== gone));
}

/** Every comment that is left speaks of what it spoke of; one that is gone went with an entry that a change removes or writes anew. */
export function assertCommentsStay(
  before: string,
  after: string,
  comments: readonly Comment[],
  changes: readonly Change[],
): void {
  if (comments.length === 0) return;
  const [old, made] = [outlineBefore(before), outline(after)];
  const touched = changes.flatMap((change) =>
    change.kind === 'remove' || change.kind === 'set'
      ? [keysOf(change.field).map((key) => (typeof key === 'number' ? `-${key}` : key))]
      : [],
  );
  for (const { id, kind } of comments) {
    const was = subjectOf(old, id, kind);
    const is = subjectOf(made, id, kind);
    assert.ok(was !== undefined, `the comment ${id} is not in the text`);
    // At the top it may speak of the whole document, whatever its first key becomes.
    if (kind === 'above' && was === old.find(({ comment }) => !comment)?.head && is !== undefined) continue;
    // An empty item that is filled begins with its first key.
    const filled = /^(.*)\.=\{\}/.exec(was)?.[1];
    if (is !== undefined && filled !== undefined && kind === 'behind')
      assert.ok(asPlace(is).startsWith(asPlace(filled)), `the comment ${id} wandered:\n${after}`);
    else if (is !== undefined) assert.equal(asPlace(is), asPlace(was), `the comment ${id} wandered:\n${after}`);
    else {
      const entry = was.replace(/^above |\.=.*$/g, '').split('.');
      const isTouched = touched.some((keys) => keys.every((key, i) => entry[i] === undefined || entry[i] === key));
      assert.ok(isTouched, `the comment ${id} is lost, and ${was} is still there:\n${after}`);
    }
  }
}

/** Items count differently once others are gone, and a text of a list may become another one. */
const asPlace = (subject: string): string => subject.replaceAll(/\.-\d+/g, '.-').replace(/=.*$/, '=');

interface Line {
  readonly text: string;
  readonly comment: boolean;
  readonly column: number;
  /** Keys and dashes from the top to the innermost entry of the line. */
  readonly chain: string;
  /** The same up to the outermost entry that begins on the line. */
  readonly head: string;
  /** The chain of each block that is open on the line, by the column of its entries; half a column more for dashes. */
  readonly open: ReadonlyMap<number, string>;
}

const outlineBefore = remembering(outline);

/** What can be said of each line of block YAML by its columns alone. */
function outline(text: string): Line[] {
  const stack: { column: number; name: string; items: number }[] = [];
  return text.split(/\r?\n/).flatMap((line): Line[] => {
    const column = line.search(/\S/);
    if (column < 0) return [];
    const comment = line[column] === '#';
    let head: string | undefined;
    if (!comment) {
      let at = column;
      for (let rest = line.slice(at); ; ) {
        const dash = /^-( +|$)/.exec(rest);
        const name =
          dash === null
            ? (/^(?:"([^"]*)"|'([^']*)'|([^\s:{["']+)):/.exec(rest)?.slice(1).find(Boolean) ?? `=${rest.trim()}`)
            : '-';
        // A dash may stand in the column of the key that its list belongs to.
        const place = dash === null ? at : at + 0.5;
        let items = 0;
        for (let top = stack.at(-1); top !== undefined && top.column >= place; top = stack.at(-1)) {
          if (top.column === place && top.name.startsWith('-')) items = top.items + 1;
          stack.pop();
        }
        stack.push({ column: place, name: name === '-' ? `-${items}` : name, items });
        head ??= chainOf(stack);
        if (dash === null || rest.length === dash[0].length) break;
        at += dash[0].length;
        rest = line.slice(at);
      }
    }
    const open = new Map<number, string>();
    for (let i = 0; i < stack.length; i++)
      open.set((stack[i] as { column: number }).column, chainOf(stack.slice(0, i)));
    return [{ text: line, comment, column, chain: chainOf(stack), head: head ?? '', open }];
  });
}

const chainOf = (stack: readonly { readonly name: string }[]): string => stack.map(({ name }) => name).join('.');

/** What a comment speaks of, as text; undefined where it is not there. */
function subjectOf(lines: readonly Line[], id: string, kind: Comment['kind']): string | undefined {
  const word = new RegExp(`\\b${id}\\b`);
  const at = lines.findIndex(({ text, column }) => text.includes('#', column) && word.test(text));
  const line = lines[at];
  if (line === undefined) return undefined;
  if (kind === 'behind') return line.chain;
  const next = lines.slice(at + 1).find(({ comment }) => !comment);
  if (kind === 'above') return next?.head ?? 'the end';
  const isEntry =
    next !== undefined &&
    next.column >= line.column &&
    !(next.column === line.column && /# -/.test(line.text) && !next.text.trim().startsWith('-'));
  const before = lines.slice(0, at).findLast(({ comment }) => !comment);
  if (isEntry) return `above ${next.head}`;
  const places = /# -/.test(line.text) ? [line.column + 0.5] : [line.column, line.column + 0.5];
  return places.map((place) => before?.open.get(place)).find((chain) => chain !== undefined) ?? 'another block';
}
