import { container, pod } from '../../contract/example.ts';
import { checkov, defineRule, kics, kubeaudit, kubeScore, kubescape, polaris, trivy } from '../../contract/rule.ts';
import { reportMissingResource } from './shared/resources.ts';

export default defineRule({
  id: 'missing-cpu-limit',
  subject: 'container',
  severity: 'info',
  profile: 'all',
  tags: ['reliability'],
  title: 'Container may use all CPU of its node',
  why: 'A busy loop, or a miner that an attacker started, takes the CPU that other pods did not reserve.',
  remedy: 'Set `resources.limits.cpu`, or rely on requests where throttling hurts more.',
  aliases: [
    checkov('CKV_K8S_11'),
    trivy('KSV-0011'),
    kubescape('C-0270'),
    kubescape('C-0050'),
    kubescape('resources-cpu-limits'),
    kubescape('resources-cpu-limit-and-request'),
    polaris('cpuLimitsMissing'),
    kubeScore('container-resources'),
    kubeaudit('limits'),
    kubeaudit('LimitsCPUNotSet'),
    kubeaudit('LimitsNotSet'),
    kics('CPU Limits Not Set'),
    kubescape('resources-sandbox-cpu-limits'),
    kubescape('resource-policies'),
    kubescape('C-0009'),
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
          limits:
            memory: 128Mi
      `,
    ],
    good: [
      container`
        resources:
          limits:
            cpu: 100m
      `,
      pod`
        resources:
          limits:
            cpu: 100m
      `,
    ],
  },

  check(container, report) {
    reportMissingResource(container, 'limits', 'cpu', report);
  },
});
