import rule from '../../../../rules/catalog/reliability/dangling-monitor.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('Services of its own namespace, and of those that it names')(objects`
    ServiceMonitor.monitoring.coreos.com/v1 shop/web
      selector:
    # ^^^^^^^^ dangling-monitor "Selects no Service: ServiceMonitor web"
        matchLabels:
          app: web
    ServiceMonitor.monitoring.coreos.com/v1 shop/bank
      namespaceSelector:
        matchNames: [shop]
      selector:
    # ^^^^^^^^ dangling-monitor
        matchLabels:
          app: web
    Service bank/web
      labels:
        app: web
      ports:
        - port: 80
    Service shop/api
      labels:
        app: api
      ports:
        - port: 80
  `);

  clean('what it may select, or nobody shows')(objects`
    ServiceMonitor.monitoring.coreos.com/v1 shop/web
      selector:
        matchLabels:
          app: web
    Service shop/web
      labels:
        app: {{ .Values.app }}
      ports:
        - port: 80
    ServiceMonitor.monitoring.coreos.com/v1 bank/web
      selector:
        matchLabels:
          app: web
    PodMonitor.monitoring.coreos.com/v1 shop/ledger
      selector:
        matchLabels:
          cnpg.io/cluster: ledger
    Cluster.postgresql.cnpg.io/v1 shop/ledger
      instances: 3
    Deployment shop/web app=web
  `);
});
