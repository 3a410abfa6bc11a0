/**
 * Who calls pods without being a workload of the files: the API server, which has no labels and no namespace that a policy could name, and what the Prometheus
 * operator's monitors tell to ask. Must not know what a policy looks like.
 */
import type { Facts } from '../index.ts';
import type { MonitorFact } from '../kinds/monitor.ts';
import type { ServiceFact } from '../kinds/service.ts';
import type { WorkloadFact } from '../kinds/workload.ts';
import { entryPathsTo } from './reach.ts';
import { mayChoose } from './selection.ts';
import { servicesOf } from './services.ts';

/** @returns ports of the Service at which the API server calls it; none where it does not. */
export const portsForApiServer = (facts: Facts, service: ServiceFact): readonly number[] =>
  facts.byKind['api-call'].flatMap(({ services }) =>
    services.flatMap(({ name, namespace, port }) =>
      name === service.name &&
      (namespace === undefined ||
        service.namespace === undefined ||
        namespace === service.namespace ||
        namespace === facts.namespaceOf(service))
        ? [port]
        : [],
    ),
  );

/** Services that the API server calls, and of which nobody knows whom they select; they may lead to the pods. */
export const unclearForApiServer = (facts: Facts, workload: WorkloadFact): readonly ServiceFact[] =>
  facts.byKind['api-call'].length === 0
    ? []
    : facts
        .near('service', workload)
        .filter((service) => service.selector === undefined && portsForApiServer(facts, service).length > 0);

/** Monitors that select a Service. */
export const monitorsOfService = (facts: Facts, service: ServiceFact): readonly MonitorFact[] =>
  facts.byKind.monitor.filter(
    (monitor) =>
      monitor.selects === 'Service' &&
      looksAt(facts, monitor, facts.namespaceOf(service)) &&
      mayChoose(monitor.selector, service.labels),
  );

/** Monitors that select the pods themselves. */
export const monitorsOfPods = (facts: Facts, workload: WorkloadFact): readonly MonitorFact[] =>
  facts.byKind.monitor.filter(
    (monitor) =>
      monitor.selects === 'pods' &&
      looksAt(facts, monitor, facts.namespaceOf(workload)) &&
      mayChoose(monitor.selector, workload.labels),
  );

function looksAt(facts: Facts, monitor: MonitorFact, namespace: string | undefined): boolean {
  if (monitor.namespaces === 'any' || namespace === undefined) return true;
  const own = facts.namespaceOf(monitor);
  return monitor.namespaces?.includes(namespace) ?? (own === undefined || own === namespace);
}

/** Whether somebody outside of the pods' own namespace calls them, or may, as far as the files tell. */
export function isCalledFromOutside(facts: Facts, workload: WorkloadFact): boolean {
  return (
    entryPathsTo(facts, workload).length > 0 ||
    unclearForApiServer(facts, workload).length > 0 ||
    monitorsOfPods(facts, workload).length > 0 ||
    servicesOf(facts, workload).some(
      (service) => portsForApiServer(facts, service).length > 0 || monitorsOfService(facts, service).length > 0,
    )
  );
}
