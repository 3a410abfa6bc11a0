/** Where an Ingress, a route of the Gateway API or a virtual service leads. */

import type { Resource } from '../../model/kubernetes/resource.ts';
import { annotationsMayAsk, filtersMayAsk } from '../../model/kubernetes/route-login.ts';
import type { Field } from '../../yaml/field.ts';
import type { Fact, FactSource } from '../fact.ts';

/** What an Ingress or a route of the Gateway API leads to. */
export interface BackendsFact extends Fact {
  /** Which controller an Ingress is for. */
  readonly className: string | undefined;
  /** It is for calls inside a mesh (GAMMA), and lets nobody in. */
  readonly isInside: boolean;
  /** What a route of the Gateway API hangs on. */
  readonly gateways: readonly { readonly name: string; readonly namespace: string | undefined }[];
  /** Names of Services; `place` is where one is named. */
  readonly services: readonly {
    readonly name: string;
    readonly namespace: string | undefined;
    readonly place: string;
    /** Its port, by number or name; undefined where none is named or it is unknown. */
    readonly port: number | string | undefined;
    readonly portPlace: string;
    /** Something that is written at the route may ask callers who they are. */
    readonly mayAsk: boolean;
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
            gateways: resource
              .at('spec', 'parentRefs')
              .items.filter((parent) => !parent.at('kind').present || parent.at('kind').is('Gateway'))
              .map((parent) => ({ name: parent.at('name').text ?? '', namespace: parent.at('namespace').text })),
            services: named.map(({ service, namespace, port, mayAsk }, i) => ({
              mayAsk: mayAsk === true,
              name: service.string ?? '',
              namespace: namespace.string,
              place: `backend${i}`,
              port: port?.integer ?? port?.string,
              portPlace: `port${i}`,
            })),
          },
          places: Object.fromEntries(
            named.flatMap(({ service, port }, i) => [
              [`backend${i}`, service.anchor],
              [`port${i}`, (port ?? service).anchor],
            ]),
          ),
        },
      ];
    },
  },
};

interface NamedBackend {
  readonly service: Field;
  readonly namespace: Field;
  readonly port: Field | undefined;
  readonly mayAsk?: boolean;
}

/** Services that are named as backends; other kinds of backends and unknown names left out. */
function backendsOf(resource: Resource): readonly NamedBackend[] {
  const spec = resource.at('spec');
  if (resource.is('Ingress')) {
    const mayAsk = annotationsMayAsk(resource);
    const paths = spec.at('rules').items.flatMap((rule) => rule.at('http', 'paths').items);
    const backends = [spec.at('defaultBackend'), spec.at('backend'), ...paths.map((path) => path.at('backend'))];
    return backends
      .flatMap((backend) => {
        const port = backend.at('service', 'port');
        return [
          {
            service: backend.at('service', 'name'),
            port: port.at('number').present ? port.at('number') : port.at('name'),
          },
          { service: backend.at('serviceName'), port: backend.at('servicePort') },
        ];
      })
      .filter(({ service }) => service.string !== undefined)
      .map((backend) => ({ ...backend, mayAsk, namespace: resource.at('metadata', 'namespace') }));
  }
  if (resource.is('Route', 'route.openshift.io')) return servicesOfOpenShift(resource);
  if (resource.is('VirtualService', 'networking.istio.io')) return destinationsOf(resource);
  if (resource.group !== 'gateway.networking.k8s.io' || !resource.kind.endsWith('Route')) return [];
  return spec
    .at('rules')
    .items.flatMap((rule) => {
      const mayAsk = filtersMayAsk(rule);
      return rule.at('backendRefs').items.map((ref) => ({ ref, mayAsk }));
    })
    .filter(({ ref }) => !ref.at('group').present || ref.at('group').is(''))
    .filter(({ ref }) => !ref.at('kind').present || ref.at('kind').is('Service'))
    .filter(({ ref }) => ref.at('name').string !== undefined)
    .map(({ ref, mayAsk }) => ({
      mayAsk,
      service: ref.at('name'),
      port: ref.at('port'),
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
    .map((route) => route.at('destination'))
    .filter((to) => to.at('host').string !== undefined)
    .map((to) => ({
      service: to.at('host'),
      port: to.at('port', 'number'),
      namespace: resource.at('metadata', 'namespace'),
    }));
}

/** Its port is one of the pods, which a Service leads to. Source: OpenShift API reference, Route, RoutePort. */
function servicesOfOpenShift(resource: Resource): readonly NamedBackend[] {
  const spec = resource.at('spec');
  return [spec.at('to'), ...spec.at('alternateBackends').items]
    .filter((to) => (to.at('kind').missing || to.at('kind').is('Service')) && to.at('name').string !== undefined)
    .map((to) => ({
      service: to.at('name'),
      port: spec.at('port', 'targetPort'),
      namespace: resource.at('metadata', 'namespace'),
    }));
}

/** A route that hangs on Services alone (gateway-api.sigs.k8s.io, "GAMMA"). */
function isInside(resource: Resource): boolean {
  const parents = resource.at('spec', 'parentRefs').items;
  return parents.length > 0 && parents.every((parent) => parent.at('kind').is('Service'));
}
