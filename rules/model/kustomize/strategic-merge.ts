/**
 * Strategic merge patches, as far as objects of Kubernetes itself need them. Sources: Kubernetes documentation, "Update API Objects in Place Using kubectl
 * patch", and the `x-kubernetes-patch-merge-key` entries of the API's OpenAPI document.
 */
import { isPlainList, isPlainMap, type PlainMap, type PlainValue } from '../../yaml/plain-value.ts';

/** Keys by which items of a list are told apart; the first one that all items have counts. Other lists are replaced. */
const mergeKeys: Readonly<Record<string, readonly string[]>> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  env: ['name'],
  volumes: ['name'],
  imagePullSecrets: ['name'],
  secrets: ['name'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  ports: ['containerPort', 'port'],
  hostAliases: ['ip'],
  topologySpreadConstraints: ['topologyKey'],
  resourceClaims: ['name'],
  schedulingGates: ['name'],
  conditions: ['type'],
  ownerReferences: ['uid'],
};

/** @param key of the map that holds the value. @returns undefined where the patch deletes it. */
export function merged(base: PlainValue | undefined, patch: PlainValue, key = ''): PlainValue | undefined {
  if (patch === null) return undefined;
  if (isPlainMap(patch)) {
    const directive = patch['$patch'];
    if (directive === 'delete') return undefined;
    return mergedMap(directive === 'replace' || !isPlainMap(base) ? {} : base, patch);
  }
  if (isPlainList(patch)) return mergedList(isPlainList(base) ? base : [], patch, key);
  return patch;
}

function mergedMap(base: PlainMap, patch: PlainMap): PlainMap {
  const result: Record<string, PlainValue> = Object.assign(Object.create(null), base);
  for (const [key, value] of Object.entries(patch)) {
    if (key.startsWith('$')) continue;
    const now = merged(base[key], value, key);
    if (now === undefined) delete result[key];
    else result[key] = now;
  }
  return result;
}

function mergedList(base: readonly PlainValue[], patch: readonly PlainValue[], key: string): readonly PlainValue[] {
  const items = patch.filter((item) => !(isPlainMap(item) && item['$patch'] === 'replace'));
  const clean = (item: PlainValue): readonly PlainValue[] => {
    const now = merged(undefined, item);
    return now === undefined ? [] : [now];
  };
  const by = (mergeKeys[key] ?? []).find((name) =>
    [...base, ...items].every((item) => isPlainMap(item) && name in item),
  );
  if (by === undefined || items.length < patch.length) return items.flatMap(clean);
  const result = new Map(base.map((item) => [(item as PlainMap)[by], item]));
  const added: PlainValue[] = [];
  for (const item of items) {
    const name = (item as PlainMap)[by];
    const known = result.get(name);
    if (known === undefined) added.push(...clean(item));
    else {
      const now = merged(known, item);
      if (now === undefined) result.delete(name);
      else result.set(name, now);
    }
  }
  // Kustomize puts what a patch adds in front.
  return [...added, ...result.values()];
}
