import { container } from '../../contract/example.ts';
import { checkov, cis, defineRule, kics, kubeLinter, kubescape } from '../../contract/rule.ts';

export default defineRule({
  id: 'secret-in-environment',
  subject: 'container',
  severity: 'info',
  profile: 'all',
  title: 'Secret is passed as a variable',
  why: 'Variables are inherited by every child process, written into crash reports and shown by `kubectl describe`. A file is read when it is needed, and changes when the Secret does.',
  remedy: 'Mount the Secret as a file.',
  standards: [cis('5.4.1')],
  aliases: [
    kubeLinter('read-secret-from-env-var'),
    checkov('CKV_K8S_35'),
    kubescape('C-0207'),
    kubescape('rule-secrets-in-env-var'),
    kubescape('rule-credentials-in-env-var'),
    kics('Secrets As Environment Variables'),
  ],
  examples: {
    bad: [
      container`
        env:
          - name: KEY
            valueFrom:
              secretKeyRef:
                name: api
                key: key
      `,
      container`
        envFrom:
          - secretRef:
              name: api
      `,
    ],
    good: [
      container`
        env:
          - name: KEY
            valueFrom:
              configMapKeyRef:
                name: api
                key: key
      `,
      container`
        volumeMounts:
          - name: key
            mountPath: /etc/key
      `,
    ],
  },

  check(container, report) {
    for (const item of container.at('env').items) {
      const name = item.at('name');
      if (item.at('valueFrom', 'secretKeyRef').present)
        report(name, `Passes a secret as a variable: ${name.text ?? 'its name is not known'}.`);
    }
    for (const item of container.at('envFrom').items) {
      const secret = item.at('secretRef');
      if (secret.present)
        report(secret.at('name'), `Passes every key of a Secret as a variable: ${secret.at('name').text ?? ''}.`);
    }
  },
});
