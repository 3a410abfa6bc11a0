import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import { secretIn } from '../../model/secret/detect.ts';
import { looksRandom } from '../../model/secret/value.ts';
import type { Field } from '../../yaml/field.ts';
import { isEncrypted } from './shared/manifest.ts';

export default defineRule({
  id: 'secret-in-helm-values',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  title: 'Values of a Helm release hold a secret',
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
    for (const { name, field } of valuesOf(resource)) {
      const value = field.string;
      const secret = value === undefined ? undefined : secretIn({ name, value });
      // Charts name objects and keys by such words; a password is one by its name, anything else has to look like it.
      if (secret === undefined || value === undefined) continue;
      if (secret.certain || /(?:pass(?:word|wd|phrase)?|pwd)$/i.test(name) || looksRandom(value))
        report(field, `Has ${secret.kind} in the value ${name}: ${resource.label}.`);
    }
  },
});

interface Value {
  readonly name: string;
  readonly field: Field;
}

/** Sources: Flux, "HelmRelease" (`spec.values`); Argo CD, "Application Specification" (`spec.source.helm`). */
function valuesOf(resource: Resource): readonly Value[] {
  const { group, kind } = resource;
  if (group === 'helm.toolkit.fluxcd.io' && kind === 'HelmRelease') return leavesOf(resource.at('spec', 'values'));
  if (group !== 'argoproj.io' || kind !== 'Application') return [];
  return [resource.at('spec', 'source'), ...resource.at('spec', 'sources').items].flatMap((source) => [
    ...leavesOf(source.at('helm', 'valuesObject')),
    ...source
      .at('helm', 'parameters')
      .items.map((item) => ({ name: item.at('name').string?.split('.').at(-1) ?? '', field: item.at('value') })),
  ]);
}

/** The scalars of a tree, each with the key that it is the value of. */
function leavesOf(root: Field): readonly Value[] {
  const found: Value[] = [];
  const open: Value[] = [{ name: '', field: root }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { name, field } = at;
    // What a reference names lies elsewhere.
    if (/Ref$/.test(name)) continue;
    if (field.isMap) for (const [key, below] of field.entries) open.push({ name: key, field: below });
    else if (field.isList) for (const below of field.items) open.push({ name, field: below });
    else found.push({ name, field });
  }
  return found.reverse();
}
