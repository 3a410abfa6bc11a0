import { pod } from '../../contract/example.ts';
import { checkov, cis, defineRule, kics, kubescape, trivy } from '../../contract/rule.ts';
import { isUnset } from '../../model/kubernetes/security-context.ts';

export default defineRule({
  id: 'missing-pod-security-context',
  subject: 'pod',
  severity: 'info',
  profile: 'all',
  title: 'Pod has no security context',
  why: 'Every container has to say for itself that it is not root and which profile it has. One that is added later and says nothing has neither.',
  remedy: 'Set on the pod what holds for all containers: `runAsNonRoot`, `seccompProfile`.',
  standards: [cis('5.7.3')],
  aliases: [
    checkov('CKV_K8S_29'),
    trivy('KSV-0118'),
    kubescape('C-0211'),
    kics('Pod or Container Without Security Context'),
  ],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
      pod`securityContext: {}`,
    ],
    good: [
      pod`
        securityContext:
          runAsNonRoot: true
      `,
      pod`
        securityContext:
          fsGroup: 2000
      `,
    ],
  },

  check(pod, report) {
    const field = pod.at('securityContext');
    if (isUnset(field, 'PodSecurityContext'))
      report(field.present ? field : pod, 'Has no security context, so each container has to say all of it.');
  },
});
