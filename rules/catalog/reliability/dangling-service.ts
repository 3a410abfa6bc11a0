import { yaml } from '../../contract/example.ts';
import { defineRule, kics, kubeLinter, kubeScore, kubescape } from '../../contract/rule.ts';
import { podsSelected, selectorOf } from '../../facts/questions/lookup.ts';

export default defineRule({
  id: 'dangling-service',
  subject: 'workspace',
  reads: ['service', 'pods'],
  joins: 'absence',
  severity: 'low',
  profile: 'all',
  tags: ['reliability'],
  since: '0.1.0',
  title: 'Service selects no pods',
  why: 'Whoever calls the Service gets no answer. Often a label was renamed on one side.',
  remedy: 'Give the pods the labels that the Service selects, or remove the Service.',
  ignoreWhen: 'The pods come from another repository or chart.',
  standards: [],
  aliases: [
    kubeLinter('dangling-service'),
    kubescape('C-0293'),
    kubescape('service-with-no-workload'),
    kubeScore('service-targets-pod'),
    kics('Service Does Not Target Pod'),
  ],
  examples: {
    bad: [
      yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          namespace: shop
        spec:
          selector:
            app: web
          ports:
            - port: 80
      `,
      yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          namespace: shop
        spec:
          selector:
            app: web
          ports:
            - port: 80
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: api
          namespace: shop
        spec:
          selector:
            matchLabels:
              app: api
          template:
            metadata:
              labels:
                app: api
            spec:
              containers:
                - name: web
                  image: nginx:1.29
      `,
    ],
    good: [
      yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          namespace: shop
        spec:
          selector:
            app: web
          ports:
            - port: 80
        ---
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
              containers:
                - name: web
                  image: nginx:1.29
      `,
      yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          namespace: shop
        spec:
          ports:
            - port: 80
      `,
    ],
  },

  check(facts, report) {
    for (const service of facts.byKind.service)
      if (service.selector !== undefined && podsSelected(facts, service, selectorOf(service.selector)).length === 0)
        report(service, `Selects no pods: Service ${service.name}.`, { place: 'selector' });
  },
});
