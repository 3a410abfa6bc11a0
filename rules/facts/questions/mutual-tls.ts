/**
 * Whether a connection between two workloads is encrypted by a mesh. Sources: Istio, "PeerAuthentication" (the narrowest policy that
 * says something decides; nothing said means PERMISSIVE), "DestinationRule" (what clients send) and "Sidecar injection"; Linkerd, "Automatic mTLS".
 */
import { matches } from '../../model/kubernetes/labels.ts';
import type { Facts } from '../index.ts';
import type { ClientTlsFact } from '../kinds/client-tls.ts';
import type { PeerAuthenticationFact } from '../kinds/peer-authentication.ts';
import type { WorkloadFact } from '../kinds/workload.ts';
import { nearBy } from '../near-by.ts';
import { portNamed } from './connections.ts';
import { isInIstio } from './mesh.ts';
import { selectorOf } from './selection.ts';
import { servicesOf } from './services.ts';

/**
 * required: plain text is refused. offered: both ends are in the mesh, but others get in without. none: plain text.
 * refused: the other end takes mutual TLS alone, and this one sends none. unknown: nothing tells who is in the mesh, or TLS of the programs' own is used.
 */
export type Encryption = 'required' | 'offered' | 'none' | 'refused' | 'unknown';

/** What a connection is encrypted by, and what decides it. */
export interface EncryptionVerdict {
  readonly encryption: Encryption;
  /** The policy or rule that decides. */
  readonly by: PeerAuthenticationFact | ClientTlsFact | undefined;
}

/** @param port that the server listens on; undefined when unknown. */
export function encryptionOf(
  facts: Facts,
  from: WorkloadFact,
  to: WorkloadFact,
  port: number | undefined,
): EncryptionVerdict {
  const [client, server] = [meshOf(facts, from), meshOf(facts, to)];
  if (client === undefined || server === undefined) return { encryption: 'unknown', by: undefined };
  if (server === 'none') return { encryption: 'none', by: undefined };
  if (server === 'linkerd') return { encryption: client === 'linkerd' ? 'offered' : 'none', by: undefined };
  const { mode, by } = modeOf(facts, to, port);
  if (mode === 'DISABLE') return { encryption: 'none', by };
  if (client !== 'istio') return { encryption: mode === 'STRICT' ? 'refused' : 'none', by };
  const told = toldToClients(facts, from, to, port);
  if (told?.mode === 'DISABLE') return { encryption: mode === 'STRICT' ? 'refused' : 'none', by: told.by };
  if (told?.mode === 'SIMPLE' || told?.mode === 'MUTUAL') return { encryption: 'unknown', by: told.by };
  return { encryption: mode === 'STRICT' ? 'required' : 'offered', by };
}

/** Which mesh a workload's pods are in; undefined when nothing tells. */
function meshOf(facts: Facts, workload: WorkloadFact): 'istio' | 'linkerd' | 'none' | undefined {
  const { labels, meshAnnotations, hostNetwork } = workload;
  if (labels === undefined) return undefined;
  // Istio leaves pods of the host's network out.
  if (hostNetwork === true) return 'none';
  const own = facts.namespaceOf(workload);
  const namespace = own === undefined ? undefined : facts.named('namespace', own)[0];
  const linkerd = meshAnnotations['linkerd.io/inject'] ?? namespace?.linkerd;
  if (linkerd === 'enabled' || linkerd === 'ingress') return 'linkerd';
  const injected = labels['sidecar.istio.io/inject'] ?? meshAnnotations['sidecar.istio.io/inject'];
  if (injected !== undefined) return injected === 'true' ? 'istio' : 'none';
  if (labels['istio.io/dataplane-mode'] === 'none') return 'none';
  if (namespace !== undefined) return isInIstio(namespace.labels) ? 'istio' : 'none';
  // Without any sign of a mesh in the files there is none that they speak of.
  const isMeshed =
    facts.byKind['peer-authentication'].length > 0 || facts.byKind.namespace.some(({ labels: of }) => isInIstio(of));
  return isMeshed ? undefined : 'none';
}

