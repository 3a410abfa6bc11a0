import { pod } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { defineRule, kubeaudit } from '../../contract/rule.ts';

export default defineRule({
  id: 'seccomp-annotation',
  subject: 'pod',
  severity: 'medium',
  profile: 'recommended',
  title: 'Seccomp profile is set in an annotation that is ignored',
  why: 'Kubernetes has not read this annotation since 1.27: the pod runs without the profile.',
  remedy: 'Set `securityContext.seccompProfile`, and remove the annotation.',
  aliases: [kubeaudit('seccomp'), kubeaudit('SeccompDeprecatedAnnotations')],
  examples: {
    bad: [
      objects`
        Pod web
          annotations:
            seccomp.security.alpha.kubernetes.io/pod: runtime/default
      `,
      objects`
        Pod web
          annotations:
            container.seccomp.security.alpha.kubernetes.io/web: localhost/web.json
      `,
    ],
    good: [
      pod`
        securityContext:
          seccompProfile:
            type: RuntimeDefault
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
    ],
  },

  check(pod, report, { kubernetesMinor }) {
    if (kubernetesMinor < 27) return;
    for (const [key, value] of pod.template.at('metadata', 'annotations').entries)
      if (/^(?:container\.)?seccomp\.security\.alpha\.kubernetes\.io\//.test(key))
        report({ anchor: value.anchorOfKey, path: value.path }, 'Kubernetes has not read this annotation since 1.27.');
  },
});
