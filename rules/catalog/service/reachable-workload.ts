import { yaml } from '../../contract/example.ts';
import { defineRule, kics, kubescape } from '../../contract/rule.ts';
import { entryPathsTo } from '../../facts/questions/reach.ts';

export default defineRule({
  id: 'reachable-workload',
  subject: 'workspace',
  reads: ['pods', 'service', 'backends'],
  severity: 'info',
  profile: 'all',
  tags: [],
  raisedByExposure: false,
  since: '0.1.0',
  title: 'Workload is reachable from outside the cluster',
  why: 'Attackers try first what they can reach. Every other weakness of the workload weighs more.',
  remedy: 'Do nothing if that is intended; harden it before the others.',
  standards: [],
  aliases: [
    kubescape('C-0256'),
    kubescape('C-0266'),
    kubescape('exposure-to-internet'),
    kubescape('exposure-to-internet-via-gateway-api'),
    kubescape('exposure-to-internet-via-istio-ingress'),
    kics('Ingress Controller Exposes Workload'),
  ],
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
              containers:
                - name: web
                  image: nginx:1.29
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          namespace: shop
        spec:
          type: LoadBalancer
          selector:
            app: web
          ports:
            - port: 80
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
              containers:
                - name: web
                  image: nginx:1.29
        ---
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
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          namespace: shop
        spec:
          defaultBackend:
            service:
              name: web
              port:
                number: 80
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
              containers:
                - name: web
                  image: nginx:1.29
        ---
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
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          namespace: bank
        spec:
          type: LoadBalancer
          selector:
            app: web
          ports:
            - port: 80
      `,
    ],
  },

  check(facts, report) {
    for (const pods of facts.byKind.pods) {
      const [way] = entryPathsTo(facts, pods);
      if (way === undefined) continue;
      const { service, route } = way;
      report(
        pods,
        `Reachable from outside by ${route === undefined ? '' : `${route.kind} ${route.name} and `}Service ${service.name}: ${pods.kind} ${pods.name}.`,
      );
    }
  },
});
