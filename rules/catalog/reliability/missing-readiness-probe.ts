import { container, pod } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { checkov, defineRule, kics, kubeLinter, kubeScore, kubescape, polaris } from '../../contract/rule.ts';
import { isLongRunning } from '../../model/kubernetes/lifetime.ts';

export default defineRule({
  id: 'missing-readiness-probe',
  subject: 'container',
  severity: 'info',
  profile: 'all',
  tags: ['reliability'],
  title: 'Container has no readiness probe',
  why: 'It gets requests as soon as its process runs, and still gets them while it cannot answer.',
  remedy: 'Set `readinessProbe`.',
  aliases: [
    checkov('CKV_K8S_9'),
    kubescape('C-0018'),
    kubescape('configured-readiness-probe'),
    kubeLinter('no-readiness-probe'),
    polaris('readinessProbeMissing'),
    kubeScore('pod-probes'),
    kics('Readiness Probe Is Not Configured'),
  ],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
      container`
        livenessProbe:
          httpGet:
            port: 80
      `,
    ],
    good: [
      container`
        readinessProbe:
          httpGet:
            port: 80
      `,
      objects`
        Job once
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: web
                  image: nginx:1.29
      `,
    ],
  },

  check(container, report) {
    if (!isLongRunning(container)) return;
    const field = container.at('readinessProbe');
    if (field.missing) report(container, `Has no readinessProbe: ${container.label}.`);
  },
});
