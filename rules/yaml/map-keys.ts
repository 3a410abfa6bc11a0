/** What stands under the keys of a map: twins, merge keys and the maps that these bring in. */
import type { YamlMap, YamlNode, YamlPair, YamlSequence } from './tree.ts';

/** How the node came here: written in place, or shared with another place through an alias or a merge key. */
export type Origin = 'own' | 'alias' | 'merge';

export interface Written {
  readonly pair: YamlPair | undefined;
  readonly node: YamlNode | null;
  readonly origin: Origin;
}

/** Up to so many keys a look through all of them is cheaper than an index, in time and in memory. */
export const few = 16;

/** Of twin keys the last one counts, as in sigs.k8s.io/yaml; own keys beat merged ones, earlier merges beat later ones. */
export function lookUp(map: YamlMap, key: string, origin: Origin): Written | undefined {
  let own: YamlPair | undefined;
  let merges = false;
  if (map.pairs.length > few) {
    own = indexOf(map).get(key);
    merges = indexOf(map).has('<<');
  } else {
    for (const pair of map.pairs) {
      if (pair.name === key) own = pair;
      else if (pair.name === '<<') merges = true;
    }
  }
  if (own !== undefined) return { pair: own, node: own.value, origin };
  const pair = merges ? mergedInto(map).get(key) : undefined;
  return pair === undefined ? undefined : { pair, node: pair.value, origin: 'merge' };
}

const indexes = new WeakMap<YamlMap, ReadonlyMap<string | undefined, YamlPair>>();

/** The last pair of each name. */
function indexOf(map: YamlMap): ReadonlyMap<string | undefined, YamlPair> {
  let index = indexes.get(map);
  if (index === undefined) {
    index = new Map(map.pairs.map((pair) => [pair.name, pair]));
    indexes.set(map, index);
  }
  return index;
}

/** Each key once, those of merges last. */
export function keysOf(map: YamlMap): readonly string[] {
  const keys: string[] = [];
  let merges = false;
  for (const { name } of map.pairs) {
    if (name === '<<') merges = true;
    else if (name !== undefined) keys.push(name);
  }
  // Most maps have neither twins nor merges, and a look through few keys is cheaper than a set of them.
  const twins = keys.length > few || keys.some((key, i) => keys.indexOf(key) !== i);
  if (!merges && !twins) return keys;
  return [...new Set(merges ? [...keys, ...mergedInto(map).keys()] : keys)];
}

/** Pairs that merge keys bring into a map, computed once for each map so that nested merges cannot multiply. */
const merged = new WeakMap<YamlMap, ReadonlyMap<string, YamlPair>>();

function mergedInto(map: YamlMap): ReadonlyMap<string, YamlPair> {
  const known = merged.get(map);
  if (known !== undefined) return known;
  const pairs = new Map<string, YamlPair>();
  // Set before it is filled: an anchor may contain an alias to itself.
  merged.set(map, pairs);
  for (const pair of map.pairs) {
    if (pair.name !== '<<') continue;
    for (const source of new Set(mergeSources(pair.value))) {
      for (const below of source.pairs)
        if (below.name !== undefined && below.name !== '<<' && !pairs.has(below.name)) pairs.set(below.name, below);
      for (const [name, below] of mergedInto(source)) if (!pairs.has(name)) pairs.set(name, below);
    }
  }
  return pairs;
}

/** The maps a merge key names: one, or a list of them. */
function mergeSources(value: YamlNode | null): readonly YamlMap[] {
  const named = resolve(value);
  if (named?.kind === 'map') return [named];
  if (named?.kind !== 'sequence') return [];
  return (named as YamlSequence).items.map(resolve).filter((item): item is YamlMap => item?.kind === 'map');
}

/** The node after aliases were followed. */
function resolve(node: YamlNode | null): YamlNode | undefined {
  let at: YamlNode | undefined = node ?? undefined;
  while (at?.kind === 'alias') at = at.target;
  return at;
}
