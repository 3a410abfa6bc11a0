/** Paths with dots, such as `spec.containers.[name=web].image`, to the values they lead to. Sources: kyaml/yaml/match.go and kyaml/utils. */
import { KustomizeError } from './errors.ts';
import { splitPath } from './field-spec.ts';
import { at, isNullNode, listNode, mapNode, type Node, plainNode, textNode } from './node.ts';
import { matches } from './select.ts';

/** A value, and how another one is put in its place. */
export interface Slot {
  readonly node: Node;
  readonly set: (node: Node) => void;
}

/** Keys of a path; `[a.b]` is one key, `[name=value]` stays in its brackets. */
export function keysOf(path: string): readonly string[] {
  const keys: string[] = [];
  let open: string[] | undefined;
  const close = (parts: readonly string[]): void => {
    const key = parts.join('.');
    keys.push(key.includes('=') ? key : withoutBrackets(key));
  };
  for (const part of splitPath(path, '.')) {
    if (open !== undefined) {
      open.push(part);
      if (!part.endsWith(']')) continue;
      close(open);
      open = undefined;
    } else if (part.startsWith('[') && !part.endsWith(']')) open = [part];
    else keys.push(part);
  }
  if (open !== undefined) close(open);
  return keys;
}

function withoutBrackets(key: string): string {
  let [start, end] = [0, key.length];
  while (start < end && '[]'.includes(key[start] ?? '')) start++;
  while (end > start && '[]'.includes(key[end - 1] ?? '')) end--;
  return key.slice(start, end);
}

const isCondition = (key: string): boolean => key.startsWith('[') && key.endsWith(']');
const isIndex = (key: string): boolean => /^\d+$/.test(key);

function conditionOf(key: string): readonly [field: string, value: string] {
  const inside = key.slice(1, -1);
  const cut = inside.indexOf('=');
  if (cut < 0) throw new KustomizeError(`${key} has to be [field=value]`);
  return [inside.slice(0, cut), inside.slice(cut + 1)];
}

/** The one value that a path leads to. */
export function lookUp(node: Node, keys: readonly string[]): Node | undefined {
  let found: Node | undefined = node;
  for (const key of keys.map((one) => one.trim()).filter((one) => one !== '')) {
    if (found === undefined || isNullNode(found)) return undefined;
    if (isIndex(key)) found = found.kind === 'list' ? found.items[Number(key)] : undefined;
    else if (key === '-') found = found.kind === 'list' ? found.items.at(-1) : undefined;
    else if (isCondition(key)) {
      const [field, value] = conditionOf(key);
      const items: readonly Node[] = found.kind === 'list' ? found.items : [];
      found = items.find((item) => {
        const own = field === '' ? item : at(item, field);
        return own?.kind === 'scalar' && own.text === value;
      });
    } else found = at(found, key);
  }
  return found;
}

/**
 * All values that a path leads to; `*` stands for all items, and what stands behind `=` is an expression.
 * @param create the kind of what is made where the path ends in nothing; nothing is, where it is undefined.
 */
export function slotsAt(slot: Slot, keys: readonly string[], create: Node['kind'] | undefined): readonly Slot[] {
  const [key, ...rest] = keys;
  if (key === undefined) return [slot];
  const { node } = slot;
  if (isIndex(key)) return slotsAtIndex(node, Number(key), rest, create);
  if (isCondition(key)) return slotsWhere(node, key, rest, create);
  if (key === '*') return itemSlots(node).flatMap((item) => slotsAt(item, rest, create));
  if (node.kind !== 'map') {
    if (isNullNode(node)) return [];
    throw new KustomizeError(`${key} is no field of a ${node.kind}`);
  }
  const { entries } = node;
  let value = entries.get(key);
  if (value === undefined || (isNullNode(value) && create !== undefined)) {
    if (create === undefined) return [];
    value = made(rest[0], create);
    entries.set(key, value);
  }
  return slotsAt({ node: value, set: (now) => void entries.set(key, now) }, rest, create);
}

function made(next: string | undefined, create: Node['kind']): Node {
  const kind = next === undefined ? create : isCondition(next) || isIndex(next) ? 'list' : 'map';
  return kind === 'map' ? mapNode() : kind === 'list' ? listNode() : plainNode('');
}

function itemSlots(node: Node): readonly Slot[] {
  if (node.kind !== 'list') throw new KustomizeError(`a ${node.kind} stands where a list has to be`);
  return node.items.map((item, index) => ({
    node: item,
    set: (now) => {
      node.items[index] = now;
    },
  }));
}

function slotsAtIndex(
  node: Node,
  index: number,
  rest: readonly string[],
  create: Node['kind'] | undefined,
): readonly Slot[] {
  if (node.kind === 'list' && node.items.length === index && create !== undefined)
    node.items.push(made(rest[0], create));
  const item = itemSlots(node)[index];
  if (item === undefined) throw new KustomizeError(`there is no item ${index}`);
  return slotsAt(item, rest, create);
}

function slotsWhere(
  node: Node,
  key: string,
  rest: readonly string[],
  create: Node['kind'] | undefined,
): readonly Slot[] {
  const [field, value] = conditionOf(key);
  const isMeant = ({ node: item }: Slot): boolean => {
    const own = field === '' ? item : at(item, field);
    return own?.kind === 'scalar' && matches(`[\\s\\S]*(?:${value})[\\s\\S]*`, own.text.trim());
  };
  let found = itemSlots(node).filter(isMeant);
  if (found.length === 0 && create !== undefined && node.kind === 'list') {
    const item = field === '' ? textNode(value) : mapNode();
    if (item.kind === 'map') item.entries.set(field, plainNode(value));
    node.items.push(item);
    found = itemSlots(node).filter(isMeant);
  }
  return found.flatMap((item) => (field === '' ? [item] : slotsAt(item, rest, create)));
}
