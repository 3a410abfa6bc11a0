import { container, pod } from '../../contract/example.ts';
import { checkov, cis, defineRule, kics, kubescape, trivy } from '../../contract/rule.ts';
import { isUnset } from '../../model/kubernetes/security-context.ts';

export default defineRule({
  id: 'missing-container-security-context',
  subject: 'container',
  severity: 'info',
  profile: 'all',
  title: 'Container has no security context',
  protection: 'security context',
  why: 'Privilege escalation, capabilities and the root file system are set on the container alone; without its own context they are as the runtime has them.',
  remedy: 'Harden the container; the single findings say how.',
  standards: [cis('5.7.3')],
  aliases: [
    checkov('CKV_K8S_30'),
    trivy('KSV-0118'),
    kubescape('C-0211'),
    kics('Pod or Container Without Security Context'),
  ],
  examples: {
    bad: [
      pod`
        securityContext:
          runAsNonRoot: true
      `,
      container`securityContext: {}`,
    ],
    good: [
      container`
        securityContext:
          runAsNonRoot: true
      `,
      container`
        securityContext:
          allowPrivilegeEscalation: false
      `,
    ],
  },

  check(container, report) {
    const field = container.securityContext;
    if (isUnset(field, 'SecurityContext')) report(field, `Has no security context of its own: ${container.label}.`);
  },
});
