import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { clientTlsOf, isMeshHost } from '../../model/kubernetes/mesh.ts';
import type { Change } from '../../yaml/change.ts';
import type { Field } from '../../yaml/field.ts';

export default defineRule({
  id: 'disabled-tls-destination',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Calls are sent without mutual TLS',
  why: "A DestinationRule overrides the defaults of the mesh: the callers' proxies send plain text, prove nothing, or accept any certificate. Whoever is on the way reads and changes the calls.",
  remedy:
    'Delete the `tls` block, or set its mode to `ISTIO_MUTUAL`. For hosts outside of the mesh use `SIMPLE` and let certificates be checked.',
  ignoreWhen: 'The service is not in the mesh and its clients bring TLS of their own.',
  examples: {
    bad: [
      objects`
        DestinationRule cart
          host: cart.shop.svc.cluster.local
          trafficPolicy:
            tls:
      -       mode: DISABLE
      +       mode: ISTIO_MUTUAL
      `,
      objects`
        DestinationRule payments
          host: payments.example.com
          trafficPolicy:
            tls:
              mode: SIMPLE
      -       insecureSkipVerify: true
      `,
    ],
    good: [],
  },

  check(resource, report) {
    const host = resource.at('spec', 'host').string;
    if (host === undefined) return;
    for (const { tls, port, subset } of clientTlsOf(resource)) {
      const mode = tls.at('mode');
      const parts = [
        ...(port === undefined ? [] : [`port ${port}`.trim()]),
        ...(subset === undefined ? [] : [`subset ${subset}`.trim()]),
      ];
      const to = [...parts, host].join(' of ');
      if (isMeshHost(host) && (mode.is('DISABLE') || mode.is('SIMPLE'))) {
        const what = mode.is('DISABLE') ? 'Sends calls in plain text' : 'Calls without proving who calls';
        report(mode, `${what}: to ${to}.`, () => ({
          title: 'Use the mutual TLS of the mesh',
          consequence: 'a host outside of it refuses',
          changes: mutual(tls),
          assumes: `${to} is in the mesh`,
        }));
        continue;
      }
      const unchecked = tls.at('insecureSkipVerify');
      if (!unchecked.is(true)) continue;
      report(unchecked, `Accepts any certificate: calls to ${to}.`, () => ({
        title: 'Check the certificate',
        consequence: 'an unknown one is refused',
        changes: [unchecked.remove()],
        assumes: 'its authority is known there',
      }));
    }
  },
});

/** With the mesh's own certificates all others have to go (Istio API reference, ClientTLSSettings). */
function mutual(tls: Field): readonly Change[] {
  const own = ['clientCertificate', 'privateKey', 'caCertificates', 'credentialName', 'insecureSkipVerify'].map((key) =>
    tls.at(key),
  );
  return [tls.at('mode').set('ISTIO_MUTUAL'), ...own.filter((field) => field.present).map((field) => field.remove())];
}
