/** Steps from outside of the cluster to workloads and to permissions. Source: Kubernetes documentation, "Service", "Ingress" and "Authenticating", anonymous requests. */

import { isPublicRole } from '../../model/kubernetes/access.ts';
import type { Facts } from '../index.ts';
import type { BackendsFact } from '../kinds/backends.ts';
import type { BindingFact } from '../kinds/binding.ts';
import type { ServiceFact } from '../kinds/service.ts';
import type { WorkloadFact } from '../kinds/workload.ts';
import { nearBy, together } from '../near-by.ts';
import { type EntryPath, portsReached, routesInto } from '../questions/reach.ts';
import { keysOfLabels, keysOfSelectors, selectorOf } from '../questions/selection.ts';
import { chooses } from '../questions/services.ts';
import { containerAlone, containersAt, hasOpenPort } from './containers.ts';
import { cutAt, type EdgeKind, type Step } from './edge.ts';
import { subjectId } from './holders.ts';
import type { Foothold, Terrain } from './terrain.ts';
import { groupVertex, outside, userVertex } from './vertex.ts';

/** The rows, by how somebody comes in. */
export const entryRows = {
  'entry.service': {
    id: 'entry.service',
    does: 'reaches pods by a Service that is open to the outside',
    techniques: 'T1190, T1133, MS-TA9005',
    source: 'Kubernetes documentation, "Service", type',
  },
  'entry.route': {
    id: 'entry.route',
    does: 'reaches pods by a route from outside',
    techniques: 'T1190, MS-TA9005',
    source: 'Kubernetes documentation, "Ingress"; Gateway API',
  },
  'entry.host-port': {
    id: 'entry.host-port',
    does: 'reaches pods at a port of their node',
    techniques: 'T1190',
    source: 'Kubernetes API reference, ContainerPort, hostPort',
  },
  'entry.anonymous': {
    id: 'entry.anonymous',
    does: 'has what is bound to everybody, without a name',
    techniques: 'T1078.001, MS-TA9005',
    source: 'Kubernetes documentation, "Authenticating", anonymous requests',
  },
} as const satisfies { readonly [id: string]: EdgeKind };

/** Everybody, with a name or without one. */
const everybody: ReadonlySet<string> = new Set([groupVertex('system:unauthenticated'), userVertex('system:anonymous')]);

/** @returns what gives the steps from outside into the pods of a workload. */
export function entriesIn({ facts }: Terrain): (foothold: Foothold) => readonly Step[] {
  const isAny = facts.byKind.service.some((service) => leadsIn(facts, service));
  return ({ workload, id }) => {
    const services = isAny ? openTo(facts, workload) : [];
    const ports = hostPorts(workload, id);
    if (services.length === 0) return ports;
    const led = services.filter(isOpen).map((service) => serviceEntry(service, workload, id));
    const routes = services.flatMap((service) =>
      routesInto(facts, service).map((route) => routeEntry({ service, route }, workload, id)),
    );
    return [...led, ...routes, ...ports];
  };
}

/** Services that somebody outside comes to. Of many Services few are, so that they are looked up by themselves. */
const openServices = nearBy('service', (facts) => {
  const open = new Set(facts.byKind.service.filter((service) => leadsIn(facts, service)));
  const keysOf = keysOfSelectors([...open].map(({ selector = {} }) => selectorOf(selector)));
  return (service) => {
    const { selector = {} } = service;
    return open.has(service) && Object.keys(selector).length > 0 ? keysOf(selectorOf(selector)) : [];
  };
});

const leadsIn = (facts: Facts, service: ServiceFact): boolean =>
  isOpen(service) || routesInto(facts, service).length > 0;

function openTo(facts: Facts, workload: WorkloadFact): readonly ServiceFact[] {
  const { labels } = workload;
  if (labels === undefined) return [];
  const own = facts.namespaceOf(workload);
  const found = keysOfLabels(labels).map((key) => openServices(facts, own, key));
  return found.every((lists) => lists.every(({ length }) => length === 0))
    ? []
    : together(facts, found).filter(({ selector }) => chooses(selector, labels));
}

const isBalanced = ({ type, isInternal }: ServiceFact): boolean => type === 'LoadBalancer' && !isInternal;

const isOpen = (service: ServiceFact): boolean =>
  isBalanced(service) || service.hasExternalIPs || service.type === 'NodePort';

/** The containers that a way leads into: where it leads to no port that is known, any may be it. */
const into = (workload: WorkloadFact, path: EntryPath): Step['into'] => containersAt(workload, portsReached(path));

function serviceEntry(service: ServiceFact, workload: WorkloadFact, to: string): Step {
  const needsNode = !isBalanced(service) && !service.hasExternalIPs;
  return {
    ...{ edge: 'entry.service', from: outside, to, assumes: needsNode ? ['node-address'] : [] },
    into: into(workload, { service, route: undefined }),
    cuts: [cutAt('service-type', service, 'type', `Make Service ${service.name} a ClusterIP`, 6)],
    at: { fact: service, place: 'type' },
  };
}

function routeEntry(path: EntryPath & { readonly route: BackendsFact }, workload: WorkloadFact, to: string): Step {
  const { route } = path;
  return {
    ...{ edge: 'entry.route', from: outside, to, assumes: [], into: into(workload, path) },
    cuts: [cutAt('route', route, 'name', `Remove the way to it from ${route.kind} ${route.name}`, 6)],
    at: { fact: route, place: 'name' },
  };
}

function hostPorts(workload: WorkloadFact, to: string): readonly Step[] {
  const { hostNetwork, ports, power, kind, name } = workload;
  const isOnNode = hostNetwork === true && ports.length > 0 && hasOpenPort(workload);
  if (power.hostPorts.length === 0 && !isOnNode) return [];
  const own = { edge: 'entry.host-port', from: outside, to, assumes: ['node-address'] } as const;
  const written = power.hostPorts.map(({ number, place, container }): Step => {
    const cut = cutAt('host-port', workload, place, `Remove hostPort ${number} from ${kind} ${name}`, 4);
    return { ...own, into: containerAlone(workload, container), cuts: [cut], at: cut };
  });
  if (!isOnNode) return written;
  const cut = cutAt('host-network', workload, 'hostNetwork', `Set hostNetwork: false in ${kind} ${name}`, 4);
  return [...written, { ...own, into: containersAt(workload, 'every'), cuts: [cut], at: cut }];
}

const mayBeAnybody = ({ name }: BindingFact['subjects'][number]): boolean =>
  name === 'system:unauthenticated' || name === 'system:anonymous';

/** @returns the steps from outside to what everybody may do. */
export function anonymousEntries({ facts }: Terrain): readonly Step[] {
  return facts.byKind.binding.flatMap((binding) => {
    if (binding.isDefault || !binding.subjects.some(mayBeAnybody) || isPublicRole(binding)) return [];
    return binding.subjects.flatMap(({ kind, name }, i): readonly Step[] => {
      const to = subjectId(kind, name, '');
      if (to === undefined || !everybody.has(to)) return [];
      const cut = cutAt(
        'subject',
        binding,
        `subject${i}`,
        `Remove ${kind} ${name} from ${binding.kind} ${binding.name}`,
        1,
      );
      return [{ edge: 'entry.anonymous', from: outside, to, assumes: ['api-server'], cuts: [cut], at: cut }];
    });
  });
}
