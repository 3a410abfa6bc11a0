/**
 * What a file or folder inherits from the kustomizations that take it in: what each of them sets, and what the folder of each inherits in turn. So it is
 * worked out once for each folder, however many files lie below it. Kustomizations may take in each other, which kustomize refuses and files may say all
 * the same.
 */

import type { Labels } from '../kubernetes/labels.ts';
import type { Kustomization } from './kustomization.ts';

/** What a file or folder inherits. */
export interface Inherited {
  /** The namespaces in which ways end; one beside `many` stands for none. */
  readonly namespace: { readonly unset: boolean; readonly set: string | undefined; readonly many: boolean };
  /** Names of images, without tag, that are replaced. */
  readonly images: ReadonlySet<string>;
  /** Labels that pods are given; undefined where two are different, so that it depends on which kustomization is built. */
  readonly labels: Labels | undefined;
  /** Labels are added to selectors, too. */
  readonly selects: boolean;
}

const nothing: Inherited = {
  namespace: { unset: false, set: undefined, many: false },
  images: new Set(),
  labels: {},
  selects: false,
};

/** Of what nobody takes in. */
const free: Inherited = { ...nothing, namespace: { ...nothing.namespace, unset: true } };

type Parents = (path: string) => Iterable<Kustomization>;

/**
 * @param path of a file or folder. @param parentsOf who takes one in.
 * @param known what was worked out before, by path; what is found for this path and all above it is added.
 */
export function learnInherited(path: string, parentsOf: Parents, known: Map<string, Inherited>): void {
  const order = fromTheTop(path, parentsOf, known);
  const below = new Map<string, string[]>();
  for (const each of order) {
    known.set(each, nothing);
    for (const { folder } of parentsOf(each)) {
      const inside = below.get(folder);
      if (inside === undefined) below.set(folder, [each]);
      else inside.push(each);
    }
  }
  const due = new Set(order);
  // What a circle hands on comes back to its beginning, until it brings nothing new.
  for (const each of due) {
    due.delete(each);
    const before = known.get(each) ?? nothing;
    const now = inheritedFrom(parentsOf(each), known, before);
    if (now === before) continue;
    known.set(each, now);
    for (const next of below.get(each) ?? []) due.add(next);
  }
}

/** What is not known yet on the ways out, what lies above before what lies below as far as they lead in no circle. */
function fromTheTop(path: string, parentsOf: Parents, known: ReadonlyMap<string, Inherited>): readonly string[] {
  const order: string[] = [];
  const seen = new Set([path]);
  const open = [{ path, parents: parentsOf(path)[Symbol.iterator]() }];
  for (let way = open.at(-1); way !== undefined; way = open.at(-1)) {
    const { done, value } = way.parents.next();
    if (done === true) {
      order.push(way.path);
      open.pop();
    } else if (!seen.has(value.folder) && !known.has(value.folder)) {
      seen.add(value.folder);
      open.push({ path: value.folder, parents: parentsOf(value.folder)[Symbol.iterator]() });
    }
  }
  return order;
}

/** @returns the very same as before where nothing is added. */
function inheritedFrom(
  parents: Iterable<Kustomization>,
  known: ReadonlyMap<string, Inherited>,
  before: Inherited,
): Inherited {
  let now: Inherited | undefined;
  for (const parent of parents) now = merged(now ?? before, through(parent, known.get(parent.folder) ?? nothing));
  return now ?? free;
}

/** All files that a kustomization takes in ask for it. */
const passed = new WeakMap<Inherited, WeakMap<Kustomization, Inherited>>();

/** What a kustomization makes of what it takes in. @param above what those around its own folder make of that. */
function through(parent: Kustomization, above: Inherited): Inherited {
  const byParent = passed.get(above) ?? new WeakMap<Kustomization, Inherited>();
  passed.set(above, byParent);
  let found = byParent.get(parent);
  if (found === undefined) {
    const { unset, set, many } = above.namespace;
    // What is set above it wins.
    const own = unset ? parent.namespace : undefined;
    found = merged(
      { ...above, namespace: { unset: unset && own === undefined, set, many } },
      {
        namespace: { ...nothing.namespace, set: own },
        images: new Set(parent.images.map(({ name }) => name)),
        labels: parent.labels,
        selects: parent.selects,
      },
    );
    byParent.set(parent, found);
  }
  return found;
}

/** @returns the first where the second adds nothing to it. */
function merged(a: Inherited, b: Inherited): Inherited {
  if (a === nothing || a === b) return b;
  const namespace = mergedNamespaces(a.namespace, b.namespace);
  const images = union(a.images, b.images);
  const labels = a.labels === undefined || b.labels === undefined ? undefined : withLabels(a.labels, b.labels);
  const selects = a.selects || b.selects;
  const isSame = namespace === a.namespace && images === a.images && labels === a.labels && selects === a.selects;
  return isSame ? a : { namespace, images, labels, selects };
}

function mergedNamespaces(a: Inherited['namespace'], b: Inherited['namespace']): Inherited['namespace'] {
  const unset = a.unset || b.unset;
  const set = a.set ?? b.set;
  const many = a.many || b.many || (b.set !== undefined && b.set !== set);
  return unset === a.unset && set === a.set && many === a.many ? a : { unset, set, many };
}

function union(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  if (a === b || b.size === 0) return a;
  if (a.size === 0) return b;
  return [...b].every((one) => a.has(one)) ? a : new Set([...a, ...b]);
}

/** @returns undefined where both say different things of one key. */
function withLabels(a: Labels, b: Labels): Labels | undefined {
  const entries = Object.entries(b);
  if (entries.some(([key, value]) => Object.hasOwn(a, key) && a[key] !== value)) return undefined;
  return entries.every(([key]) => Object.hasOwn(a, key)) ? a : { ...a, ...b };
}
