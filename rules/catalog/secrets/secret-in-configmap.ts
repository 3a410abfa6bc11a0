import { objects } from '../../contract/objects.ts';
import { defineRule, kubescape, nsa, polaris, trivy } from '../../contract/rule.ts';
import { secretIn } from '../../model/secret/detect.ts';
import { isForKeyBesideName } from '../../model/secret/name.ts';
import { secretOfLines } from '../../model/secret/settings-text.ts';
import { looksRandom } from '../../model/secret/value.ts';
import { isEncrypted } from './shared/manifest.ts';

export default defineRule({
  id: 'secret-in-configmap',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  isSecret: true,
  title: 'ConfigMap holds a secret',
  marksSecrets: true,
  why: 'ConfigMaps are read by everybody who may look at the namespace, are not encrypted at rest, and are in the repository.',
  remedy: 'Change the secret where it is used, then put it into a Secret and refer to that.',
  ignoreWhen: 'The value is there to be replaced, or is for a machine that nobody else reaches.',
  standards: [nsa()],
  aliases: [trivy('KSV-0109'), kubescape('rule-credentials-configmap'), polaris('sensitiveConfigmapContent')],
  examples: {
    bad: [
      objects`
        ConfigMap web
          data:
            db_username: shop
            db_password: f7Kq29xLw0
      `,
      objects`
        ConfigMap web
          data:
            app.properties: |
              color=blue
              db.password=f7Kq29xLw0
      `,
    ],
    good: [
      objects`
        ConfigMap web
          data:
            db_username: shop
            db_password_file: /run/secrets/db
      `,
      objects`
        ConfigMap web
          data:
            app.properties: |
              db.password=\${DB_PASSWORD}
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('ConfigMap', '') || isEncrypted(resource)) return;
    const { entries, keys } = resource.at('data');
    for (const [key, value] of entries) {
      const text = value.text;
      if (text === undefined || (isForKeyBesideName(key, keys) && !looksRandom(text))) continue;
      const secret = text.includes('\n') ? secretOfLines(text) : secretIn({ name: key, value: text });
      if (secret !== undefined)
        report({ anchor: value.anchorOfKey, path: value.path }, `Holds ${secret.kind}: ${key}.`);
    }
  },
});
