import { container, pod } from '../../contract/example.ts';
import { checkov, defineRule, kics, kubeLinter, kubeScore, kubescape, polaris, trivy } from '../../contract/rule.ts';
import { reportMissingResource } from './shared/resources.ts';

export default defineRule({
  id: 'missing-memory-request',
  subject: 'container',
  severity: 'info',
  profile: 'all',
  tags: ['reliability'],
  title: 'Container has no memory reserved',
  why: 'The scheduler counts it as zero and fills the node. It is the first to be evicted when memory runs out.',
  remedy: 'Set `resources.requests.memory`.',
  aliases: [
    checkov('CKV_K8S_12'),
    trivy('KSV-0016'),
    kubescape('C-0269'),
    kubescape('C-0004'),
    kubescape('resources-memory-requests'),
    kubescape('resources-memory-limit-and-request'),
    kubeLinter('unset-memory-requirements'),
    polaris('memoryRequestsMissing'),
    kubeScore('container-resources'),
    kics('Memory Requests Not Defined'),
  ],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
      container`
        resources:
          requests:
            cpu: 100m
      `,
    ],
    good: [
      container`
        resources:
          requests:
            memory: 128Mi
      `,
      pod`
        resources:
          requests:
            memory: 128Mi
      `,
    ],
  },

  check(container, report) {
    reportMissingResource(container, 'requests', 'memory', report);
  },
});
