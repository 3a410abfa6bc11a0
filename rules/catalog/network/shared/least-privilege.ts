/**
 * The narrowest network policy under which a workload still does what the files show: its clients by name, the ways in from outside, the
 * Services it names, DNS. Everything that no file shows stops, which the fix's title says.
 */

import type { Fix } from '../../../contract/finding.ts';
import { ingressNamespaces } from '../../../data/ingress-controllers.ts';
import type { Facts } from '../../../facts/index.ts';
import type { ServiceFact } from '../../../facts/kinds/service.ts';
import type { WorkloadFact } from '../../../facts/kinds/workload.ts';
import {
  monitorsOfPods,
  monitorsOfService,
  portsForApiServer,
  unclearForApiServer,
} from '../../../facts/questions/callers.ts';
import { portNamed } from '../../../facts/questions/connections.ts';
import { entryPathsTo } from '../../../facts/questions/reach.ts';
import { servicesOf } from '../../../facts/questions/services.ts';
import { callsKubernetes, clientsOf, usesOf, workloadsOf } from '../../../facts/questions/uses.ts';
import { dnsEgress } from '../../../model/kubernetes/deny-policy.ts';
import { type Labels, steadyLabels } from '../../../model/kubernetes/labels.ts';
import type { Direction, Port } from '../../../model/kubernetes/traffic.ts';
import type { YamlValue } from '../../../yaml/change.ts';
import { renderBlock } from '../../../yaml/render.ts';
import { policyFile } from './default-deny.ts';

/** @returns undefined where no policy can select the pods, or nothing in the scope shows what they talk with. */
export function leastPrivilegeFix(
  facts: Facts,
  workload: WorkloadFact,
  directions: readonly Direction[],
): Fix | undefined {
  const labels = selectableLabels(workload);
  if (workload.name === '' || labels === undefined) return undefined;
  const ingress = directions.includes('ingress') ? ingressOf(facts, workload) : undefined;
  const egress = directions.includes('egress') ? egressOf(facts, workload) : undefined;
  if ((ingress?.names ?? []).length + (egress?.names ?? []).length === 0) return undefined;
  const policy: YamlValue = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name: directions.length === 2 ? workload.name : `${workload.name}-${directions.join()}`,
      ...(workload.namespace === undefined ? {} : { namespace: workload.namespace }),
    },
    spec: {
      podSelector: { matchLabels: labels },
      policyTypes: [...(ingress === undefined ? [] : ['Ingress']), ...(egress === undefined ? [] : ['Egress'])],
      ...(ingress === undefined || ingress.rules.length === 0 ? {} : { ingress: ingress.rules }),
      ...(egress === undefined ? {} : { egress: [...egress.rules, dnsEgress] }),
    },
  };
  const sides = [
    ingress === undefined ? '' : ` from ${listed(ingress.names) || 'nobody'}`,
    egress === undefined ? '' : ` to ${listed([...egress.names, 'DNS'])}`,
  ].filter((side) => side !== '');
  const assumes = ingress?.assumes ?? [];
  return {
    title: `Let ${workload.name} talk only with what the files show:${sides.join(',')}${assumes.length === 0 ? ' (all else stops)' : ''}`,
    createsDocument: true,
    ...(assumes.length === 0 ? {} : { assumes: assumes.join(', and ') }),
    changes: [
      {
        kind: 'document',
        text: `${renderBlock(policy, { step: 2, dash: 2, json: false }).join('\n')}\n`,
        file: policyFile(workload.name),
      },
    ],
  };
}

interface Side {
  readonly rules: YamlValue[];
  /** Whom the rules let through, for the title. */
  readonly names: readonly string[];
  /** Clauses of what has to be true, since somebody may call whom no rule lets through. */
  readonly assumes?: readonly string[];
}