const rootNamespace = 'istio-system';

/** What a DestinationRule has clients send: one in the client's namespace before one in the server's before one for the mesh, then the narrowest host. */
function toldToClients(
  facts: Facts,
  from: WorkloadFact,
  to: WorkloadFact,
  port: number | undefined,
): { readonly mode: string; readonly by: ClientTlsFact } | undefined {
  const rules = facts.byKind['client-tls'];
  if (rules.length === 0) return undefined;
  const places = [facts.namespaceOf(from), facts.namespaceOf(to), rootNamespace];
  const [found] = servicesOf(facts, to)
    .flatMap((service) => rules.map((rule) => ({ rule, service, host: fullHost(facts, rule) })))
    .map((each) => ({ ...each, place: places.indexOf(facts.namespaceOf(each.rule)) }))
    .filter(
      ({ rule: { selector }, service, host, place }) =>
        place >= 0 &&
        isNamed(`${service.name}.${facts.namespaceOf(to) ?? ''}${clusterDomain}`, host) &&
        (selector === undefined || matches(selectorOf(selector), from.labels ?? {})),
    )
    .sort((a, b) => a.place - b.place || b.host.length - a.host.length);
  if (found === undefined) return undefined;
  const { rule: by, service } = found;
  // Rules count ports of the Service, and whoever asks those of the pod.
  const called = service.ports.find(({ protocol, target }) => portNamed(to, protocol, target).number === port);
  const mode = (called === undefined ? undefined : by.ports[called.number]) ?? by.mode;
  return mode === undefined ? undefined : { mode, by };
}

const clusterDomain = '.svc.cluster.local';

/** A host with its namespace and domain, which may be left out. */
function fullHost(facts: Facts, rule: ClientTlsFact): string {
  const { host } = rule;
  if (host.includes('*') || host.endsWith(clusterDomain)) return host;
  const short = host.replace(/\.svc$/, '');
  return `${short.includes('.') ? short : `${short}.${facts.namespaceOf(rule) ?? ''}`}${clusterDomain}`;
}

const isNamed = (host: string, pattern: string): boolean =>
  pattern === host || (pattern.startsWith('*') && host.endsWith(pattern.slice(1)));

function modeOf(
  facts: Facts,
  workload: WorkloadFact,
  port: number | undefined,
): { readonly mode: string; readonly by: PeerAuthenticationFact | undefined } {
  const { labels = {} } = workload;
  const near = facts.near('peer-authentication', workload);
  const isWide = ({ selector }: PeerAuthenticationFact): boolean =>
    selector !== undefined && Object.keys(selector).length === 0;
  const chosen = near.filter(
    (policy) => !isWide(policy) && policy.selector !== undefined && matches(selectorOf(policy.selector), labels),
  );
  const root = facts.byKind['peer-authentication'].filter(
    (policy) => isWide(policy) && facts.namespaceOf(policy) === rootNamespace,
  );
  for (const policy of [...chosen, ...near.filter(isWide), ...root]) {
    const mode = (port === undefined ? undefined : policy.ports[port]) ?? policy.mode;
    if (mode !== undefined && mode !== 'UNSET') return { mode, by: policy };
  }
  return { mode: 'PERMISSIVE', by: undefined };
}

/** Policies for all pods that say what proxies accept. */
const telling = nearBy(
  'peer-authentication',
  () =>
    ({ selector, mode }) =>
      selector !== undefined && Object.keys(selector).length === 0 && mode !== undefined && mode !== 'UNSET'
        ? ['']
        : [],
);

/** Whether a policy for all pods of the namespace says what their proxies accept; PERMISSIVE is said, too. */
export function saysMutualTls(facts: Facts, namespace: string): boolean {
  return [namespace, rootNamespace].some((name) => telling(facts, name, '').some((list) => list.length > 0));
}
