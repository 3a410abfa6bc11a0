import { container, pod } from '../../contract/example.ts';
import { checkov, defineRule, kubescape, polaris, trivy } from '../../contract/rule.ts';
import { reportImpliedRequest } from './shared/resources.ts';

export default defineRule({
  id: 'implied-memory-request',
  subject: 'container',
  severity: 'info',
  profile: 'all',
  tags: ['reliability'],
  mendedByMore: true,
  title: 'Memory request is implied by the limit',
  why: 'Without a request the limit is taken for it: the node keeps free what the container needs at its worst, all the time.',
  remedy: 'Write `resources.requests.memory`, what the container needs on an ordinary day.',
  ignoreWhen: 'It is meant: a pod whose requests are its limits is the last to be evicted.',
  aliases: [
    checkov('CKV_K8S_12'),
    kubescape('resources-memory-limit-and-request'),
    kubescape('resources-memory-requests'),
    polaris('memoryRequestsMissing'),
    trivy('KSV-0016'),
  ],
  examples: {
    bad: [
      container`
        resources:
          limits:
            memory: 256Mi
        #           ^^^^^ implied-memory-request
      `,
      container`
        resources:
          limits:
            memory: 256Mi
          requests:
            cpu: 100m
      `,
    ],
    good: [
      container`
        resources:
          limits:
            memory: 256Mi
          requests:
            memory: 128Mi
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
    ],
  },

  check(container, report) {
    reportImpliedRequest(container, 'memory', report);
  },
});
