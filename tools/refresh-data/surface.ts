/** What the API serves, against the tables of verbs and of removed versions: a person decides what is written there. */
import { clusterScoped, groupOfResource, verbsOfResource } from '../../rules/data/rbac-verbs.ts';
import { removedApis } from '../../rules/data/removed-apis.ts';

/** Groups whose types the API server sends or keeps for itself. */
const unserved = new Set(['imagepolicy.k8s.io', 'internal.apiserver.k8s.io']);

/** What `tools/kubernetes-api` prints as `surface`. */
export interface Surface {
  readonly resources: readonly {
    readonly group: string;
    readonly version: string;
    readonly kind: string;
    readonly namespaced: boolean;
    readonly onlyVerbs: readonly string[];
  }[];
  readonly removals: readonly {
    readonly apiVersion: string;
    readonly kind: string;
    readonly since: number;
    readonly replacement: string;
  }[];
}

/** @returns a sentence for each row that is missing or says something else. */
export function surfaceProblems({ resources, removals }: Surface, minor: number): readonly string[] {
  const removedBy = new Map(removals.map(({ apiVersion, kind, since }) => [`${apiVersion} ${kind}`, since]));
  const versionOf = (group: string, version: string): string => (group === '' ? version : `${group}/${version}`);
  const served = resources.filter(
    ({ group, version, kind }) =>
      !unserved.has(group) && (removedBy.get(`${versionOf(group, version)} ${kind}`) ?? Infinity) > minor,
  );
  const groups = new Map<string, Set<string>>();
  for (const { group, kind } of served) {
    const resource = pluralOf(kind);
    groups.set(resource, (groups.get(resource) ?? new Set()).add(group));
  }
  const found = new Set<string>();
  for (const { group, version, kind, namespaced, onlyVerbs } of served) {
    const resource = pluralOf(kind);
    if (clusterScoped.has(resource) === namespaced && groups.get(resource)?.size === 1)
      found.add(`rbac-verbs.ts: ${resource} ${namespaced ? 'lie in a namespace' : 'lie in no namespace'}`);
    if (onlyVerbs.length > 0 && verbsOfResource.get(resource)?.join() !== onlyVerbs.join())
      found.add(`rbac-verbs.ts: ${resource} know only ${onlyVerbs.join(', ')}`);
    // What may still change is not looked at.
    if (/^v\d+$/.test(version) && groups.get(resource)?.size === 1 && groupOfResource.get(resource) !== group)
      found.add(`rbac-verbs.ts: ${resource} are of the group "${group}"`);
  }
  const kept = new Set(resources.filter(({ onlyVerbs }) => onlyVerbs.length === 0).map(({ kind }) => kind));
  for (const { apiVersion, kind, since, replacement } of removals) {
    // What is only ever sent, such as a review, stands in no file.
    if (since > minor || !kept.has(kind)) continue;
    const known = removedApis.get(`${apiVersion} ${kind}`);
    if (known === undefined)
      found.add(
        `removed-apis.ts: ${apiVersion} ${kind} is not served since 1.${since}; successor: ${replacement || 'look it up'}`,
      );
    else if (known.since !== since)
      found.add(`removed-apis.ts: ${apiVersion} ${kind} is not served since 1.${since}, not 1.${known.since}`);
  }
  return [...found];
}

/** The resource of a kind, as the API names it. */
function pluralOf(kind: string): string {
  const name = kind.toLowerCase();
  if (name === 'endpoints') return name;
  if (/(?:s|x|ch)$/.test(name)) return `${name}es`;
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`;
}
