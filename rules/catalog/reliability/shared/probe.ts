/** The port that a probe asks, and whether its container declares it. */
import type { Report } from '../../../contract/finding.ts';
import type { Container } from '../../../model/kubernetes/container.ts';
import type { Field } from '../../../yaml/field.ts';

export function reportUndeclaredPort(
  container: Container,
  probe: 'readinessProbe' | 'livenessProbe' | 'startupProbe',
  report: Report,
): void {
  const field = container.at(probe);
  const port = ['httpGet', 'tcpSocket', 'grpc'].map((kind) => field.at(kind, 'port')).find(({ present }) => present);
  const asked = port?.text;
  if (port === undefined || asked === undefined || port.unknown) return;
  // Asked elsewhere than here.
  if (field.at('httpGet', 'host').present || field.at('tcpSocket', 'host').present) return;
  const ports = container.at('ports');
  if (!isKnown(ports)) return;
  // No probe speaks UDP or SCTP.
  const declared = ports.items.some(
    (item) =>
      (!item.at('protocol').present || item.at('protocol').is('TCP')) &&
      (item.at('containerPort').text === asked || item.at('name').text === asked),
  );
  if (!declared) report(port, `Declares no port ${asked}, which its ${probe} calls: ${container.label}.`);
}

/** Every port is seen: none is left to a template or a patch. */
function isKnown(ports: Field): boolean {
  if (!ports.present) return ports.missing;
  return ports.items.every(
    (item) => item.isMap && ['containerPort', 'name', 'protocol'].every((key) => !item.at(key).unknown),
  );
}
