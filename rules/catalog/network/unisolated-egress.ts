import { yaml } from '../../contract/example.ts';
import { cis, defineRule, kubeScore, kubescape, nsa, polaris } from '../../contract/rule.ts';
import { isIsolated, openDirections } from '../../facts/questions/isolation.ts';
import { isolatingFixes } from './shared/default-deny.ts';
import { leastPrivilegeFix } from './shared/least-privilege.ts';

export default defineRule({
  id: 'unisolated-egress',
  subject: 'workspace',
  reads: ['workload', 'network-policy', 'service', 'settings', 'backends', 'binding'],
  joins: 'absence',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  tags: [],
  raisedByExposure: false,
  since: '0.1.0',
  title: 'No network policy limits what the pods reach',
  why: "A program that was broken into sends data out, downloads tools, and reaches the cloud's metadata service and every other pod. Nothing between it and the internet blocks it.",
  remedy: 'Add a NetworkPolicy with the type `Egress` that selects the pods and names what they reach, DNS among it.',
  ignoreWhen:
    "The policies of the namespace are kept elsewhere, or something else isolates the pods, such as the cloud's firewall.",
  standards: [cis('5.3.2'), nsa()],
  aliases: [kubescape('C-0030'), kubeScore('pod-networkpolicy'), polaris('missingNetworkPolicy')],
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
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: web
          namespace: shop
        spec:
          podSelector:
            matchLabels:
              app: web
          policyTypes: [Ingress]
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
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: web
          namespace: shop
        spec:
          podSelector:
            matchLabels:
              app: web
          policyTypes: [Egress]
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
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: default-deny
          namespace: shop
        spec:
          podSelector: {}
          policyTypes: [Ingress, Egress]
      `,
    ],
  },

  check(facts, report) {
    for (const workload of facts.byKind.workload) {
      // Network policies do not reach pods that use the node's network.
      if (workload.hostNetwork === true || workload.hostNetwork === 'unknown' || isIsolated(facts, workload, 'egress'))
        continue;
      report(
        workload,
        `No NetworkPolicy limits what is reached by the pods of ${workload.kind}${workload.name === '' ? '' : ` ${workload.name}`}.`,
        {
          fix: (resource) => [
            leastPrivilegeFix(facts, workload, openDirections(facts, workload)),
            ...isolatingFixes(resource, 'egress'),
          ],
        },
      );
    }
  },
});
