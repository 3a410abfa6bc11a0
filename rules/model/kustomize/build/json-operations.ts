/** JSON patches on nodes. Sources: RFC 6902, and gopkg.in/evanphx/json-patch.v4, which Kustomize uses: an index may count from the end. */
import { KustomizeError } from './errors.ts';
import {
  at,
  clone,
  itemsAt,
  jsonOf,
  type ListNode,
  listNode,
  type MapNode,
  type Node,
  nodeOfJson,
  textAt,
} from './node.ts';

/** @param operations a list of maps. @returns the object as it is then. @throws KustomizeError where one leads nowhere. */
export function operated(object: MapNode, operations: Node): Node {
  const root = listNode([object]);
  for (const operation of itemsAt(listNode([operations]).items[0])) apply(root, operation);
  const [result] = root.items;
  if (result === undefined) throw new KustomizeError('a JSON patch removes the whole object');
  return result;
}

function apply(root: ListNode, operation: Node): void {
  const [op, path, from] = ['op', 'path', 'from'].map((key) => textAt(operation, key));
  if (path === undefined) throw new KustomizeError('an operation of a JSON patch has no path');
  const value = (): Node => clone(at(operation, 'value') ?? nodeOfJson(null));
  switch (op) {
    case 'add':
      placeOf(root, path).add(value());
      return;
    case 'replace':
      placeOf(root, path).replace(value());
      return;
    case 'remove':
      placeOf(root, path).remove();
      return;
    case 'test': {
      const found = placeOf(root, path).read() ?? nodeOfJson(null);
      if (!isSame(found, value())) throw new KustomizeError(`the test of a JSON patch fails at ${path}`);
      return;
    }
    case 'move':
    case 'copy': {
      const source = placeOf(root, from ?? '');
      const moved = source.read();
      if (moved === undefined) throw new KustomizeError(`a JSON patch ${op}s what is not there: ${from}`);
      const copy = clone(moved);
      if (op === 'move') source.remove();
      placeOf(root, path).add(copy);
      return;
    }
    default:
      throw new KustomizeError(`a JSON patch has an unknown operation: ${op ?? 'none'}`);
  }
}

interface Place {
  readonly read: () => Node | undefined;
  readonly add: (value: Node) => void;
  readonly replace: (value: Node) => void;
  readonly remove: () => void;
}

function placeOf(root: ListNode, path: string): Place {
  const keys =
    path === ''
      ? []
      : path
          .split('/')
          .slice(1)
          .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const missing = new KustomizeError(`a JSON patch leads to what is not there: ${path}`);
  const last = keys.pop();
  if (last === undefined) return placeIn(root, '0', missing);
  let node: Node | undefined = root.items[0];
  for (const key of keys) node = node === undefined ? undefined : below(node, key);
  if (node === undefined || node.kind === 'scalar') throw missing;
  return node.kind === 'map' ? placeAt(node, last, missing) : placeIn(node, last, missing);
}

const below = (node: Node, key: string): Node | undefined =>
  node.kind === 'map' ? node.entries.get(key) : node.kind === 'list' ? node.items[indexIn(node, key)] : undefined;

/** NaN for what is no index; `-` is the place behind the last item. */
function indexIn({ items }: ListNode, key: string): number {
  if (key === '-') return items.length;
  if (!/^-?\d+$/.test(key)) return Number.NaN;
  const index = Number(key);
  return index < 0 ? items.length + index : index;
}

/** What is replaced need not be there (`partialDoc.get` of the package). */
function placeAt({ entries }: MapNode, key: string, missing: Error): Place {
  const set = (value: Node): void => void entries.set(key, value);
  return {
    read: () => entries.get(key),
    add: set,
    replace: set,
    remove: () => {
      if (!entries.delete(key)) throw missing;
    },
  };
}

function placeIn(list: ListNode, key: string, missing: Error): Place {
  const index = indexIn(list, key);
  const demand = (most: number): void => {
    if (!(index >= 0 && index <= most)) throw missing;
  };
  return {
    read: () => list.items[index],
    add: (value) => {
      // A negative index counts in the list as it is with the new item.
      const place = key.startsWith('-') && key !== '-' ? index + 1 : index;
      if (!(place >= 0 && place <= list.items.length)) throw missing;
      list.items.splice(place, 0, value);
    },
    replace: (value) => {
      demand(list.items.length - 1);
      list.items[index] = value;
    },
    remove: () => {
      demand(list.items.length - 1);
      list.items.splice(index, 1);
    },
  };
}

function isSame(a: Node, b: Node): boolean {
  if (a.kind === 'scalar' || b.kind === 'scalar') return a.kind === b.kind && jsonOf(a) === jsonOf(b);
  if (a.kind === 'list')
    return (
      b.kind === 'list' &&
      a.items.length === b.items.length &&
      a.items.every((one, i) => isSame(one, b.items[i] ?? one))
    );
  return (
    b.kind === 'map' &&
    a.entries.size === b.entries.size &&
    [...a.entries].every(([key, one]) => {
      const other = b.entries.get(key);
      return other !== undefined && isSame(one, other);
    })
  );
}
