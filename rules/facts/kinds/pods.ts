/** Which pods there are: those of every template, of controllers that are not complete as well. */

import { adminInterfaceOf } from '../../data/admin-interfaces.ts';
import type { Labels } from '../../model/kubernetes/labels.ts';
import type { Pod } from '../../model/kubernetes/pod.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import type { Fact, FactSource, Statement } from '../fact.ts';

/** The pods of one template. */
export interface PodsFact extends Fact {
  /** Undefined when unknown. */
  readonly labels: Labels | undefined;
  readonly serviceAccount: string | undefined;
  readonly replicas: number | undefined;
  /** Of a StatefulSet: the Service that gives its pods their names. */
  readonly serviceName: string | undefined;
  /** The program with an interface for administrators that one of the images is known for. */
  readonly admin: string | undefined;
}

export const pods: FactSource<PodsFact> = {
  objects: {
    of: 'pods',
    evenPartial: true,
    extract: (resource) => resource.pods.map((pod) => podsOf(resource, pod)),
  },
};

function podsOf(
  resource: Resource,
  { labels, account, anchor, containers, isCreatedDirectly }: Pod,
): Statement<PodsFact> {
  const replicas = resource.at('spec', 'replicas');
  const serviceName = resource.at('spec', 'serviceName');
  return {
    says: {
      // Elsewhere labels may be added that this text does not show.
      labels: labels === undefined || !isCreatedDirectly ? undefined : Object.fromEntries(labels),
      serviceAccount: account.string,
      replicas: replicas.integer,
      serviceName: resource.is('StatefulSet', 'apps') ? serviceName.string : undefined,
      admin: containers
        .map(({ image }) => adminInterfaceOf(image?.reference.repository ?? ''))
        .find((known) => known !== undefined),
    },
    places: {
      account: account.present ? account.anchor : anchor,
      replicas: replicas.anchor,
      serviceName: serviceName.anchor,
    },
  };
}
