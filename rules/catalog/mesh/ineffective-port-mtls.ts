import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { isPeerAuthentication } from '../../model/kubernetes/mesh.ts';

export default defineRule({
  id: 'ineffective-port-mtls',
  subject: 'resource',
  severity: 'medium',
  profile: 'recommended',
  mendedByMore: true,
  title: 'Mutual TLS of a port has no effect',
  why: 'Istio reads `portLevelMtls` only beside a selector: for a whole namespace it is ignored, whatever it says.',
  remedy: 'Add a `selector`, or set the mode for all ports.',
  examples: {
    bad: [
      objects`
        PeerAuthentication shop/web
          portLevelMtls:
            "8080":
              mode: STRICT
      `,
      objects`
        PeerAuthentication shop/web
          mtls:
            mode: STRICT
          portLevelMtls:
            "9090":
              mode: PERMISSIVE
      `,
    ],
    good: [
      objects`
        PeerAuthentication shop/web
          selector:
            matchLabels:
              app: web
          portLevelMtls:
            "8080":
              mode: STRICT
      `,
      objects`
        PeerAuthentication shop/web
          mtls:
            mode: STRICT
      `,
    ],
  },

  check(resource, report) {
    if (!isPeerAuthentication(resource)) return;
    const ports = resource.at('spec', 'portLevelMtls');
    const labels = resource.at('spec', 'selector', 'matchLabels');
    if (ports.isMap && (labels.missing || (labels.isMap && labels.keys.length === 0)))
      report(
        { anchor: ports.anchorOfKey, path: ports.path },
        `Has no selector, so that this is ignored: ${resource.label}.`,
      );
  },
});
