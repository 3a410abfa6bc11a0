import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { isInIstio } from '../../facts/questions/mesh.ts';
import { saysMutualTls } from '../../facts/questions/mutual-tls.ts';
import { strictMtls } from './shared/mesh-document.ts';

export default defineRule({
  id: 'missing-strict-mtls',
  subject: 'workspace',
  reads: ['namespace', 'peer-authentication'],
  joins: 'absence',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  title: 'Mesh namespace does not require mutual TLS',
  why: 'By default the mesh accepts plain text as well as mutual TLS, so any pod outside of it calls in without proving who it is.',
  remedy: 'Add a PeerAuthentication with `mode: STRICT` to the namespace, or one to `istio-system` for the whole mesh.',
  ignoreWhen: 'It is set for the whole mesh in another repository.',
  examples: {
    bad: [
      objects`
        Namespace shop
          labels:
            istio-injection: enabled
      + PeerAuthentication shop/default
      +   mtls:
      +     mode: STRICT
      `,
      objects`
        Namespace shop
          labels:
            istio.io/dataplane-mode: ambient
      `,
    ],
    good: [
      objects`
        Namespace shop
          labels:
            istio-injection: enabled
        PeerAuthentication istio-system/default
          mtls:
            mode: STRICT
      `,
    ],
  },

  check(facts, report) {
    for (const namespace of facts.byKind.namespace) {
      if (!isInIstio(namespace.labels)) continue;
      if (!saysMutualTls(facts, namespace.name))
        report(namespace, `Nothing requires mutual TLS: namespace ${namespace.name}.`, {
          fix: () => strictMtls(namespace.name),
        });
    }
  },
});
