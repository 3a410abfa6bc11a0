import { container, pod } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { checkov, defineRule, kics, kubeLinter, kubescape, polaris } from '../../contract/rule.ts';
import { isLongRunning } from '../../model/kubernetes/lifetime.ts';

export default defineRule({
  id: 'missing-liveness-probe',
  subject: 'container',
  severity: 'info',
  profile: 'all',
  tags: ['reliability'],
  title: 'Container has no liveness probe',
  why: 'A program that hangs is not restarted; only one that ends is.',
  remedy: 'Set `livenessProbe`.',
  aliases: [
    checkov('CKV_K8S_8'),
    kubescape('C-0056'),
    kubescape('configured-liveness-probe'),
    kubeLinter('no-liveness-probe'),
    polaris('livenessProbeMissing'),
    kics('Liveness Probe Is Not Defined'),
  ],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
      container`
        readinessProbe:
          httpGet:
            port: 80
      `,
    ],
    good: [
      container`
        livenessProbe:
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
    const field = container.at('livenessProbe');
    if (field.missing) report(container, `Has no livenessProbe: ${container.label}.`);
  },
});
