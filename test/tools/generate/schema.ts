/** The JSON Schema of `.seaworthy.yaml`, for editors that complete and check YAML by schema. */
import { newestKubernetesMinor, oldestKubernetesMinor } from '../../../rules/data/kubernetes.ts';
import { rules } from '../../../rules/index.ts';
import { profiles, severities } from '../../../rules/rule.ts';

export function configurationSchema(): string {
  const minors = Array.from(
    { length: newestKubernetesMinor - oldestKubernetesMinor + 1 },
    (_, i) => `1.${oldestKubernetesMinor + i}`,
  );
  const strings = (description: string): object => ({ type: 'array', items: { type: 'string' }, description });
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Seaworthy configuration',
    type: 'object',
    additionalProperties: false,
    properties: {
      profile: {
        enum: profiles,
        default: 'recommended',
        description: 'How much is checked. Profiles nest: each holds all rules of those before it.',
      },
      kubernetesVersion: {
        type: 'string',
        pattern: '^v?1\\.\\d{2}(\\.\\d+)?$',
        examples: minors,
        description: 'Version of the clusters the manifests are for; decides which controls and fields exist.',
      },
      rules: {
        type: 'object',
        additionalProperties: false,
        description:
          'The severity of single rules, or off. A severity also switches on a rule that the profile leaves out.',
        properties: Object.fromEntries(
          rules.map(({ id, title, severity, profile }) => [
            id,
            { enum: [...severities, 'off'], description: `${title} (${severity}, ${profile})` },
          ]),
        ),
      },
      tags: {
        type: 'object',
        additionalProperties: false,
        description: 'Groups of rules, switched as a whole.',
        properties: {
          reliability: { enum: ['on', 'off', true, false] },
          practice: { enum: ['on', 'off', true, false] },
        },
      },
      ignorePaths: strings('Globs of paths that are not checked, relative to this file.'),
      otherIgnores: {
        enum: ['on', 'off', true, false],
        default: true,
        description:
          'Whether ignores that were written for hadolint, Checkov, Trivy, KubeLinter, Polaris, kube-score, kubeaudit, KICS and BuildKit count.',
      },
      deniedRegistries: strings('Registries images must not come from, such as docker.io, whatever is allowed.'),
      registries: strings('Registries images may come from, such as registry.example.com/team. Empty: any.'),
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
