/** Objects of OpenShift: that there are any says who admits the pods, some say whom more is given, or which names stand for images. */
import { openshiftGroups, restrictedConstraints } from '../../data/openshift.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import type { Fact, FactSource } from '../fact.ts';

export interface OpenshiftFact extends Fact {
  /** Security context constraints that let nobody be root, as the restricted ones. */
  readonly isRestricted: boolean;
  /** Of others: users and groups that may use them. */
  readonly users: readonly string[];
  readonly groups: readonly string[];
  /** Pods may name the ImageStream as their image. Source: docs.redhat.com, "Using image streams with Kubernetes resources". */
  readonly isLocalImage: boolean;
}

export const openshift: FactSource<OpenshiftFact> = {
  toldByPatches: true,
  objects: {
    of: 'every kind',
    evenPartial: true,
    extract(resource) {
      if (!openshiftGroups.has(resource.group)) return [];
      const areConstraints = resource.is('SecurityContextConstraints', 'security.openshift.io');
      const isRestricted = areConstraints && restricts(resource);
      const named = (key: string): readonly string[] => (areConstraints && !isRestricted ? namesIn(resource, key) : []);
      const isLocalImage =
        resource.is('ImageStream', 'image.openshift.io') && resource.at('spec', 'lookupPolicy', 'local').is(true);
      return [{ says: { isRestricted, users: named('users'), groups: named('groups'), isLocalImage } }];
    },
  },
};

/** Its own ones, or those that say the same: they drop capabilities, and the user is one of a range. */
function restricts(resource: Resource): boolean {
  const user = resource.at('runAsUser', 'type').text;
  return (
    restrictedConstraints.has(resource.name) ||
    ((user === 'MustRunAsRange' || user === 'MustRunAsNonRoot') &&
      !resource.at('allowPrivilegedContainer').is(true) &&
      resource.at('requiredDropCapabilities').strings.length > 0)
  );
}

const namesIn = (resource: Resource, key: string): readonly string[] =>
  resource.at(key).strings.map(({ text }) => text);
