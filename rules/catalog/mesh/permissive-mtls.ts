import { objects } from '../../contract/objects.ts';
import { besideReason } from '../../contract/reason.ts';
import { defineRule } from '../../contract/rule.ts';
import { admitsPlainText, isPeerAuthentication } from '../../model/kubernetes/mesh.ts';

export default defineRule({
  id: 'permissive-mtls',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Mesh accepts plain text',
  why: 'A client without a certificate of the mesh is accepted, so any pod of the cluster calls the service unauthenticated. Whoever listens on the network reads the calls.',
  remedy:
    "Set `spec.mtls.mode: STRICT` once every client is in the mesh. Istio's metrics show which calls still come in plain text.",
  ignoreWhen: 'Clients are being moved into the mesh right now.',
  examples: {
    bad: [
      objects`
        PeerAuthentication shop/default
          mtls:
      -     mode: PERMISSIVE
      +     mode: STRICT
      `,
      objects`
        PeerAuthentication shop/cart
          selector:
            matchLabels:
              app: cart
          mtls:
            mode: DISABLE
      `,
    ],
    good: [
      objects`
        PeerAuthentication shop/cart
          selector:
            matchLabels:
              app: cart
          mtls:
            mode: UNSET
      `,
    ],
  },

  check(resource, report) {
    if (!isPeerAuthentication(resource)) return;
    const mode = resource.at('spec', 'mtls', 'mode');
    if (!admitsPlainText(mode)) return;
    const what = mode.is('DISABLE') ? 'Disables mutual TLS' : 'Accepts plain text as well as mutual TLS';
    report(
      mode,
      `${what}: ${resource.label}.`,
      () => ({
        title: 'Require mutual TLS',
        consequence: 'clients outside of the mesh are refused',
        changes: [mode.set('STRICT')],
        assumes: 'every client is in the mesh',
      }),
      [],
      besideReason([mode], 'high'),
    );
  },
});
