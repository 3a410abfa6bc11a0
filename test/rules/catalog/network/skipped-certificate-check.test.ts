import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/network/skipped-certificate-check.ts';
import { objects, testRule } from '../../../harness/index.ts';
import { found } from '../../../harness/recommended.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('each endpoint by itself')(objects`
    PodMonitor.monitoring.coreos.com/v1 shop/ledger
      selector:
        matchLabels:
          app: ledger
      podMetricsEndpoints:
        - port: https
          tlsConfig: {insecureSkipVerify: true}
    #                                     ^^^^ skipped-certificate-check 💡
        - port: admin
          tlsConfig: {insecureSkipVerify: false}
  `);

  fix('by a person who knows the authority')(objects`
      APIService.apiregistration.k8s.io/v1 v1beta1.queue.example.com
        group: queue.example.com
    -   insecureSkipTLSVerify: true
    +   insecureSkipTLSVerify: false
  `);

  clean('a kind of another project')(objects`
    ServiceMonitor.example.com/v1 shop/ledger
      endpoints:
        - tlsConfig: {insecureSkipVerify: true}
  `);
});

it('is told once of each object', () => {
  const endpoint = '    - {port: https, tlsConfig: {insecureSkipVerify: true}}\n';
  const monitor = `apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: web, namespace: shop}\nspec:\n  endpoints:\n`;
  assert.deepEqual(found('k8s/web.yaml', monitor + endpoint + endpoint), ['skipped-certificate-check']);
});
