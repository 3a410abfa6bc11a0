/** What lets traffic from outside the cluster reach pods. */
import type { Facts } from '../index.ts';
import type { BackendsFact } from '../kinds/backends.ts';
import type { ServiceFact } from '../kinds/service.ts';
import { remembered, rememberedBy } from '../near-by.ts';
import { type Pods, servicesOf } from './services.ts';

/** A way in, from the outside to the pods. */
export interface EntryPath {
  readonly service: ServiceFact;
  /** The Ingress or route that leads to the Service; undefined when the Service is open by itself. */
  readonly route: BackendsFact | undefined;
}

/** @returns the Services that are open themselves, and the routes that lead to others. */
export function entryPathsTo(facts: Facts, pods: Pods): readonly EntryPath[] {
  return servicesOf(facts, pods).flatMap((service): readonly EntryPath[] => {
    if (service.type === 'LoadBalancer' || service.type === 'NodePort') return [{ service, route: undefined }];
    return routesTo(facts, service).map((route) => ({ service, route }));
  });
}

/** The first way in; undefined when there is none. Pods of the same labels and namespace are asked about once. */
export function firstEntryTo(facts: Facts, pods: Pods): EntryPath | undefined {
  return facts.byKind.service.length === 0 ? undefined : firstEntry(facts, pods);
}

const firstEntry: (facts: Facts, pods: Pods) => EntryPath | undefined = rememberedBy(
  (facts, pods) => JSON.stringify([facts.namespaceOf(pods) ?? null, pods.labels ?? null]),
  (facts, pods) => entryPathsTo(facts, pods)[0],
);

/** By the name of a Service, and by that and the namespace that they mean it in. */
const routes = remembered((facts) => {
  const found = new Map<string, Set<BackendsFact>>();
  for (const route of facts.byKind.backends) {
    if (route.isInside) continue;
    for (const { name, namespace } of route.services) {
      const [host = '', of] = name.split('.');
      const where = of ?? namespace ?? facts.namespaceOf(route);
      for (const key of where === undefined ? [host] : [host, `${host} ${where}`]) {
        const to = found.get(key) ?? new Set();
        found.set(key, to);
        to.add(route);
      }
    }
  }
  return found;
});

/** Ingresses and routes from outside that lead to a Service. */
function routesTo(facts: Facts, service: ServiceFact): readonly BackendsFact[] {
  const own = facts.namespaceOf(service);
  return [...(routes(facts).get(own === undefined ? service.name : `${service.name} ${own}`) ?? [])];
}
