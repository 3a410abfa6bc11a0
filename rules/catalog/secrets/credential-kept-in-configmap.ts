import { objects } from '../../contract/objects.ts';
import { defineRule, kubescape, polaris, trivy } from '../../contract/rule.ts';
import { isPlaceOfSecret } from '../../model/secret/detect.ts';
import { isEncrypted } from './shared/manifest.ts';

export default defineRule({
  id: 'credential-kept-in-configmap',
  subject: 'resource',
  severity: 'low',
  profile: 'all',
  isSecret: true,
  title: 'ConfigMap is meant to hold a credential',
  marksSecrets: true,
  why: 'The value is only a placeholder. Whoever fills it in puts the credential where everybody who may look at the namespace reads it.',
  remedy: 'Remove the key, put it into a Secret, and refer to that.',
  ignoreWhen: 'It is not a credential, despite its name.',
  aliases: [polaris('sensitiveConfigmapContent'), kubescape('rule-credentials-configmap'), trivy('KSV-0109')],
  examples: {
    bad: [
      objects`
        ConfigMap web
          data:
            db_password: changeme
      `,
      objects`
        ConfigMap web
          data:
            OCI_CLI_KEY_CONTENT: xxxxx
      `,
    ],
    good: [
      objects`
        ConfigMap web
          data:
            db_password_file: /run/secrets/db
      `,
      objects`
        ConfigMap web
          data:
            db_password: \${DB_PASSWORD}
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('ConfigMap', '') || isEncrypted(resource)) return;
    for (const [key, value] of resource.at('data').entries) {
      if (value.text === undefined || !isPlaceOfSecret({ name: key, value: value.text })) continue;
      report({ anchor: value.anchorOfKey, path: value.path }, `Keeps a credential in a ConfigMap: ${key}.`);
    }
  },
});
