/** `$(NAME)` for values of other objects, which replacements came after. Source: api/filters/refvar. */
import type { FieldSpec } from '../../../data/kustomize-fields.ts';
import type { ScalarValue } from '../../../yaml/scalar.ts';
import { KustomizeError } from './errors.ts';
import { changeFields } from './field-spec.ts';
import { effectiveNamespace, gvkOf, type Id, isClusterScoped, sameKind } from './identity.ts';
import { at, jsonOf, type Node, nodeOfJson, textAt } from './node.ts';
import { keysOf, lookUp } from './paths.ts';
import type { Resources } from './resources.ts';

/** An entry of `vars` by its name. */
export type Variables = ReadonlyMap<string, Node>;

/** Notes on its object that a variable reads from it. @throws KustomizeError where it may be one of several. */
export function noteVariable(resources: Resources, name: string, variable: Node): void {
  const object = at(variable, 'objref');
  const kind = textAt(object, 'kind') ?? '';
  const said = gvkOf(textAt(object, 'apiVersion') ?? '', kind);
  const id: Id = {
    group: said.group || (textAt(object, 'group') ?? ''),
    version: said.version || (textAt(object, 'version') ?? ''),
    kind,
    name: textAt(object, 'name') ?? '',
    namespace: textAt(object, 'namespace') ?? '',
  };
  const isPlaced = id.namespace !== '' || isClusterScoped(id);
  const found = resources.all.filter((resource) =>
    resource.allIds.some(
      (own) =>
        own.name === id.name && sameKind(own, id) && (!isPlaced || effectiveNamespace(own) === effectiveNamespace(id)),
    ),
  );
  if (found.length > 1) throw new KustomizeError(`the variable ${name} may read from several objects`);
  found[0]?.variables.push(name);
}

/** Puts values in the place of variables. @throws KustomizeError where an object has no such field. */
export function resolveVariables(resources: Resources, variables: Variables, specs: readonly FieldSpec[]): void {
  if (variables.size === 0) return;
  const values = new Map<string, ScalarValue>();
  for (const [name, variable] of variables) values.set(name, valueOf(resources, name, variable));
  for (const resource of resources.all) changeFields(resource, specs, { change: (node) => replaced(node, values) });
}

function valueOf(resources: Resources, name: string, variable: Node): ScalarValue {
  const from = resources.all.find((resource) => resource.variables.includes(name));
  if (from === undefined) throw new KustomizeError(`the variable ${name} reads from no object`);
  const path =
    textAt(variable, 'fieldref', 'fieldPath') ?? textAt(variable, 'fieldref', 'fieldpath') ?? 'metadata.name';
  const keys = keysOf(path).flatMap((key) => {
    const indexed = /^([^[\]]+)\[(\d+)\]$/.exec(key);
    return indexed === null ? [key] : [indexed[1] ?? '', indexed[2] ?? ''];
  });
  const found = lookUp(from.node, keys);
  if (found === undefined) throw new KustomizeError(`the variable ${name} reads what is not there: ${path}`);
  const value = jsonOf(found);
  if (value !== null && typeof value === 'object')
    throw new KustomizeError(`the variable ${name} reads what is no single value: ${path}`);
  return value;
}

function replaced(node: Node, values: ReadonlyMap<string, ScalarValue>): Node {
  if (node.kind === 'map') for (const [key, value] of node.entries) node.entries.set(key, replacedText(value, values));
  else if (node.kind === 'list') node.items = node.items.map((item) => replacedText(item, values));
  else return replacedText(node, values);
  return node;
}

function replacedText(node: Node, values: ReadonlyMap<string, ScalarValue>): Node {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return node;
  const whole = /^\$\(([^)]*)\)$/.exec(node.text)?.[1];
  if (whole !== undefined && values.has(whole)) return nodeOfJson(values.get(whole) ?? null, node.origin);
  const text = expanded(node.text, values);
  return text === node.text ? node : { ...node, text, value: text };
}

/** `$$` is a `$`; what has no value stays as it is written. */
function expanded(text: string, values: ReadonlyMap<string, ScalarValue>): string {
  let made = '';
  let done = 0;
  for (let at_ = text.indexOf('$'); at_ >= 0; at_ = text.indexOf('$', done)) {
    made += text.slice(done, at_);
    const end = text[at_ + 1] === '(' ? text.indexOf(')', at_) : -1;
    // Nothing behind it is closed either.
    if (text[at_ + 1] === '(' && end < 0) return made + text.slice(at_).replaceAll('$$', '$');
    const name = end < 0 ? undefined : text.slice(at_ + 2, end);
    if (text[at_ + 1] === '$') [made, done] = [`${made}$`, at_ + 2];
    else if (name !== undefined)
      [made, done] = [made + (values.has(name) ? String(values.get(name)) : text.slice(at_, end + 1)), end + 1];
    else [made, done] = [`${made}$`, at_ + 1];
  }
  return made + text.slice(done);
}
