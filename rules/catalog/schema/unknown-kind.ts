import { yaml } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'unknown-kind',
  subject: 'resource',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  tags: ['reliability'],
  mendedByMore: true,
  title: 'API has no such kind',
  why: 'The API server refuses the object, so that a policy protects nothing and a workload does not run.',
  remedy: 'Write the kind and its `apiVersion` as the API reference spells them.',
  examples: {
    bad: [
      yaml`
        apiVersion: v1
        kind: Deployment
        metadata:
          name: web
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
        apiVersion: networking.k8s.io/v1
      - kind: NetworkPolicies
      + kind: NetworkPolicy
        metadata:
          name: web
        spec:
          podSelector: {}
      `,
    ],
    good: [objects`Deployment web app=web`],
  },

  check(resource, report) {
    const { refusedAs, kind, apiVersion } = resource;
    if (refusedAs === undefined) return;
    if (refusedAs.apiVersion === undefined) {
      report(resource.at('kind'), `Refused by the API server: no apiVersion; ${kind} is of ${apiVersion}.`);
    } else if (refusedAs.kind === kind) {
      const field = resource.at('apiVersion');
      report(field, `Refused by the API server: ${refusedAs.apiVersion} has no ${kind}; ${apiVersion} has.`, () => ({
        title: `Write ${apiVersion}`,
        changes: [field.set(apiVersion)],
      }));
    } else {
      const field = resource.at('kind');
      report(field, `Refused by the API server: ${apiVersion} has no ${refusedAs.kind}; did you mean ${kind}?`, () => ({
        title: `Write ${kind}`,
        changes: [field.set(kind)],
      }));
    }
  },
});
