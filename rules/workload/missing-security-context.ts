import { checkov, cis, defineRule, kics, kubescape, pod, trivy } from '../rule.ts';
import type { Field } from '../yaml/field.ts';

export default defineRule({
  id: 'missing-security-context',
  subject: 'container',
  severity: 'info',
  profile: 'all',
  tags: [],
  since: '0.1.0',
  title: 'Container has no security context at all',
  why: 'Everything is left as the runtime has it: root, all default capabilities, no limit on privileges.',
  remedy: 'Harden the container; the single findings say how.',
  standards: [cis('5.7.3')],
  aliases: [
    checkov('CKV_K8S_29'),
    checkov('CKV_K8S_30'),
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
      pod`
        securityContext: {}
        containers:
          - name: web
            image: nginx:1.29
            securityContext: {}
      `,
    ],
    good: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
            securityContext:
              runAsNonRoot: true
      `,
      pod`
        securityContext:
          runAsNonRoot: true
        containers:
          - name: web
            image: nginx:1.29
      `,
    ],
  },

  check(container, report) {
    const own = container.securityContext;
    const pods = container.pod.at('securityContext');
    const empty = (field: Field): boolean =>
      field.missing || field.state === 'null' || (field.isMap && field.keys.length === 0 && !field.unknown);
    if (!empty(own) || !empty(pods)) return;
    report(own.present ? own : container, `${container.title} has no security context, and neither has its pod.`);
  },
});
