/** What lets traffic from outside the cluster reach pods. */
import type { Fact } from '../fact.ts';
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
    if (isOpenItself(service)) return [{ service, route: undefined }];
    return routesTo(facts, service).map((route) => ({ service, route }));
  });
}

const isOpenItself = ({ type }: ServiceFact): boolean => type === 'LoadBalancer' || type === 'NodePort';

/** @returns the routes that lead to a Service which is not open itself. */
export const routesInto = (facts: Facts, service: ServiceFact): readonly BackendsFact[] =>
  facts.byKind.backends.length === 0 || isOpenItself(service) ? [] : routesTo(facts, service);

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

/** @returns ports of the pods, by number or name, that a way leads to; none where nobody knows them. */
export function portsReached({ service, route }: EntryPath): readonly (number | string)[] {
  if (!service.isPortsKnown) return [];
  const asked = route?.services.filter(({ name }) => name.split('.')[0] === service.name).map(({ port }) => port);
  // A Route of OpenShift names the port of the pods.
  const isLedTo = ({ number, name, target }: ServiceFact['ports'][number]): boolean =>
    asked === undefined || asked.some((port) => port === undefined || [number, name, target].includes(port));
  return service.ports.filter(isLedTo).map(({ target }) => target);
}

/** Whether something on a way in may ask callers who they are: at the route, or a policy that is attached to it, its gateway or the Service. */
export function mayAskOnTheWay(facts: Facts, { service, route }: EntryPath): boolean {
  const isAttached = (kind: string, to: Pick<Fact, 'name' | 'namespace'>, owner: Fact): boolean =>
    facts.byKind['login-policy'].some((policy) =>
      policy.targets.some((target) => {
        if ((target.kind ?? kind) !== kind || (target.name ?? to.name) !== to.name) return false;
        const where = target.namespace ?? facts.namespaceOf(policy);
        const own = to.namespace ?? facts.namespaceOf(owner);
        return where === undefined || own === undefined || where === own;
      }),
    );
  if (isAttached('Service', service, service)) return true;
  if (route === undefined) return false;
  const led = route.services.filter(({ name }) => name.split('.')[0] === service.name);
  return (
    led.every(({ mayAsk }) => mayAsk) ||
    isAttached(route.kind, route, route) ||
    route.gateways.some((gateway) => isAttached('Gateway', gateway, route))
  );
}
