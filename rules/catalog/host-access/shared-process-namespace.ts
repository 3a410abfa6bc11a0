import { pod } from '../../contract/example.ts';
import { defineRule, nsa } from '../../contract/rule.ts';

export default defineRule({
  id: 'shared-process-namespace',
  subject: 'pod',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  closes: ['shared-processes'],
  title: "Containers see each other's processes",
  why: 'Each container reads the memory, files and environment of all others, their secrets too.',
  remedy: 'Remove `shareProcessNamespace`, and debug with an ephemeral container.',
  standards: [nsa()],
  examples: {
    bad: [
      pod`
        shareProcessNamespace: true
        #                      ^^^^ shared-process-namespace 💡
      `,
      pod`
        shareProcessNamespace: true
        containers:
          - name: web
            image: nginx:1.29
          - name: log
            image: busybox:1.37
      `,
    ],
    good: [
      pod`shareProcessNamespace: false`,
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
    ],
  },

  check(pod, report) {
    const field = pod.at('shareProcessNamespace');
    if (!field.is(true)) return;
    report(field, 'Shares processes, memory and environment among the containers of the pod.', () => ({
      title: 'Do not share processes',
      // Nobody shares them by accident, and nothing in the file says which container looks at another.
      assumes: 'no container signals or inspects another',
      changes: [field.remove()],
    }));
  },
});
