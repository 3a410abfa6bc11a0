import rule from '../../../../rules/catalog/reliability/dangling-service.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('labels of other pods, and pods of another namespace')(objects`
    Service shop/web
      selector:
    # ^^^^^^^^ dangling-service
        app: web
      ports:
        - port: 80
    Deployment shop/api app=api
    Deployment bank/web app=web
  `);

  check('pods that the controller of another project makes of another object')(objects`
    Cluster.postgresql.cnpg.io/v1 shop/ledger
      instances: 3
    Service shop/orders
      selector:
    # ^^^^^^^^ dangling-service
        cnpg.io/cluster: orders
      ports:
        - port: 5432
    Service shop/basket
      selector:
    # ^^^^^^^^ dangling-service
        app: basket
      ports:
        - port: 80
  `);

  clean('pods that the controller of another project makes')(objects`
    Cluster.postgresql.cnpg.io/v1 shop/ledger
      instances: 3
    Service shop/ledger-read
      selector:
        cnpg.io/cluster: ledger
        cnpg.io/instanceRole: replica
      ports:
        - port: 5432
    Kafka.kafka.strimzi.io/v1 shop/events
      kafka:
        replicas: 3
    Service shop/events
      selector:
        strimzi.io/cluster: events
      ports:
        - port: 9092
    Prometheus.monitoring.coreos.com/v1 shop/main
      replicas: 2
    Service shop/prometheus
      selector:
        prometheus: main
      ports:
        - port: 9090
    HelmRelease.helm.toolkit.fluxcd.io/v2 shop/search
      interval: 5m
    Service shop/search
      selector:
        app.kubernetes.io/instance: search
      ports:
        - port: 9200
  `);

  clean('pods that may be meant')(objects`
    Service shop/web app=web
      ports:
        - port: 80
    Deployment web app=web
  `);
});
