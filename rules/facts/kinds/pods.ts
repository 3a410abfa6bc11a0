/** Which pods there are: those of every template, of controllers that are not complete as well. */

import { adminInterfaceOf } from '../../data/admin-interfaces.ts';
import type { Container } from '../../model/kubernetes/container.ts';
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
  /** Programs with an interface for administrators that images are known for. */
  readonly admins: readonly AdminInterface[];
}

/** Such a program in a container. */
export interface AdminInterface {
  readonly program: string;
  /** Ports, by number and by name, that the other containers of its pod declare: nobody reaches it there. */
  readonly elsewhere: readonly (number | string)[];
  /** Ports at which it is reached alone; undefined for any that its container has. */
  readonly only: readonly (number | string)[] | undefined;
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
      admins: containers.flatMap((container) => {
        const known = adminInterfaceOf(container.image?.reference.repository ?? '');
        if (known === undefined) return [];
        const own = portsOf(container);
        const others = containers.filter((other) => other !== container).flatMap(portsOf);
        return [{ program: known.name, only: known.only, elsewhere: others.filter((port) => !own.includes(port)) }];
      }),
    },
    places: {
      account: account.present ? account.anchor : anchor,
      replicas: replicas.anchor,
      serviceName: serviceName.anchor,
    },
  };
}

function portsOf(container: Container): readonly (number | string)[] {
  return container.at('ports').items.flatMap((item) => {
    const [number, name] = [item.at('containerPort').integer, item.at('name').string];
    return [...(number === undefined ? [] : [number]), ...(name === undefined ? [] : [name])];
  });
}
