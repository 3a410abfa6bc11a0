/**
 * Whether a connection between two workloads is encrypted by a mesh. Sources: Istio, "PeerAuthentication" (the narrowest policy that
 * says something decides; nothing said means PERMISSIVE) and "Sidecar injection"; Linkerd, "Automatic mTLS".
 */
import { matches } from '../kubernetes/labels.ts';
import type { Facts, MeshFact } from './facts.ts';
import { selectorOf } from './lookup.ts';
import { isInIstio } from './mesh.ts';
import type { WorkloadFact } from './workload-facts.ts';

/**
 * required: plain text is refused. offered: both ends are in the mesh, but others get in without. none: plain text.
 * refused: the other end takes mutual TLS alone, and this one has no proxy. unknown: nothing tells who is in the mesh.
 */
export type Encryption = 'required' | 'offered' | 'none' | 'refused' | 'unknown';

export interface EncryptionVerdict {
  readonly encryption: Encryption;
  /** The policy that decides. */
  readonly by: MeshFact | undefined;
}

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

function modeOf(
  facts: Facts,
  workload: WorkloadFact,
  port: number | undefined,
): { readonly mode: string; readonly by: MeshFact | undefined } {
  const { labels = {} } = workload;
  const near = facts.near('peer-authentication', workload);
  const isWide = ({ selector }: MeshFact): boolean => selector !== undefined && Object.keys(selector).length === 0;
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
