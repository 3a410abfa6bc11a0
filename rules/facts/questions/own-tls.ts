/**
 * Whether something says that a program speaks TLS itself on a port: names and numbers of ports, probes, a certificate among its arguments. Never proof,
 * but enough to say nothing of plain text. Source of numbers and names: IANA, "Service Name and Transport Protocol Port Number Registry", read
 * 2026-11-27; 6443, 8443, 9443 and 10250 are the habits of Kubernetes and its webhooks.
 */
import type { Port } from '../../model/kubernetes/traffic.ts';
import type { Facts } from '../index.ts';
import type { WorkloadFact } from '../kinds/workload.ts';
import { portNamed } from './connections.ts';
import { servicesOf } from './services.ts';

const numbers: ReadonlySet<number> = new Set([
  443, 465, 563, 636, 853, 989, 990, 992, 993, 994, 995, 5061, 5671, 6443, 8443, 8883, 9443, 10250,
]);

const names = /(?:^|[-_])(?:https|m?tls|ssl|grpcs|wss|ldaps|imaps|pop3s|smtps|ftps|amqps|secure|rediss)(?:$|[-_])/i;

/** @returns true for a port that a Service gives such a name, too. */
export function mayOwnTls(facts: Facts, workload: WorkloadFact, { protocol, number, name }: Port): boolean {
  if (workload.hasCertificate || (number !== undefined && numbers.has(number))) return true;
  const said = workload.probedByTls.some((port) => port === number || port === name);
  if (said || (name !== undefined && names.test(name))) return true;
  return servicesOf(facts, workload).some(({ ports }) =>
    ports.some((port) => {
      if (port.protocol !== protocol) return false;
      const target = portNamed(workload, protocol, port.target);
      const isIt = number === undefined ? target.name === name : target.number === number;
      return (
        isIt &&
        (numbers.has(port.number) ||
          names.test(port.name ?? '') ||
          names.test(port.appProtocol?.split('/').at(-1) ?? ''))
      );
    }),
  );
}