function ingressOf(facts: Facts, workload: WorkloadFact): Side {
  const rules: YamlValue[] = [];
  const names: string[] = [];
  const clients = new Map<WorkloadFact, Port[]>();
  for (const { client, service, port } of clientsOf(facts, workload))
    clients.set(client, [...(clients.get(client) ?? []), ...portsOfService(workload, service, port)]);
  for (const [client, ports] of clients) {
    const peer = peerOf(facts, client, workload);
    if (peer === undefined) continue;
    rules.push({ from: [peer], ...portsOf(ports) });
    names.push(client.name);
  }
  const clientless = new Set(servicesOf(facts, workload));
  for (const { service } of clientsOf(facts, workload)) clientless.delete(service);
  for (const service of servicesOf(facts, workload)) {
    const ports = portsOf(portsOfService(workload, service, undefined));
    if (service.type === 'LoadBalancer' || service.type === 'NodePort') {
      rules.push({ ...ports });
      names.push('outside');
      clientless.delete(service);
    }
    const called = portsForApiServer(facts, service);
    const monitors = monitorsOfService(facts, service);
    if (called.length + monitors.length > 0) clientless.delete(service);
    // It has no label and no namespace that a policy could name.
    if (called.length > 0) {
      rules.push({ ...portsOf(called.flatMap((port) => portsOfService(workload, service, port))) });
      names.push('the API server');
    }
    for (const { name } of monitors) {
      rules.push({ from: [{ namespaceSelector: {} }], ...ports });
      names.push(`ServiceMonitor ${name}`);
    }
  }
  for (const { name } of monitorsOfPods(facts, workload)) {
    rules.push({ from: [{ namespaceSelector: {} }], ...portsOf(workload.ports) });
    names.push(`PodMonitor ${name}`);
  }
  for (const { service, route } of entryPathsTo(facts, workload)) {
    if (route === undefined) continue;
    const namespaces = ingressNamespaces.get(route.className ?? '');
    const from = { namespaceSelector: namespaces === undefined ? {} : byName(namespaces) };
    rules.push({ from: [from], ...portsOf(portsOfService(workload, service, undefined)) });
    names.push(`${route.kind} ${route.name}`);
    clientless.delete(service);
  }
  const assumes = [
    ...[...clientless].map(({ name }) => `nobody else calls Service ${name}`),
    ...unclearForApiServer(facts, workload).map(({ name }) => `Service ${name} leads to other pods`),
  ];
  return { rules: distinct(rules), names: [...new Set(names)], assumes };
}

function egressOf(facts: Facts, workload: WorkloadFact): Side {
  const rules: YamlValue[] = [];
  const names: string[] = [];
  const { services, outside } = usesOf(facts, workload);
  const servers = new Map<WorkloadFact, Port[]>();
  for (const { service, port } of services)
    for (const server of workloadsOf(facts, service))
      if (server !== workload)
        servers.set(server, [...(servers.get(server) ?? []), ...portsOfService(server, service, port)]);
  for (const [server, ports] of servers) {
    const peer = peerOf(facts, server, workload);
    if (peer === undefined) continue;
    rules.push({ to: [peer], ...portsOf(ports) });
    names.push(server.name);
  }
  const world = [...new Set(outside.flatMap(({ port }) => port ?? []))].sort((a, b) => a - b);
  if (world.length > 0) {
    rules.push({
      to: [{ ipBlock: { cidr: '0.0.0.0/0', except: notOutside } }],
      ports: world.map((port) => ({ protocol: 'TCP', port })),
    });
    names.push([...new Set(outside.map(({ host }) => host))].slice(0, 2).join(' and '));
  }
  if (callsKubernetes(facts, workload)) {
    // Its address is the cluster's own affair; 443 is the Service's port, 6443 the one behind it.
    rules.push({ ports: [443, 6443].map((port) => ({ protocol: 'TCP', port })) });
    names.push('the Kubernetes API');
  }
  return { rules: distinct(rules), names };
}

/** Addresses of the cluster and its machines, and of the cloud's metadata. */
const notOutside: YamlValue = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16'];

/** Labels by which a policy can select the pods: those that never change, else all that are known. */
function selectableLabels({ selector, labels }: WorkloadFact): Labels | undefined {
  if (labels === undefined) return undefined;
  const chosen = steadyLabels(selector, labels);
  return Object.keys(chosen).length > 0 ? chosen : undefined;
}

function peerOf(facts: Facts, other: WorkloadFact, own: WorkloadFact): YamlValue | undefined {
  const labels = selectableLabels(other);
  if (labels === undefined || other.hostNetwork === true) return undefined;
  const pods = { podSelector: { matchLabels: labels } };
  const [from, to] = [facts.namespaceOf(other), facts.namespaceOf(own)];
  return from === to || from === undefined ? pods : { namespaceSelector: byName(from), ...pods };
}

const byName = (namespace: string): YamlValue => ({ matchLabels: { 'kubernetes.io/metadata.name': namespace } });

/** The ports behind one port of a Service, or behind all of them. */
function portsOfService(workload: WorkloadFact, service: ServiceFact, port: number | undefined): readonly Port[] {
  const meant = service.ports.filter(({ number }) => number === port);
  return (meant.length > 0 ? meant : service.ports).map(({ protocol, target }) =>
    portNamed(workload, protocol, target),
  );
}

function portsOf(ports: readonly Port[]): { readonly ports?: YamlValue } {
  const items = ports.flatMap(({ protocol, number, name }): YamlValue[] => {
    const port = number ?? name;
    return port === undefined ? [] : [{ protocol, port }];
  });
  return items.length === 0 ? {} : { ports: distinct(items) };
}

function distinct(values: readonly YamlValue[]): YamlValue[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function listed(names: readonly string[]): string {
  if (names.length > 4) return `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
  return names.join(', ');
}
