/** Puts items into lists in which values of keys tell them apart. Source: kyaml/yaml, ElementSetter and `appendListNode`. */
import { isMissing, type ListNode, type Node } from './node.ts';

/**
 * Replaces the items that have the values, or appends one where none has; those that are empty are dropped.
 * @param item undefined: those that have the values are taken out. @param keys the empty text alone: items are texts.
 * @param values of the keys, in order; without any, no other item is left.
 */
export function setItem(
  list: ListNode,
  item: Node | undefined,
  keys: readonly string[],
  values: readonly string[],
): void {
  const kept: Node[] = [];
  let isFound = false;
  const isByField = keys[0] !== '' && values.length > 0 && values[0] !== '';
  for (const one of list.items) {
    if (isMissing(one) || (one.kind === 'map' && one.entries.size === 0)) continue;
    if (isByField && one.kind !== 'map') kept.push(one);
    else if (values.length > 0 && keys.every((key, at) => at >= values.length || has(one, key, values[at] ?? ''))) {
      isFound = true;
      if (item !== undefined) kept.push(item);
    } else if (values.length > 0) kept.push(one);
  }
  if (item !== undefined && !isFound) kept.push(item);
  list.items = kept;
}

/** @param value the empty text is any. */
function has(item: Node, key: string, value: string): boolean {
  if (key === '') return item.kind === 'scalar' && item.text === value;
  const field = item.kind === 'map' ? item.entries.get(key) : undefined;
  return field !== undefined && (value === '' || (field.kind === 'scalar' && field.text === value));
}

/** Puts an item of one list into another one, by its own values. */
export function setItemOf(list: ListNode, item: Node, keys: readonly string[]): void {
  if (keys[0] === '') {
    setItem(list, item, keys, [item.kind === 'scalar' ? item.text : '']);
    return;
  }
  const values: string[] = [];
  for (const key of keys) {
    const field = item.kind === 'map' ? item.entries.get(key) : undefined;
    if (field === undefined) list.items.push(item);
    else values.push(field.kind === 'scalar' ? field.text : '');
  }
  if (keys.length > 1) setItem(list, undefined, keys, values);
  setItem(list, item, keys, values);
}
