import { container, pod } from '../../contract/example.ts';
import {
  checkov,
  defineRule,
  kics,
  kubeaudit,
  kubeLinter,
  kubeScore,
  kubescape,
  nsa,
  polaris,
  trivy,
} from '../../contract/rule.ts';
import { reportMissingResource } from './shared/resources.ts';

export default defineRule({
  id: 'missing-memory-limit',
  subject: 'container',
  severity: 'info',
  profile: 'all',
  tags: ['reliability'],
  title: 'Container may use all memory of its node',
  why: 'A leak or an attack makes the node kill other pods. With a limit it ends the container alone.',
  remedy: 'Set `resources.limits.memory`.',
  standards: [nsa()],
  aliases: [
    checkov('CKV_K8S_13'),
    trivy('KSV-0018'),
    kubescape('C-0271'),
    kubescape('C-0004'),
    kubescape('resources-memory-limits'),
    kubescape('resources-memory-limit-and-request'),
    kubeLinter('unset-memory-requirements'),
    polaris('memoryLimitsMissing'),
    kubeScore('container-resources'),
    kubeaudit('limits'),
    kubeaudit('LimitsMemoryNotSet'),
    kubeaudit('LimitsNotSet'),
    kics('Memory Limits Not Defined'),
    kubescape('resources-sandbox-memory-limits'),
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
            cpu: 100m
      `,
    ],
    good: [
      container`
        resources:
          limits:
            memory: 128Mi
      `,
      pod`
        resources:
          limits:
            memory: 128Mi
      `,
    ],
  },

  check(container, report) {
    reportMissingResource(container, 'limits', 'memory', report);
  },
});
