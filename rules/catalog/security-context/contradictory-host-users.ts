import { pod } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'contradictory-host-users',
  subject: 'pod',
  severity: 'high',
  profile: 'essential',
  fix: 'review',
  title: 'User namespace is partly shared with the node',
  uncovers: ['unisolated-ingress', 'unisolated-egress'],
  why: 'With `hostUsers: false` the pod gets users of its own, and the API server refuses it if it shares another namespace of the node. The pod is never created.',
  remedy: 'Remove one of the two.',
  examples: {
    bad: [
      pod`
        hostUsers: false
      - hostNetwork: true
      `,
      pod`
        hostUsers: false
        hostPID: true
      `,
    ],
    good: [
      pod`
        hostUsers: true
        hostNetwork: true
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
