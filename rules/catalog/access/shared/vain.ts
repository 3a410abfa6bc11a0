/** What a rule names that lies in no namespace, where it is given in one. */
import { groupOfResource, removedResources } from '../../../data/rbac-verbs.ts';
import { type PolicyRule, plain, type Word } from '../../../model/kubernetes/access.ts';
import { isAskedInNamespaces, type PlainRule } from '../../../model/kubernetes/permission.ts';

/** @returns the place among `resources` of the first one that has no effect in a namespace with any of the verbs; undefined when each may have one. */
export function vainResource({ apiGroups, resources, verbs }: PlainRule): number | undefined {
  const place = resources.findIndex((resource) => {
    const group = groupOfResource.get(resource.split('/', 1)[0] as string);
    const isKnown = group !== undefined && (apiGroups.includes(group) || apiGroups.includes('*'));
    return isKnown && verbs.length > 0 && verbs.every((verb) => !mayBeAsked(resource, verb));
  });
  return place < 0 ? undefined : place;
}

/** @returns the resources of a rule that exist where it is given: none that Kubernetes removed, and in a Role none that lies in no namespace. */
export function servedResources(rule: PolicyRule, kubernetesMinor: number): readonly Word[] {
  const words = plain(rule);
  return rule.resources.filter(({ text }) => {
    const removed = removedResources.get(text.split('/', 1)[0] as string);
    if (removed !== undefined && removed <= kubernetesMinor) return false;
    return rule.role.kind !== 'Role' || vainResource({ ...words, resources: [text] }) === undefined;
  });
}

/** `*` is every verb, and for some resources one of them is asked for in a namespace. */
function mayBeAsked(resource: string, verb: string): boolean {
  return (verb === '*' ? ['bind', 'get'] : [verb]).some((one) => isAskedInNamespaces(resource, one));
}
