/** Objects of OpenShift: that there are any says who admits the pods, some say whom more is given, or which names stand for images. */
import { openshiftGroups, restrictedConstraints } from '../../data/openshift.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import type { Fact, FactSource } from '../fact.ts';

export interface OpenshiftFact extends Fact {
  /** Of constraints that allow more than the restricted ones: users and groups that may use them. */
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
      const isWider =
        resource.is('SecurityContextConstraints', 'security.openshift.io') && !restrictedConstraints.has(resource.name);
      const named = (key: string): readonly string[] => (isWider ? namesIn(resource, key) : []);
      const isLocalImage =
        resource.is('ImageStream', 'image.openshift.io') && resource.at('spec', 'lookupPolicy', 'local').is(true);
      return [{ says: { users: named('users'), groups: named('groups'), isLocalImage } }];
    },
  },
};

const namesIn = (resource: Resource, key: string): readonly string[] =>
  resource.at(key).strings.map(({ text }) => text);
