/** What lets traffic from outside the cluster reach pods. */
import type { Fact } from '../fact.ts';
import type { Facts } from '../index.ts';
import type { BackendsFact } from '../kinds/backends.ts';
import type { PodsFact } from '../kinds/pods.ts';
import type { ServiceFact } from '../kinds/service.ts';
import { servicesOf } from './services.ts';

/** A way in, from the outside to the pods. */
export interface EntryPath {
  readonly service: ServiceFact;
  /** The Ingress or route that leads to the Service; undefined when the Service is open by itself. */
  readonly route: BackendsFact | undefined;
}

export function entryPathsTo(facts: Facts, pods: Pick<PodsFact, 'labels'> & Fact): readonly EntryPath[] {
  return servicesOf(facts, pods).flatMap((service): readonly EntryPath[] => {
    if (service.type === 'LoadBalancer' || service.type === 'NodePort') return [{ service, route: undefined }];
    return routesTo(facts, service).map((route) => ({ service, route }));
  });
}

const known = new WeakMap<Facts, ReadonlyMap<string, readonly BackendsFact[]>>();

/** Ingresses and routes from outside that lead to a Service. */
function routesTo(facts: Facts, service: ServiceFact): readonly BackendsFact[] {
  let byHost = known.get(facts);
  if (byHost === undefined) {
    const grouped = new Map<string, BackendsFact[]>();
    for (const route of facts.byKind.backends) {
      if (route.isInside) continue;
      for (const host of new Set(route.services.map(({ name }) => name.split('.')[0] as string)))
        grouped.set(host, [...(grouped.get(host) ?? []), route]);
    }
    byHost = grouped;
    known.set(facts, byHost);
  }
  return (byHost.get(service.name) ?? []).filter((route) =>
    route.services.some(({ name, namespace }) => {
      const [host, of] = name.split('.');
      const where = namespace ?? facts.namespaceOf(route);
      return host === service.name && (of ?? where) === (facts.namespaceOf(service) ?? of ?? where);
    }),
  );
}
