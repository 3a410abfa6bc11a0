import { container, pod } from '../../contract/example.ts';
import { checkov, defineRule, kubescape, polaris, trivy } from '../../contract/rule.ts';
import { reportImpliedRequest } from './shared/resources.ts';

export default defineRule({
  id: 'implied-cpu-request',
  subject: 'container',
  severity: 'info',
  profile: 'all',
  tags: ['reliability'],
  mendedByMore: true,
  title: 'CPU request is implied by the limit',
  why: 'Without a request the limit is taken for it: the node keeps free what the container needs at its worst, all the time.',
  remedy: 'Write `resources.requests.cpu`, what the container needs on an ordinary day.',
  ignoreWhen: 'It is meant: a pod whose requests are its limits is the last to be evicted.',
  aliases: [
    checkov('CKV_K8S_10'),
    kubescape('resources-cpu-limit-and-request'),
    kubescape('resources-cpu-requests'),
    polaris('cpuRequestsMissing'),
    trivy('KSV-0015'),
  ],
  examples: {
    bad: [
      container`
        resources:
          limits:
            cpu: 500m
        #        ^^^^ implied-cpu-request
      `,
      container`
        resources:
          limits:
            cpu: 500m
          requests:
            memory: 128Mi
      `,
    ],
    good: [
      container`
        resources:
          limits:
            cpu: 500m
          requests:
            cpu: 100m
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
    ],
  },

  check(container, report) {
    reportImpliedRequest(container, 'cpu', report);
  },
});
