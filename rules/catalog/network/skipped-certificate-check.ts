import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import type { Field } from '../../yaml/field.ts';

export default defineRule({
  id: 'skipped-certificate-check',
  subject: 'resource',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  title: 'Certificate check is skipped',
  why: 'Whoever answers in place of the server is trusted. Behind an APIService they get the requests of users, and behind a monitor its credentials.',
  remedy: 'Name the authority in `caBundle` or `tlsConfig.ca`, and remove the switch.',
  examples: {
    bad: [
      objects`
        APIService.apiregistration.k8s.io/v1 v1beta1.queue.example.com
          group: queue.example.com
          version: v1beta1
          insecureSkipTLSVerify: true
          service:
            name: queue
            namespace: infra
          groupPriorityMinimum: 200
          versionPriority: 20
      `,
      objects`
        ServiceMonitor.monitoring.coreos.com/v1 shop/ledger
          selector:
            matchLabels:
              app: ledger
          endpoints:
            - port: https
              scheme: https
              tlsConfig:
                insecureSkipVerify: true
      `,
    ],
    good: [
      objects`
        APIService.apiregistration.k8s.io/v1 v1.queue.example.com
          group: queue.example.com
          version: v1
          caBundle: LS0tbm90IGEgcmVhbCBvbmUtLS0=
          service:
            name: queue
            namespace: infra
          groupPriorityMinimum: 200
          versionPriority: 20
      `,
      objects`
        PodMonitor.monitoring.coreos.com/v1 shop/ledger
          selector:
            matchLabels:
              app: ledger
          podMetricsEndpoints:
            - port: https
              scheme: https
              tlsConfig:
                serverName: ledger
      `,
    ],
  },

  check(resource, report) {
    const skipping = switchesOf(resource).filter((field) => field.is(true));
    for (const [i, field] of skipping.entries())
      report(
        field,
        `Skips the check of the server certificate: ${resource.label}.`,
        () => ({
          title: 'Check the certificate',
          assumes: 'its authority is known there',
          changes: [field.set(false)],
        }),
        [],
        // The first one tells it of the object.
        i === 0 ? {} : { from: 'strict' },
      );
  },
});

/** Sources: APIServiceSpec of the Kubernetes API; the API reference of the Prometheus Operator. */
function switchesOf(resource: Resource): readonly Field[] {
  if (resource.is('APIService')) return [resource.at('spec', 'insecureSkipTLSVerify')];
  if (resource.group !== 'monitoring.coreos.com') return [];
  const spec = resource.at('spec');
  const endpoints = [
    ...spec.at('endpoints').items,
    ...spec.at('podMetricsEndpoints').items,
    spec,
    ...spec.at('remoteWrite').items,
  ];
  return endpoints.map((endpoint) => endpoint.at('tlsConfig', 'insecureSkipVerify'));
}
