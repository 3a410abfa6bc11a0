import { objects } from '../../contract/objects.ts';
import { besideReason } from '../../contract/reason.ts';
import { defineRule } from '../../contract/rule.ts';
import { admitsPlainText, isPeerAuthentication } from '../../model/kubernetes/mesh.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';

export default defineRule({
  id: 'disabled-port-mtls',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Mesh accepts plain text on a port',
  why: 'The port is open to every pod of the cluster, without a certificate and past every policy that asks who is calling.',
  remedy: 'Remove the port from `portLevelMtls`, or set its mode to `STRICT`. For probes Istio needs no exception.',
  ignoreWhen:
    'A client that cannot join the mesh, such as a scraper of metrics, calls this port and nothing secret is behind it.',
  examples: {
    bad: [
      objects`
        PeerAuthentication shop/cart
          selector:
            matchLabels:
              app: cart
          mtls:
            mode: STRICT
          portLevelMtls:
            8080:
      -       mode: DISABLE
      +       mode: STRICT
      `,
      objects`
        PeerAuthentication shop/cart
          selector:
            matchLabels:
              app: cart
          portLevelMtls:
            8443: { mode: PERMISSIVE }
      `,
    ],
    good: [
      objects`
        PeerAuthentication shop/cart
          selector:
            matchLabels:
              app: cart
          portLevelMtls:
            8080:
              mode: UNSET
      `,
    ],
  },

  check(resource, report) {
    if (!isPeerAuthentication(resource)) return;
    // Istio refuses ports without a selector (ValidatePeerAuthentication).
    const labels = resource.at('spec', 'selector', 'matchLabels').entries;
    if (labels.length === 0) return;
    for (const [port, setting] of resource.at('spec', 'portLevelMtls').entries) {
      const mode = setting.at('mode');
      if (!admitsPlainText(mode)) continue;
      // The API server calls webhooks itself, and is in no mesh.
      const weight = labels.some(([, value]) => /webhook/.test(value.text ?? ''))
        ? { from: 'strict' as const }
        : isScraped(resource, port)
          ? { atMost: 'low' as const }
          : besideReason([mode, setting], 'high');
      const what = mode.is('DISABLE') ? 'Disables mutual TLS' : 'Accepts plain text';
      report(
        mode,
        `${what} on port ${port}: ${resource.label}.`,
        () => ({
          title: `Require mutual TLS on port ${port}`,
          consequence: 'clients outside of the mesh are refused',
          changes: [mode.set('STRICT')],
          assumes: 'every client is in the mesh',
        }),
        [],
        weight,
      );
    }
  },
});

/**
 * Ports that Prometheus and the exporters of its project and others are read at. Source: github.com/prometheus/prometheus/wiki/Default-port-allocations, the
 * ports that also stand in the documentation of Istio (15020, 15090), CloudNativePG (9187) and Kubernetes' own components (10254); read 2026-11-28.
 */
const scraped: ReadonlySet<string> = new Set(
  '9090 9091 9093 9100 9102 9104 9113 9114 9115 9117 9121 9125 9150 9187 9216 9308 9419 15020 15090 10254'.split(' '),
);

/** Only numbers of what is asked for, by a scraper that is often in no mesh. */
const isScraped = (resource: Resource, port: string): boolean =>
  scraped.has(port) || /(?:^|-)metrics(?:-|$)/.test(resource.name);
