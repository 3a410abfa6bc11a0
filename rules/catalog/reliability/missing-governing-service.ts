import { objects } from '../../contract/objects.ts';
import { defineRule, kubeScore } from '../../contract/rule.ts';
import { isThere } from '../../facts/questions/lookup.ts';

export default defineRule({
  id: 'missing-governing-service',
  subject: 'workspace',
  reads: ['pods', 'service'],
  joins: 'absence',
  severity: 'low',
  profile: 'all',
  tags: ['reliability'],
  title: 'StatefulSet names a Service that does not exist',
  why: 'The Service gives the pods their names in DNS. Without it they cannot find each other, and whoever creates a Service of that name answers for them.',
  remedy: 'Create a headless Service of that name in the namespace, or name the one that is there.',
  ignoreWhen: 'The Service comes from another repository or chart.',
  aliases: [kubeScore('statefulset-has-servicename')],
  examples: {
    bad: [
      objects`
        StatefulSet shop/ledger
          serviceName: ledger-headles
          selector:
            matchLabels:
              app: ledger
          template:
            metadata:
              labels:
                app: ledger
            spec:
              containers:
                - name: ledger
                  image: registry.example.com/ledger:2.0.0
        Service shop/ledger-headless
          clusterIP: None
          selector:
            app: ledger
          ports:
            - port: 7000
      `,
      objects`
        StatefulSet shop/audit
          serviceName: audit-log
          selector:
            matchLabels:
              app: audit
          template:
            metadata:
              labels:
                app: audit
            spec:
              containers:
                - name: audit
                  image: registry.example.com/audit:2.0.0
      `,
    ],
    good: [
      objects`
        StatefulSet shop/ledger
          serviceName: ledger
          selector:
            matchLabels:
              app: ledger
          template:
            metadata:
              labels:
                app: ledger
            spec:
              containers:
                - name: ledger
                  image: registry.example.com/ledger:2.0.0
        Service shop/ledger
          clusterIP: None
          selector:
            app: ledger
          ports:
            - port: 7000
      `,
      objects`
        StatefulSet shop/audit app=audit
          containers:
            - name: audit
              image: registry.example.com/audit:2.0.0
      `,
    ],
  },

  check(facts, report) {
    for (const pods of facts.byKind.pods) {
      const { serviceName } = pods;
      // Since Kubernetes 1.34 it may be left out (KEP-961); an empty name was always accepted.
      if (serviceName === undefined || serviceName === '' || isThere(facts, 'service', serviceName, pods)) continue;
      report(pods, `Names a Service that does not exist: ${serviceName}, for StatefulSet ${pods.name}.`, {
        place: 'serviceName',
      });
    }
  },
});
