/** Files as objects: lists are opened, and every object has to have a kind and a name. Source: api/resource/factory.go. */
import { KustomizeError } from './errors.ts';
import { at, isEmpty, isNullNode, type MapNode, type Node, textAt } from './node.ts';
import { readNodes } from './read.ts';
import { Resource } from './resource.ts';

/** @param path for messages and origins; empty for text that is in no file. @throws KustomizeError where one is no object. */
export function resourcesIn(text: string, path: string): readonly Resource[] {
  const open: Node[] = readNodes(text, path).filter((node) => !isEmpty(node));
  const found: Resource[] = [];
  for (let node = open.shift(); node !== undefined; node = open.shift()) {
    const object = checked(node, path);
    const items = at(object, 'items');
    if (textAt(object, 'kind')?.endsWith('List') === true && items !== undefined) {
      if (items.kind === 'list') open.push(...items.items.filter((item) => !isEmpty(item)));
      else if (!isNullNode(items)) throw new KustomizeError(`items of a list are no list${within(path)}`);
    } else found.push(new Resource(object));
  }
  return found;
}

const within = (path: string): string => (path === '' ? '' : ` in ${path}`);

function checked(node: Node, path: string): MapNode {
  if (node.kind !== 'map') throw new KustomizeError(`there is no object${within(path)}`);
  const kind = textAt(node, 'kind') ?? '';
  if (kind === '') throw new KustomizeError(`an object has no kind${within(path)}`);
  if (!kind.endsWith('List') && (textAt(node, 'metadata', 'name') ?? '') === '')
    throw new KustomizeError(`an object has no name${within(path)}`);
  return node;
}

/** @returns the list of operations of a JSON patch; undefined for another patch. */
export function operationsIn(text: string, path: string): Node | undefined {
  // What begins as JSON has to be JSON, though it may be YAML.
  if (text.startsWith('[') && !isJson(text)) throw new KustomizeError(`a JSON patch is no JSON${within(path)}`);
  const [first] = readNodes(text, path, 'booleans');
  return first?.kind === 'list' ? first : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
