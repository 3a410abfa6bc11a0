/** Documents that fixes of mesh rules add. Source: Istio, "PeerAuthentication" and "AuthorizationPolicy", security.istio.io/v1. */
import type { Fix } from '../../../contract/finding.ts';
import type { YamlValue } from '../../../yaml/change.ts';
import { renderBlock } from '../../../yaml/render.ts';

/** Mutual TLS and nothing else for every workload of a namespace. */
export function strictMtls(namespace: string): Fix {
  return added('Require mutual TLS in the namespace (clients outside of the mesh are refused)', {
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
    metadata: { name: 'default', namespace },
    spec: { mtls: { mode: 'STRICT' } },
  });
}

/** Lets nobody in until other policies do; an empty spec allows nothing. */
export function denyAll(namespace: string): Fix {
  return added('Refuse every call in the namespace until a policy allows it', {
    apiVersion: 'security.istio.io/v1',
    kind: 'AuthorizationPolicy',
    metadata: { name: 'deny-all', namespace },
    spec: {},
  });
}

function added(title: string, document: YamlValue): Fix {
  const text = `${renderBlock(document, { step: 2, dash: 2, json: false }).join('\n')}\n`;
  return { title, createsDocument: true, changes: [{ kind: 'document', text }] };
}
