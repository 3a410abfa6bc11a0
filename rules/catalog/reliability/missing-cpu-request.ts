import { container, pod } from '../../contract/example.ts';
import { checkov, defineRule, kics, kubeLinter, kubeScore, kubescape, polaris, trivy } from '../../contract/rule.ts';
import { reportMissingResource } from './shared/resources.ts';

export default defineRule({
  id: 'missing-cpu-request',
  subject: 'container',
  severity: 'info',
  profile: 'all',
  tags: ['reliability'],
  title: 'Container has no CPU reserved',
  why: 'The scheduler counts it as zero and fills the node. Under load it gets almost no CPU.',
  remedy: 'Set `resources.requests.cpu`.',
  aliases: [
    checkov('CKV_K8S_10'),
    trivy('KSV-0015'),
    kubescape('C-0268'),
    kubescape('C-0050'),
    kubescape('resources-cpu-requests'),
    kubescape('resources-cpu-limit-and-request'),
    kubeLinter('unset-cpu-requirements'),
    polaris('cpuRequestsMissing'),
    kubeScore('container-resources'),
    kics('CPU Requests Not Set'),
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
            memory: 128Mi
      `,
    ],
    good: [
      container`
        resources:
          requests:
            cpu: 100m
      `,
      pod`
        resources:
          requests:
            cpu: 100m
      `,
    ],
  },

  check(container, report) {
    reportMissingResource(container, 'requests', 'cpu', report);
  },
});
