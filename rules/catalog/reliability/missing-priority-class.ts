import { pod } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { defineRule, kubeLinter, polaris } from '../../contract/rule.ts';

export default defineRule({
  id: 'missing-priority-class',
  subject: 'pod',
  severity: 'info',
  profile: 'all',
  tags: ['reliability'],
  title: 'Pod has no priority',
  why: 'When nodes are full, any pod with a priority replaces it.',
  remedy: 'Set `priorityClassName`.',
  aliases: [kubeLinter('priority-class-name'), polaris('priorityClassNotSet')],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
      objects`
        Deployment shop/web
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
        #   ^^^^ missing-priority-class
              containers:
                - name: web
                  image: nginx:1.29
      `,
    ],
    good: [
      pod`priorityClassName: web`,
      objects`
        Deployment shop/web app=web
          priorityClassName: web
      `,
    ],
  },

  check(pod, report) {
    if (pod.isCreatedDirectly && pod.at('priorityClassName').missing) report(pod, 'Has no priority.');
  },
});
