/** Names that objects hold of others are written anew after these were renamed. Source: api/filters/nameref. */
import type { NameReference } from '../../../data/kustomize-fields.ts';
import { KustomizeError } from './errors.ts';
import { changeFields } from './field-spec.ts';
import { effectiveNamespace, isClusterScoped, isSelected, sameNamespace, shown } from './identity.ts';
import { at, isNullNode, itemsAt, type MapNode, type Node, textAt, textNode } from './node.ts';
import type { Resource } from './resource.ts';
import type { Resources } from './resources.ts';

/** @throws KustomizeError where a name may be that of several objects. */
export function fixNameReferences(resources: Resources, references: readonly NameReference[]): void {
  const known = new Candidates(resources);
  for (const referrer of resources.all) {
    const id = referrer.originalId;
    for (const reference of references)
      for (const spec of reference.fieldSpecs) {
        if (!isSelected(id, spec)) continue;
        const { group, version, kind } = referrer.id;
        const fix = new Fix(referrer, known, reference, spec.path);
        // The kind of now counts, whatever it was.
        changeFields(referrer, [{ group, version, kind, path: spec.path }], { change: (node) => fix.change(node) });
      }
  }
}

/** Objects by the names that they had, since few of all have one. */
class Candidates {
  readonly #byName = new Map<string, Resource[]>();
  readonly #namespaces = new Set<string>();

  constructor(resources: Resources) {
    for (const resource of resources.all) {
      this.#namespaces.add(effectiveNamespace(resource.originalId));
      for (const name of new Set(resource.previous.map((id) => id.name))) {
        const named = this.#byName.get(name);
        if (named === undefined) this.#byName.set(name, [resource]);
        else named.push(resource);
      }
    }
  }

  /** Whether an object came from the namespace. */
  isOriginal(namespace: string): boolean {
    return this.#namespaces.has(namespace);
  }

  named(name: string): readonly Resource[] {
    return this.#byName.get(name) ?? [];
  }
}

class Fix {
  readonly #referrer: Resource;
  readonly #known: Candidates;
  readonly #target: NameReference;
  readonly #path: string;

  constructor(referrer: Resource, known: Candidates, target: NameReference, path: string) {
    this.#referrer = referrer;
    this.#known = known;
    this.#target = target;
    this.#path = path;
  }

  change(node: Node): Node {
    if (isNullNode(node)) return node;
    if (node.kind === 'scalar') return this.#renamed(node);
    if (node.kind === 'map') return this.#renamedMap(node);
    node.items = node.items.map((item) => (item.kind === 'list' ? item : this.change(item)));
    return node;
  }

  #renamed(node: Node & { kind: 'scalar' }): Node {
    const found = this.#referral(node.text, this.#reachable(node.text), false);
    return found === undefined || found.name === node.text ? node : textNode(found.name, node.origin);
  }

  /** A name, and the namespace beside it where there is one. */
  #renamedMap(node: MapNode): Node {
    const name = textAt(node, 'name');
    if (name === undefined) throw new KustomizeError(`${this.#path} leads to a map without a name`);
    const namespace = at(node, 'namespace');
    let candidates = this.#reachable(name);
    if (namespace !== undefined) {
      const wanted = namespace.kind === 'scalar' ? namespace.text : '';
      const isIn = (of: Resource, key: 'originalId' | 'id'): boolean =>
        !isClusterScoped(of[key]) && effectiveNamespace(of[key]) === wanted;
      const key = this.#known.isOriginal(wanted) ? 'originalId' : 'id';
      candidates = candidates.filter((one) => isIn(one, key));
    }
    const found = this.#referral(name, candidates, true);
    if (found === undefined || (found.name === name && found.namespace === '')) return node;
    node.entries.set('name', textNode(found.name, at(node, 'name')?.origin));
    if (found.namespace !== '') node.entries.set('namespace', textNode(found.namespace, namespace?.origin));
    return node;
  }

  /** Those of a name that the referrer may speak of at all. */
  #reachable(name: string): readonly Resource[] {
    const referrer = this.#referrer;
    const own = referrer.id;
    if (isClusterScoped(own)) return this.#known.named(name);
    const namespaces = new Set(
      referrer.kind === 'RoleBinding'
        ? itemsAt(referrer.node, 'subjects')
            .filter((subject) => textAt(subject, 'kind') === 'ServiceAccount')
            .flatMap((subject) => textAt(subject, 'namespace') ?? [])
        : [],
    );
    return this.#known
      .named(name)
      .filter((one) => isClusterScoped(one.id) || sameNamespace(one.id, own) || namespaces.has(one.namespace));
  }

  #referral(name: string, candidates: readonly Resource[], withNamespace: boolean): Resource | undefined {
    const referrer = this.#referrer;
    const role = this.#path.endsWith('roleRef/name') ? at(referrer.node, 'roleRef') : undefined;
    const roleKind = { group: textAt(role, 'apiGroup'), kind: textAt(role, 'kind') };
    const hasRole = roleKind.group !== undefined && roleKind.kind !== undefined;
    const was = (one: Resource, kind: NameReference | typeof roleKind): boolean =>
      one.previousIds.some((id) => isSelected(id, kind));
    let left = candidates.filter(
      (one) =>
        one.previous.some((id) => id.name === name) &&
        was(one, this.#target) &&
        (!hasRole || was(one, roleKind)) &&
        this.#isInReach(one),
    );
    if (left.length === 1) return left[0];
    left = left.filter((one) => isSameWay(one, referrer, true));
    if (left.length > 1) left = left.filter((one) => isSameWay(one, referrer, false));
    const [first] = left;
    if (first === undefined || left.length === 1) return first;
    const isOne = left.every((one) => one.name === first.name && (!withNamespace || one.namespace === first.namespace));
    if (isOne) return first;
    throw new KustomizeError(`${shown(referrer.id)} names ${name}, which may be one of several objects`);
  }

  #isInReach(one: Resource): boolean {
    const own = this.#referrer.id;
    return (
      isClusterScoped(own) || isClusterScoped(one.id) || one.kind === 'ServiceAccount' || sameNamespace(own, one.id)
    );
  }
}

/** Whether both got their prefixes and suffixes from the same kustomizations. */
function isSameWay(a: Resource, b: Resource, mayBeEmpty: boolean): boolean {
  return (['prefixes', 'suffixes'] as const).every(
    (key) => (mayBeEmpty && (a[key].length === 0 || b[key].length === 0)) || endsAlike(a[key], b[key]),
  );
}

function endsAlike(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length > b.length ? [b, a] : [a, b];
  if (short.length === 0) return long.length === 0;
  return short.every((one, i) => one === long[long.length - short.length + i]);
}
