import rule from '../../../../rules/catalog/network/skipped-certificate-check.ts';
import { objects, testRule } from '../../../harness/index.ts';

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
