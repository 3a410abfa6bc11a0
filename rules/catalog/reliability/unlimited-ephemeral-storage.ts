import { container, pod } from '../../contract/example.ts';
import { defineRule, kubeScore } from '../../contract/rule.ts';

export default defineRule({
  id: 'unlimited-ephemeral-storage',
  subject: 'container',
  severity: 'info',
  profile: 'all',
  tags: ['reliability'],
  title: 'Container may fill the disk of its node',
  why: 'Logs, `emptyDir` volumes and what is written into the image share the disk of the node; when it is full, the kubelet evicts pods, not only this one.',
  remedy: 'Set `resources.limits.ephemeral-storage`.',
  ignoreWhen: 'A LimitRange of the namespace sets it.',
  aliases: [kubeScore('container-ephemeral-storage-request-and-limit')],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
        #         ^^^ unlimited-ephemeral-storage
            image: nginx:1.29
      `,
      container`
        resources:
          limits:
            memory: 128Mi
      `,
    ],
    good: [
      container`
        resources:
          limits:
            ephemeral-storage: 1Gi
      `,
      container`
        resources:
          requests:
            ephemeral-storage: 1Gi
          limits:
            ephemeral-storage: 2Gi
      `,
    ],
  },

  check(container, report) {
    if (container.role === 'ephemeral') return;
    if (container.at('resources', 'limits', 'ephemeral-storage').missing)
      report(container, `May write until the disk of its node is full: ${container.label}.`);
  },
});
