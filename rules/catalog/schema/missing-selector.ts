import { yaml } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'missing-selector',
  subject: 'resource',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  tags: ['reliability'],
  title: 'Workload has no selector',
  why: 'The API server refuses it, so it does not run.',
  remedy: 'Write `spec.selector.matchLabels` with labels that the template has and no other workload.',
  examples: {
    bad: [
      yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: web
                  image: nginx:1.29
      +   selector:
      +     matchLabels:
      +       app: web
      `,
      yaml`
        apiVersion: apps/v1
        kind: DaemonSet
        metadata:
          name: agent
        spec:
          template:
            metadata:
              labels:
                app: agent
            spec:
              containers:
                - name: agent
                  image: example.com/agent:1.4
      `,
    ],
    good: [
      objects`Deployment web app=web`,
      yaml`
        # A part of one, for whoever merges it.
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  image: nginx:1.29
      `,
    ],
  },

  check(resource, report) {
    if (resource.apiVersion !== 'apps/v1' || resource.partial || resource.isSelected) return;
    const selector = resource.at('spec', 'selector');
    const labels = resource.at('spec', 'template', 'metadata', 'labels');
    if (resource.pods.length === 0 || selector.state !== 'absent') return;
    report(resource, `Refused by the API server: no selector, for ${resource.label}.`, () => {
      const first = labels.entries.find(([, value]) => value.text !== undefined);
      return first === undefined
        ? undefined
        : {
            title: `Select by ${first[0]}`,
            changes: [selector.set({ matchLabels: { [first[0]]: first[1].text ?? '' } })],
          };
    });
  },
});
