/** Where an Ingress, a route of the Gateway API or a virtual service leads. */

import type { Resource } from '../../model/kubernetes/resource.ts';
import type { Field } from '../../yaml/field.ts';
import type { Fact, FactSource } from '../fact.ts';

/** What an Ingress or a route of the Gateway API leads to. */
export interface BackendsFact extends Fact {
  /** Which controller an Ingress is for. */
  readonly className: string | undefined;
  /** It is for calls inside a mesh (GAMMA), and lets nobody in. */
  readonly isInside: boolean;
  /** Names of Services; `place` is where one is named. */
  readonly services: readonly {
    readonly name: string;
    readonly namespace: string | undefined;
    readonly place: string;
  }[];
}

export const backends: FactSource<BackendsFact> = {
  objects: {
    of: 'every kind',
    evenPartial: true,
    extract(resource) {
      const named = backendsOf(resource);
      if (named.length === 0) return [];
      return [
        {
          says: {
            className:
              resource.at('spec', 'ingressClassName').string ??
              resource.at('metadata', 'annotations', 'kubernetes.io/ingress.class').string,
            isInside: isInside(resource),
            services: named.map(({ service, namespace }, i) => ({
              name: service.string ?? '',
              namespace: namespace.string,
              place: `backend${i}`,
            })),
          },
          places: Object.fromEntries(named.map(({ service }, i) => [`backend${i}`, service.anchor])),
        },
      ];
    },
  },
};

interface NamedBackend {
  readonly service: Field;
  readonly namespace: Field;
}

/** Services that are named as backends; other kinds of backends and unknown names left out. */
function backendsOf(resource: Resource): readonly NamedBackend[] {
  const spec = resource.at('spec');
  if (resource.is('Ingress')) {
    const paths = spec.at('rules').items.flatMap((rule) => rule.at('http', 'paths').items);
    const backends = [spec.at('defaultBackend'), spec.at('backend'), ...paths.map((path) => path.at('backend'))];
    return backends
      .flatMap((backend) => [backend.at('service', 'name'), backend.at('serviceName')])
      .filter((service) => service.string !== undefined)
      .map((service) => ({ service, namespace: resource.at('metadata', 'namespace') }));
  }
  if (resource.is('VirtualService', 'networking.istio.io')) return destinationsOf(resource);
  if (resource.group !== 'gateway.networking.k8s.io' || !resource.kind.endsWith('Route')) return [];
  return spec
    .at('rules')
    .items.flatMap((rule) => rule.at('backendRefs').items)
    .filter((ref) => !ref.at('group').present || ref.at('group').is(''))
    .filter((ref) => !ref.at('kind').present || ref.at('kind').is('Service'))
    .filter((ref) => ref.at('name').string !== undefined)
    .map((ref) => ({
      service: ref.at('name'),
      namespace: ref.at('namespace').present ? ref.at('namespace') : resource.at('metadata', 'namespace'),
    }));
}

/** What traffic that comes in by a gateway is led to; a virtual service without one is for calls inside the mesh. */
function destinationsOf(resource: Resource): readonly NamedBackend[] {
  const spec = resource.at('spec');
  if (!spec.at('gateways').strings.some(({ text }) => text !== 'mesh')) return [];
  return ['http', 'tls', 'tcp']
    .flatMap((protocol) => spec.at(protocol).items)
    .flatMap((route) => route.at('route').items)
    .map((route) => route.at('destination', 'host'))
    .filter((service) => service.string !== undefined)
    .map((service) => ({ service, namespace: resource.at('metadata', 'namespace') }));
}

/** A route that hangs on Services alone (gateway-api.sigs.k8s.io, "GAMMA"). */
function isInside(resource: Resource): boolean {
  const parents = resource.at('spec', 'parentRefs').items;
  return parents.length > 0 && parents.every((parent) => parent.at('kind').is('Service'));
}
