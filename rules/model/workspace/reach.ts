/** What lets traffic from outside the cluster reach pods. */
import { matches } from '../kubernetes/labels.ts';
import type { Facts } from './facts.ts';
import { selectorOf } from './lookup.ts';
import type { PodsFact, ServiceFact } from './references.ts';

/** A way in, from the outside to the pods. */
export interface WayIn {
  readonly service: ServiceFact;
  /** The Ingress or route that leads to the Service; undefined when the Service is open by itself. */
  readonly route: { readonly kind: string; readonly name: string } | undefined;
}

export function waysTo(facts: Facts, pods: PodsFact): readonly WayIn[] {
  const { labels } = pods;
  if (labels === undefined) return [];
  return facts.byKind.service
    .filter(({ selector }) => selector !== undefined && matches(selectorOf(selector), labels))
    .filter((service) => facts.mayShareNamespace(service, pods))
    .flatMap((service): WayIn[] => {
      if (service.type === 'LoadBalancer' || service.type === 'NodePort') return [{ service, route: undefined }];
      return facts.byKind.backends
        .filter((route) => !route.isInside)
        .filter((route) =>
          route.services.some(({ name, namespace }) => {
            const [host, of] = name.split('.');
            const where = namespace ?? facts.namespaceOf(route);
            return host === service.name && (of ?? where) === (facts.namespaceOf(service) ?? of ?? where);
          }),
        )
        .map((route) => ({ service, route }));
    });
}
