import { pod } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'contradictory-host-users',
  subject: 'pod',
  severity: 'high',
  profile: 'essential',
  fix: 'review',
  tags: [],
  since: '0.1.0',
  title: 'User namespace is partly shared with the node',
  uncovers: ['unisolated-ingress', 'unisolated-egress'],
  why: 'With `hostUsers: false` the pod gets users of its own, and the API server refuses it if it shares another namespace of the node. The pod is never created.',
  remedy: 'Remove one of the two.',
  standards: [],
  aliases: [],
  examples: {
    bad: [
      pod`
        hostUsers: false
        hostNetwork: true
        containers:
          - name: web
            image: nginx:1.29
      `,
      pod`
        hostUsers: false
        hostPID: true
        containers:
          - name: web
            image: nginx:1.29
      `,
    ],
    good: [
      pod`
        hostUsers: false
        containers:
          - name: web
            image: nginx:1.29
      `,
      pod`
        hostUsers: true
        hostNetwork: true
        containers:
          - name: web
            image: nginx:1.29
      `,
    ],
  },

  check(pod, report, { kubernetesMinor }) {
    if (!pod.at('hostUsers').is(false)) return;
    // A feature that is off by default would allow the network alone (KEP-5607).
    for (const key of ['hostNetwork', 'hostPID', 'hostIPC']) {
      const field = pod.at(key);
      if (field.is(true))
        report(field, `Refused by Kubernetes 1.${kubernetesMinor}: ${key} together with hostUsers: false.`, () => ({
          title: `Do not share it (${key} is no longer true)`,
          changes: [field.remove()],
        }));
    }
  },
});
