import { pod } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { defineRule, kubeLinter } from '../../contract/rule.ts';

export default defineRule({
  id: 'never-restarted',
  subject: 'pod',
  severity: 'info',
  profile: 'all',
  tags: ['reliability'],
  title: 'Pod is never restarted',
  why: 'A container that ends stays ended, whatever the reason.',
  remedy: 'Use `OnFailure`, or `Always` for what serves.',
  ignoreWhen: 'A Job counts its failures by pods and starts new ones.',
  aliases: [kubeLinter('restart-policy')],
  examples: {
    bad: [
      pod`
        restartPolicy: Never
        #              ^^^^^ never-restarted
      `,
      objects`
        Job once
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: web
                  image: nginx:1.29
      `,
    ],
    good: [
      pod`restartPolicy: OnFailure`,
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
    ],
  },

  check(pod, report) {
    const field = pod.at('restartPolicy');
    if (field.is('Never')) report(field, 'Does not start its containers again when they fail.');
  },
});
