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

/** Its own ones, or those that say the same: the user is one of a range, and nothing is allowed that those refuse. */
function restricts(resource: Resource): boolean {
  if (restrictedConstraints.has(resource.name)) return true;
  const words = (key: string): readonly string[] => resource.at(key).strings.map(({ text }) => text);
  return (
    resource.at('runAsUser', 'type').text === 'MustRunAsRange' &&
    !resource.at('allowPrivilegedContainer').is(true) &&
    resource.at('allowPrivilegeEscalation').is(false) &&
    words('requiredDropCapabilities').includes('ALL') &&
    words('allowedCapabilities').every((name) => name === 'NET_BIND_SERVICE') &&
    words('defaultAddCapabilities').length === 0 &&
    words('seccompProfiles').every((name) => name === 'runtime/default')
  );
}

const namesIn = (resource: Resource, key: string): readonly string[] =>
  resource.at(key).strings.map(({ text }) => text);
