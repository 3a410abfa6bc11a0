/**
 * Who calls whom, as far as the files show it: hosts that containers and their ConfigMaps name, resolved as cluster DNS resolves them.
 * Source: Kubernetes documentation, "DNS for Services and Pods".
 */
import type { Mention } from '../../model/kubernetes/mentions.ts';
import type { Facts } from '../index.ts';
import type { ServiceFact } from '../kinds/service.ts';
import type { WorkloadFact } from '../kinds/workload.ts';
import { firstInOrder, nearBy, remembered, together } from '../near-by.ts';
import { chosenOf, selectorOf } from './selection.ts';
import { servicesOf } from './services.ts';
import { bindingsOfAccount } from './subjects.ts';

/** A Service that a workload names. */
export interface Use {
  readonly client: WorkloadFact;
  readonly service: ServiceFact;
  /** Of the Service; undefined when the name stands without one. */
  readonly port: number | undefined;
}

/** Whom a workload names in its settings. */
export interface Uses {
  readonly services: readonly Use[];
  /** Hosts that are no Services, with the ports that are known. */
  readonly outside: readonly Mention[];
}

const nobody: Uses = { services: [], outside: [] };

/** @returns Services of the scope, once for each mention, and public hosts of which a port is known. */
export function usesOf(facts: Facts, client: WorkloadFact): Uses {
  if (client.mentions.length === 0 && client.configMaps.length === 0) return nobody;
  const own = facts.namespaceOf(client);
  const settings = together(
    facts,
    [...new Set(client.configMaps)].map((name) => configMaps(facts, own, name)),
  );
  const services: Use[] = [];
  const outside: Mention[] = [];
  for (const mention of [...client.mentions, ...settings.flatMap(({ mentions }) => mentions)]) {
    const service = serviceAt(facts, mention.host, own);
    if (service !== undefined) services.push({ client, service, port: mention.port });
    else if (isPublicName(mention.host) && mention.port !== undefined) outside.push(mention);
  }
  return { services, outside };
}

/** Whether its account was given permissions, so that it calls the API server. */
export function callsKubernetes(facts: Facts, { serviceAccount, automount, ...workload }: WorkloadFact): boolean {
  if (serviceAccount === undefined || automount === false) return false;
  const namespace = facts.namespaceOf(workload);
  return bindingsOfAccount(facts, serviceAccount, namespace, workload.ref).some(({ subjects }) =>
    subjects.some(({ kind, name }) => kind === 'ServiceAccount' && name === serviceAccount),
  );
}

/** What names Services that lead to a workload. */
export function clientsOf(facts: Facts, workload: WorkloadFact): readonly Use[] {
  const uses = usesByService(facts);
  return servicesOf(facts, workload)
    .flatMap((service) => uses.get(service) ?? [])
    .filter(({ use: { client } }) => client !== workload)
    .sort((a, b) => a.place - b.place)
    .map(({ use }) => use);
}

/** Workloads of which `clientsOf` may tell something: those that Services lead to which somebody names. */
export const workloadsCalled: (facts: Facts) => ReadonlySet<WorkloadFact> = remembered(
  (facts) => new Set([...usesByService(facts).keys()].flatMap((service) => workloadsOf(facts, service))),
);

/** Workloads that a Service leads to. */
export function workloadsOf(facts: Facts, { selector, ...service }: ServiceFact): readonly WorkloadFact[] {
  if (selector === undefined) return [];
  return chosenWorkloads.by(facts, service, selectorOf(selector)).filter(({ labels }) => labels !== undefined);
}

const chosenWorkloads = chosenOf('workload');

const configMaps = nearBy(
  'settings',
  () =>
    ({ holds, called }) =>
      holds === 'ConfigMap' && called !== undefined ? [called] : [],
);

const servicesByName = nearBy('service', () => ({ name }) => [name]);

interface PlacedUse {
  readonly use: Use;
  /** Among the uses of the scope. */
  readonly place: number;
}

const usesByService = remembered((facts) => {
  const found = new Map<ServiceFact, PlacedUse[]>();
  const all = facts.byKind.workload.flatMap((workload) => usesOf(facts, workload).services);
  for (const [place, use] of all.entries()) {
    const known = found.get(use.service);
    if (known === undefined) found.set(use.service, [{ use, place }]);
    else known.push({ use, place });
  }
  return found;
});

/** `name`, `name.namespace`, `name.namespace.svc...`, and the same behind the name of a pod. */
function serviceAt(facts: Facts, host: string, own: string | undefined): ServiceFact | undefined {
  const [first = '', second, third, ...rest] = host.split('.');
  const isLocal = third === undefined || third === 'svc' || rest[0] === 'svc';
  if (!isLocal) return undefined;
  const find = (name: string, namespace: string | undefined): ServiceFact | undefined =>
    firstInOrder(facts, servicesByName(facts, namespace, name));
  if (rest[0] === 'svc' && second !== undefined) return find(second, third);
  return find(first, second ?? own);
}

function isPublicName(host: string): boolean {
  return (
    /\.[a-z]{2,}$/.test(host) &&
    !/\.(?:svc|local|internal|localdomain|ya?ml|json|conf|txt|js|py|sh|so|jar|pem|crt|key|log)$/.test(host)
  );
}
