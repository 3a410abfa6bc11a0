import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { helmValuesOf } from '../../model/kubernetes/helm-values.ts';
import { secretIn } from '../../model/secret/detect.ts';
import { looksRandom } from '../../model/secret/value.ts';
import { isEncrypted } from './shared/manifest.ts';

export default defineRule({
  id: 'secret-in-helm-values',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  isSecret: true,
  title: 'Values of a Helm release hold a secret',
  marksSecrets: true,
  why: 'The values are in the repository and its history, and in the release that Helm keeps in the cluster, where whoever may read the object reads them.',
  remedy:
    'Change the secret, keep the new one in a Secret, and refer to that: `valuesFrom`, or the `existingSecret` of the chart.',
  ignoreWhen: 'It is the password of something that nobody else reaches.',
  examples: {
    bad: [
      objects`
        HelmRelease.helm.toolkit.fluxcd.io/v2 monitoring/grafana
          interval: 1h
          values:
            grafana:
              adminPassword: correct-horse-battery
      `,
      objects`
        Application.argoproj.io/v1alpha1 argocd/database
          project: default
          source:
            chart: postgresql
            helm:
              parameters:
                - name: auth.postgresPassword
                  value: correct-horse-battery
      `,
    ],
    good: [
      objects`
        HelmRelease.helm.toolkit.fluxcd.io/v2 monitoring/grafana
          interval: 1h
          values:
            admin:
              existingSecret: grafana-admin
              passwordKey: admin-password
      `,
      objects`
        HelmRelease.helm.toolkit.fluxcd.io/v2 monitoring/grafana
          interval: 1h
          values:
            adminPassword: \${GRAFANA_PASSWORD}
      `,
    ],
  },

  check(resource, report) {
    if (isEncrypted(resource)) return;
    for (const { name, keys, field, place } of helmValuesOf(resource)) {
      // What a reference names lies elsewhere.
      if (keys.some((key) => key.endsWith('Ref'))) continue;
      const value = field.string;
      const secret = value === undefined ? undefined : secretIn({ name, value });
      // Charts name objects and keys by such words; a password is one by its name, anything else has to look like it.
      if (secret === undefined || value === undefined) continue;
      if (secret.certain || /(?:pass(?:word|wd|phrase)?|pwd)$/i.test(name) || looksRandom(value))
        report(place, `Has ${secret.kind} in the value ${name}: ${resource.label}.`);
    }
  },
});
