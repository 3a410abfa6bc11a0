/**
 * Who calls whom, as far as the files show it: hosts that containers and their ConfigMaps name, resolved as cluster DNS resolves them.
 * Source: Kubernetes documentation, "DNS for Services and Pods".
 */
import type { Mention } from '../../model/kubernetes/mentions.ts';
import type { Facts } from '../index.ts';
import type { ServiceFact } from '../kinds/service.ts';
import type { WorkloadFact } from '../kinds/workload.ts';
import { chooses, servicesOf } from './services.ts';

/** A Service that a workload names. */
export interface Use {
  readonly client: WorkloadFact;
  readonly service: ServiceFact;
  /** Of the Service; undefined when the name stands without one. */
  readonly port: number | undefined;
}

export interface Uses {
  readonly services: readonly Use[];
  /** Hosts that are no Services, with the ports that are known. */
  readonly outside: readonly Mention[];
}

export function usesOf(facts: Facts, client: WorkloadFact): Uses {
  const settings = facts
    .near('settings', client)
    .filter(({ holds, called }) => holds === 'ConfigMap' && called !== undefined && client.configMaps.includes(called));
  const services: Use[] = [];
  const outside: Mention[] = [];
  for (const mention of [...client.mentions, ...settings.flatMap(({ mentions }) => mentions)]) {
    const service = serviceAt(facts, mention.host, facts.namespaceOf(client));
    if (service !== undefined) services.push({ client, service, port: mention.port });
    else if (isPublicName(mention.host) && mention.port !== undefined) outside.push(mention);
  }
  return { services, outside };
}

/** What names Services that lead to a workload. */
export function clientsOf(facts: Facts, workload: WorkloadFact): readonly Use[] {
  const own = new Set(servicesOf(facts, workload));
  return allUses(facts).filter(({ service, client }) => own.has(service) && client !== workload);
}

/** Workloads that a Service leads to. */
export function workloadsOf(facts: Facts, { selector, ...service }: ServiceFact): readonly WorkloadFact[] {
  return facts.near('workload', service).filter(({ labels }) => labels !== undefined && chooses(selector, labels));
}

const known = new WeakMap<Facts, readonly Use[]>();

function allUses(facts: Facts): readonly Use[] {
  let uses = known.get(facts);
  if (uses === undefined) {
    uses = facts.byKind.workload.flatMap((workload) => usesOf(facts, workload).services);
    known.set(facts, uses);
  }
  return uses;
}

/** `name`, `name.namespace`, `name.namespace.svc...`, and the same behind the name of a pod. */
function serviceAt(facts: Facts, host: string, own: string | undefined): ServiceFact | undefined {
  const [first = '', second, third, ...rest] = host.split('.');
  const isLocal = third === undefined || third === 'svc' || rest[0] === 'svc';
  if (!isLocal) return undefined;
  const find = (name: string, namespace: string | undefined): ServiceFact | undefined =>
    facts.named('service', name).find((service) => {
      const of = facts.namespaceOf(service);
      return of === namespace || of === undefined || namespace === undefined;
    });
  if (rest[0] === 'svc' && second !== undefined) return find(second, third);
  return find(first, second ?? own);
}

function isPublicName(host: string): boolean {
  return (
    /\.[a-z]{2,}$/.test(host) &&
    !/\.(?:svc|local|internal|localdomain|ya?ml|json|conf|txt|js|py|sh|so|jar|pem|crt|key|log)$/.test(host)
  );
}
