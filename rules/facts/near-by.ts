/**
 * Facts of a kind by what they say and where they end up, so that whoever asks of each object of a scope looks at none that has nothing to do with it.
 * Must not know what the keys mean.
 */
import type { Facts } from './index.ts';
import type { FactKind, FactsByKind } from './kinds/index.ts';

/** A fact of kind `K`. */
export type FactOf<K extends FactKind> = FactsByKind[K][number];

interface Group<K extends FactKind> {
  readonly all: FactOf<K>[];
  /** That of the first; undefined: nothing places it. */
  readonly namespace: string | undefined;
  /** Undefined key: those that nothing places. Left out while all are of the first one's namespace, as most groups are. */
  byNamespace: Map<string | undefined, FactOf<K>[]> | undefined;
}

/**
 * Looks facts up by a key.
 * @param namespace undefined: that of who asks is not known, which has to be read as "any".
 * @returns those of the namespace before those that nothing places, each in the order of all facts; all of them where the namespace is not known.
 */
export type NearBy<K extends FactKind> = (
  facts: Facts,
  namespace: string | undefined,
  key: string,
) => readonly (readonly FactOf<K>[])[];

/** @param keysFor what facts are found by, once all of the kind are known: some choose the rarest of their keys. */
export function nearBy<K extends FactKind>(
  kind: K,
  keysFor: (facts: Facts) => (fact: FactOf<K>) => Iterable<string>,
): NearBy<K> {
  const groups = remembered((facts) => groupsOf(facts, kind, keysFor(facts)));
  return (facts, namespace, key) => {
    const group = groups(facts).get(key);
    if (group === undefined) return [];
    if (namespace === undefined) return [group.all];
    return [within(group, namespace), within(group, undefined)];
  };
}

function groupsOf<K extends FactKind>(
  facts: Facts,
  kind: K,
  keysOf: (fact: FactOf<K>) => Iterable<string>,
): ReadonlyMap<string, Group<K>> {
  const groups = new Map<string, Group<K>>();
  for (const fact of facts.byKind[kind] as readonly FactOf<K>[]) {
    const namespace = facts.namespaceOf(fact);
    for (const key of keysOf(fact)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { all: [fact], namespace, byNamespace: undefined });
      else addTo(group, fact, namespace);
    }
  }
  return groups;
}

function addTo<K extends FactKind>(group: Group<K>, fact: FactOf<K>, namespace: string | undefined): void {
  if (group.byNamespace === undefined && namespace !== group.namespace)
    group.byNamespace = new Map([[group.namespace, [...group.all]]]);
  group.all.push(fact);
  if (group.byNamespace === undefined) return;
  const placed = group.byNamespace.get(namespace);
  if (placed === undefined) group.byNamespace.set(namespace, [fact]);
  else placed.push(fact);
}

function within<K extends FactKind>(group: Group<K>, namespace: string | undefined): readonly FactOf<K>[] {
  if (group.byNamespace !== undefined) return group.byNamespace.get(namespace) ?? [];
  return group.namespace === namespace ? group.all : [];
}

/** Works something out once for the facts of a scope. */
export function remembered<T>(workOut: (facts: Facts) => T): (facts: Facts) => T {
  const known = new WeakMap<Facts, { readonly value: T }>();
  return (facts) => {
    let found = known.get(facts);
    if (found === undefined) {
      found = { value: workOut(facts) };
      known.set(facts, found);
    }
    return found.value;
  };
}

/** Answers a question once for each key. @param keyOf texts that are equal where the answers are. */
export function rememberedBy<A extends readonly unknown[], T>(
  keyOf: (facts: Facts, ...asked: A) => string,
  answer: (facts: Facts, ...asked: A) => T,
): (facts: Facts, ...asked: A) => T {
  const answers = remembered(() => new Map<string, { readonly value: T }>());
  return (facts, ...asked) => {
    const known = answers(facts);
    const key = keyOf(facts, ...asked);
    let found = known.get(key);
    if (found === undefined) {
      found = { value: answer(facts, ...asked) };
      known.set(key, found);
    }
    return found.value;
  };
}

const places = remembered((facts) => {
  const all = new Map<unknown, number>();
  for (const kind of Object.values(facts.byKind)) for (const [place, fact] of kind.entries()) all.set(fact, place);
  return all;
});

/** Lists, each of which is in that order, in the order of all facts of the kind. */
export function inOrder<F>(facts: Facts, lists: readonly (readonly F[])[]): readonly F[] {
  const [only, ...others] = lists.filter((list) => list.length > 0);
  if (only === undefined || others.length === 0) return only ?? [];
  return sorted(facts, lists.flat());
}

/** In the order of all facts of the kind. */
export function sorted<F>(facts: Facts, some: readonly F[]): readonly F[] {
  const placeOf = places(facts);
  return [...some].sort((a, b) => (placeOf.get(a) ?? 0) - (placeOf.get(b) ?? 0));
}

/** The first of them in the order of all facts of the kind. */
export function firstInOrder<F>(facts: Facts, lists: readonly (readonly F[])[]): F | undefined {
  return inOrder(
    facts,
    lists.map((list) => list.slice(0, 1)),
  )[0];
}

/** Lists of several keys, put together as `Facts.near` orders: the own namespace before what nothing places, and each in the order of all facts. */
export function together<F>(facts: Facts, found: readonly (readonly (readonly F[])[])[]): readonly F[] {
  const own = inOrder(
    facts,
    found.flatMap(([list]) => (list === undefined ? [] : [list])),
  );
  const unplaced = inOrder(
    facts,
    found.flatMap(([, list]) => (list === undefined ? [] : [list])),
  );
  return unplaced.length === 0 ? own : own.length === 0 ? unplaced : [...own, ...unplaced];
}
