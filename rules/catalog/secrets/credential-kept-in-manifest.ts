import { container } from '../../contract/example.ts';
import { defineRule, kubescape, polaris } from '../../contract/rule.ts';
import { isPlaceOfSecret } from '../../model/secret/detect.ts';
import { secretOffers } from './shared/read-from-secret.ts';

export default defineRule({
  id: 'credential-kept-in-manifest',
  subject: 'container',
  severity: 'low',
  profile: 'all',
  isSecret: true,
  fix: 'template',
  title: 'Manifest is meant to hold a credential',
  marksSecrets: true,
  why: 'The value is only a placeholder. Whoever fills it in puts the credential into the repository, and shows it to everybody who may read pods.',
  remedy: 'Read the variable with `valueFrom.secretKeyRef`.',
  ignoreWhen: 'It is not a credential, despite its name.',
  aliases: [polaris('sensitiveContainerEnvVar'), kubescape('rule-credentials-in-env-var')],
  examples: {
    bad: [
      container`
        env:
          - name: DB_PASSWORD
      -     value: changeme
      +     valueFrom:
      +       secretKeyRef:
      +         name: NAME-OF-THE-SECRET
      +         key: DB_PASSWORD
      `,
      container`
        env:
          - name: SIGNING
            value: |
              -----BEGIN RSA PRIVATE KEY-----
              ...
              -----END RSA PRIVATE KEY-----
      `,
    ],
    good: [
      container`
        env:
          - name: DB_PASSWORD_FILE
            value: /run/secrets/db
      `,
      container`
        env:
          - name: DB_PASSWORD
            valueFrom:
              secretKeyRef:
                name: db
                key: password
      `,
    ],
  },

  check(container, report) {
    for (const item of container.at('env').items) {
      const [name, value] = [item.at('name').text ?? '', item.at('value')];
      if (value.text === undefined || !isPlaceOfSecret({ name, value: value.text })) continue;
      report(value, `Keeps a credential in the manifest: variable ${name} of ${container.label}.`, ({ facts }) =>
        secretOffers(value, name, container, facts),
      );
    }
  },
});
