import { pod } from '../../contract/example.ts';
import type { FixOffer, Surroundings } from '../../contract/finding.ts';
import { cis, defineRule, kubeLinter, kubescape, nsa, polaris } from '../../contract/rule.ts';
import { causeOfSecret, secretIn } from '../../model/secret/detect.ts';
import { isKnownPassword } from '../../model/secret/known-password.ts';
import { isForKeyBesideName } from '../../model/secret/name.ts';
import { secretOffers } from './shared/read-from-secret.ts';

export default defineRule({
  id: 'literal-secret-in-env',
  subject: 'container',
  severity: 'high',
  profile: 'essential',
  isSecret: true,
  fix: 'template',
  title: 'Secret in an environment variable of the manifest',
  marksSecrets: true,
  why: 'The value is in the repository and its history, and everybody who may read pods reads it, without any right to read secrets.',
  remedy:
    'Change the secret, put the new one into a Secret that is not committed, and read it with `valueFrom.secretKeyRef`.',
  ignoreWhen: 'It is not a secret: a public key, or a value for tests alone.',
  standards: [cis('5.4.1'), nsa()],
  aliases: [
    kubeLinter('env-var-secret'),
    kubescape('rule-credentials-in-env-var'),
    kubescape('C-0259'),
    polaris('sensitiveContainerEnvVar'),
  ],
  examples: {
    bad: [
      pod`
        containers:
          - name: cart
            image: example.com/cart:1.4.2
            env:
              - name: DB_PASSWORD
                value: correct-horse-battery
      `,
      pod`
        containers:
          - name: cart
            image: example.com/cart:1.4.2
            env:
              - name: DATABASE_URL
                value: postgres://shop:correct-horse@db:5432/shop
      `,
    ],
    good: [
      pod`
        containers:
          - name: cart
            image: example.com/cart:1.4.2
            env:
              - name: DB_PASSWORD
                valueFrom:
                  secretKeyRef:
                    name: database
                    key: password
      `,
      pod`
        containers:
          - name: cart
            image: example.com/cart:1.4.2
            env:
              - name: DB_PASSWORD_FILE
                value: /run/secrets/database
              - name: TOKEN_TTL
                value: "3600"
      `,
    ],
  },

  check(container, report) {
    const { items } = container.at('env');
    const names = items.map((item) => item.at('name').text ?? '');
    for (const [i, item] of items.entries()) {
      const [name = '', value] = [names[i], item.at('value')];
      if (value.text === undefined) continue;
      const secret = secretIn({ name, value: value.text });
      if (secret?.isThoughtUp === true && isForKeyBesideName(name, names)) continue;
      const offers = ({ facts }: Surroundings): FixOffer => secretOffers(value, name, container, facts);
      if (secret !== undefined)
        report(value, `Has ${secret.kind} in the variable ${name}: ${container.label}.`, offers, [], {
          isThoughtUp: secret.isThoughtUp,
          cause: causeOfSecret(value.text, secret),
        });
      else if (isKnownPassword({ name, value: value.text }))
        report(value, `Has a password that everybody knows in the variable ${name}: ${container.label}.`, offers, [], {
          isThoughtUp: true,
          cause: { key: value.text, within: 'file' },
        });
    }
  },
});
