import { yaml } from '../../contract/example.ts';
import { defineRule, kubeLinter, kubescape } from '../../contract/rule.ts';
import { isThere } from '../../facts/questions/lookup.ts';

export default defineRule({
  id: 'missing-account',
  subject: 'workspace',
  reads: ['pods', 'service-account'],
  joins: 'absence',
  severity: 'low',
  profile: 'all',
  tags: ['reliability'],
  since: '0.1.0',
  title: 'ServiceAccount of the pod does not exist',
  why: 'The API server refuses pods whose account does not exist. A workload then never gets any.',
  remedy: 'Create the ServiceAccount, or name one that is there.',
  ignoreWhen: 'The account comes from another repository, chart or operator.',
  standards: [],
  aliases: [kubeLinter('non-existent-service-account'), kubescape('non-existent-service-account'), kubescape('C-0307')],
  examples: {
    bad: [
      yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              serviceAccountName: web
              containers:
                - name: web
                  image: nginx:1.29
      `,
      yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              serviceAccountName: web
              containers:
                - name: web
                  image: nginx:1.29
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: web
          namespace: bank
      `,
    ],
    good: [
      yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              serviceAccountName: web
              containers:
                - name: web
                  image: nginx:1.29
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: web
          namespace: shop
      `,
      yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              serviceAccountName: default
              containers:
                - name: web
                  image: nginx:1.29
      `,
    ],
  },

  check(facts, report) {
    for (const pods of facts.byKind.pods) {
      const { serviceAccount } = pods;
      if (serviceAccount === undefined || serviceAccount === '' || serviceAccount === 'default') continue;
      if (!isThere(facts, 'service-account', serviceAccount, pods))
        report(pods, `Names a ServiceAccount that does not exist: ${serviceAccount}, for ${pods.kind} ${pods.name}.`, {
          place: 'account',
        });
    }
  },
});
