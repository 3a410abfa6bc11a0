import { pod } from '../../contract/example.ts';
import { defineRule, trivy } from '../../contract/rule.ts';

export default defineRule({
  id: 'host-aliases',
  subject: 'pod',
  severity: 'info',
  profile: 'all',
  title: 'Pod has its own list of host names',
  why: 'The list answers before DNS does. A name that points elsewhere sends calls and their credentials to another host, and nobody sees it in DNS.',
  remedy: 'Use DNS; remove `hostAliases`.',
  aliases: [trivy('KSV-0007')],
  examples: {
    bad: [
      pod`
        hostAliases:
        #<---------- host-aliases
          - ip: 10.0.0.1
            hostnames: [db.example.com]
      `,
      pod`hostAliases: [{ip: 10.0.0.1, hostnames: [a]}]`,
    ],
    good: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
      pod`hostAliases: []`,
    ],
  },

  check(pod, report) {
    const field = pod.at('hostAliases');
    const [first] = field.items;
    if (first === undefined) return;
    const name = first.at('hostnames').strings[0]?.text ?? 'A name';
    report({ anchor: field.anchorOfKey, path: field.path }, `Answered by the pod itself, before DNS: ${name}.`);
  },
});
