import rule from '../../../../rules/catalog/network/skipped-certificate-check.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'each endpoint by itself',
    yaml`
      apiVersion: monitoring.coreos.com/v1
      kind: PodMonitor
      metadata:
        name: ledger
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: ledger
        podMetricsEndpoints:
          - port: https
            tlsConfig: {insecureSkipVerify: true}
      #                                     ^^^^ skipped-certificate-check 💡
          - port: admin
            tlsConfig: {insecureSkipVerify: false}
    `,
  );

  fix(
    'by a person who knows the authority',
    yaml`
      apiVersion: apiregistration.k8s.io/v1
      kind: APIService
      metadata:
        name: v1beta1.queue.example.com
      spec:
        group: queue.example.com
        insecureSkipTLSVerify: true
    `,
    yaml`
      apiVersion: apiregistration.k8s.io/v1
      kind: APIService
      metadata:
        name: v1beta1.queue.example.com
      spec:
        group: queue.example.com
        insecureSkipTLSVerify: false
    `,
  );

  clean(
    'a kind of another project',
    yaml`
      apiVersion: example.com/v1
      kind: ServiceMonitor
      metadata:
        name: ledger
        namespace: shop
      spec:
        endpoints:
          - tlsConfig: {insecureSkipVerify: true}
    `,
  );
});
