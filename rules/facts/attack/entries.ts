/** Steps from outside of the cluster to workloads and to permissions. Source: Kubernetes documentation, "Service", "Ingress" and "Authenticating", anonymous requests. */

import { isPublicRole } from '../../model/kubernetes/access.ts';
import type { WorkloadFact } from '../kinds/workload.ts';
import { entryPathsTo } from '../questions/reach.ts';
import { servicesOf } from '../questions/services.ts';
import { cutAt, type EdgeKind, type Step } from './edge.ts';
import { subjectId } from './holders.ts';
import type { Foothold, Terrain } from './terrain.ts';

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
const everybody: ReadonlySet<string> = new Set(['group/system:unauthenticated', 'user/system:anonymous']);

/** @returns the steps from outside into the pods of a workload. */
export function entriesOf({ facts }: Terrain, { workload, id }: Foothold): readonly Step[] {
  const from = 'outside';
  const routes = entryPathsTo(facts, workload).flatMap(({ route }): readonly Step[] =>
    route === undefined
      ? []
      : [
          {
            ...{ edge: 'entry.route', from, to: id, assumes: [] },
            cuts: [cutAt('route', route, 'name', `Remove the way to it from ${route.kind} ${route.name}`, 6)],
            at: { fact: route, place: 'name' },
          },
        ],
  );
  const services = servicesOf(facts, workload).flatMap((service): readonly Step[] => {
    const { type, hasExternalIPs, isInternal, name } = service;
    const isBalanced = type === 'LoadBalancer' && !isInternal;
    if (!isBalanced && !hasExternalIPs && type !== 'NodePort') return [];
    const needsNode = !isBalanced && !hasExternalIPs;
    return [
      {
        ...{ edge: 'entry.service', from, to: id, assumes: needsNode ? ['node-address'] : [] },
        cuts: [cutAt('service-type', service, 'type', `Make Service ${name} a ClusterIP`, 6)],
        at: { fact: service, place: 'type' },
      },
    ];
  });
  return [...services, ...routes, ...hostPorts(workload, id)];
}

function hostPorts(workload: WorkloadFact, to: string): readonly Step[] {
  const { hostNetwork, ports, power, kind, name } = workload;
  const own = { edge: 'entry.host-port', from: 'outside', to, assumes: ['node-address'] } as const;
  const written = power.hostPorts.map(({ number, place }): Step => {
    const cut = cutAt('host-port', workload, place, `Remove hostPort ${number} from ${kind} ${name}`, 4);
    return { ...own, cuts: [cut], at: cut };
  });
  if (hostNetwork !== true || ports.length === 0) return written;
  const cut = cutAt('host-network', workload, 'hostNetwork', `Set hostNetwork: false in ${kind} ${name}`, 4);
  return [...written, { ...own, cuts: [cut], at: cut }];
}

/** @returns the steps from outside to what everybody may do. */
export function anonymousEntries({ facts }: Terrain): readonly Step[] {
  return facts.byKind.binding.flatMap((binding) => {
    if (binding.isDefault || isPublicRole(binding)) return [];
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
      return [{ edge: 'entry.anonymous', from: 'outside', to, assumes: ['api-server'], cuts: [cut], at: cut }];
    });
  });
}
