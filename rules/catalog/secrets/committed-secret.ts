import { objects } from '../../contract/objects.ts';
import { defineRule, nsa } from '../../contract/rule.ts';
import { secretsIn } from '../../model/secret/detect.ts';
import { looksRandom } from '../../model/secret/value.ts';
import { decoded, isEncrypted, isSecretOfSecret } from './shared/manifest.ts';

export default defineRule({
  id: 'committed-secret',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  isSecret: true,
  title: 'Secret is written in plain text',
  marksSecrets: true,
  why: 'Whoever reads the repository, its history or a copy of it has the secret, since base64 hides nothing. Deleting the lines later does not undo it.',
  remedy:
    'Change the secret where it is used, then keep only what is encrypted or a reference: SealedSecret, ExternalSecret, or SOPS.',
  ignoreWhen: 'It is a test fixture, or a secret that is generated again wherever the manifest is applied.',
  standards: [nsa()],
  examples: {
    bad: [
      objects`
        Secret database
          stringData:
            password: correct-horse-battery
      `,
      objects`
        Secret database
          type: Opaque
          data:
            username: c2hvcA==
            password: Y29ycmVjdC1ob3JzZQ==
      `,
    ],
    good: [
      objects`
        Secret database
          stringData:
            username: shop
            password: changeme
      `,
      objects`
        ExternalSecret.external-secrets.io/v1 database
          secretStoreRef:
            name: vault
          data:
            - secretKey: password
              remoteRef:
                key: shop/database
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('Secret', '') || isEncrypted(resource)) return;
    const entries = [...resource.at('stringData').entries, ...resource.at('data').entries];
    const secret = entries.filter(([key, field]) => {
      const encoded = field.parent?.key === 'data';
      return field.text !== undefined && isSecretOfSecret(key, encoded ? decoded(field.text) : field.text);
    });
    const [first] = secret;
    if (first === undefined) return;
    const more = secret.length > 1 ? ` and ${secret.length - 1} more` : '';
    const texts = secret.map(([, field]) =>
      field.parent?.key === 'data' ? decoded(field.text ?? '') : (field.text ?? ''),
    );
    const isThoughtUp = texts.every((text) => secretsIn(text).length === 0 && !looksRandom(text));
    report(first[1], `Shows ${first[0]}${more} to everybody who reads the file: ${resource.label}.`, undefined, [], {
      isThoughtUp,
      cause: { key: texts.join('\n'), within: isThoughtUp ? 'file' : 'scan' },
    });
  },
});
