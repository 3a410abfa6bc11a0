/** The JSON Schema of `.seaworthy.yaml`, for editors that complete and check YAML by schema. */
import { rules } from '../../rules/catalog/index.ts';
import { severities } from '../../rules/contract/finding.ts';
import { profiles } from '../../rules/contract/profile.ts';
import { newestKubernetesMinor, oldestKubernetesMinor } from '../../rules/data/kubernetes.ts';
import { clusterFacts } from '../../rules/engine/settings/cluster-facts.ts';
import { frameworks } from '../../rules/engine/settings/settings.ts';

const minors = Array.from(
  { length: newestKubernetesMinor - oldestKubernetesMinor + 1 },
  (_, i) => `1.${oldestKubernetesMinor + i}`,
);

const strings = (description: string): object => ({ type: 'array', items: { type: 'string' }, description });

/** What the top of the file and each of its overrides may say. */
const settings = {
  profile: {
    enum: profiles,
    default: 'recommended',
    description: 'How much is checked. Profiles nest: each holds all rules of those before it.',
  },
  preview: {
    enum: ['on', 'off', true, false],
    default: false,
    description: 'Whether rules of the stage preview are on as their profile says.',
  },
  frameworks: {
    type: 'array',
    items: { enum: frameworks },
    description: 'Catalogues whose rules are on whatever the profile.',
  },
  kubernetesVersion: {
    type: 'string',
    pattern: '^v?1\\.\\d{2}(\\.\\d+)?$',
    examples: minors,
    description: 'Version of the clusters the manifests are for; decides which controls and fields exist.',
  },
  rules: { $ref: '#/definitions/rules' },
  tags: {
    type: 'object',
    additionalProperties: false,
    description: 'Groups of rules, switched as a whole.',
    properties: {
      reliability: { enum: ['on', 'off', true, false] },
      practice: { enum: ['on', 'off', true, false] },
    },
  },
  otherIgnores: {
    enum: ['on', 'off', true, false],
    default: true,
    description:
      'Whether ignores that were written for hadolint, Checkov, Trivy, KubeLinter, Polaris, kube-score, kubeaudit, KICS and BuildKit count.',
  },
  deniedRegistries: strings('Registries images must not come from, such as docker.io, whatever is allowed.'),
  registries: strings('Registries images may come from, such as registry.example.com/team. Empty: any.'),
};

const paths = strings('Globs, relative to this file.');

const ruleLevels = {
  type: 'object',
  additionalProperties: false,
  description: 'The severity of single rules, or off. A severity also switches on a rule that the profile leaves out.',
  properties: Object.fromEntries(
    rules.map(({ id, title, severity, profile, allows }) => {
      const description = `${title} (${severity}, ${profile})`;
      const level = { enum: [...severities, 'off'] };
      if (allows === undefined) return [id, { ...level, description }];
      const allow = { type: 'array', items: { type: ['string', 'number'] }, description: `Fine here: ${allows}` };
      const more = { type: 'object', additionalProperties: false, properties: { severity: level, allow } };
      return [id, { anyOf: [level, more], description }];
    }),
  ),
};

const overrides = {
  type: 'array',
  description: 'Settings for some paths or namespaces alone; later ones count over earlier ones.',
  items: {
    type: 'object',
    additionalProperties: false,
    anyOf: [{ required: ['paths'] }, { required: ['namespaces'] }],
    properties: {
      paths,
      namespaces: strings('Namespaces whose objects these settings are for; * stands for anything.'),
      ...settings,
    },
  },
};

const ignores = {
  type: 'array',
  description: 'Rules that are fine for some paths, with the reason, and perhaps until a day.',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['rule', 'reason'],
    properties: {
      rule: { enum: rules.map(({ id }) => id) },
      paths,
      reason: { type: 'string', minLength: 1, description: 'Why it is fine; reviewers read this.' },
      until: {
        type: 'string',
        pattern: '^\\d{4}-\\d{2}-\\d{2}$',
        description: 'The last day it counts; from then on the rule reports again.',
      },
    },
  },
};

const cluster = {
  type: 'object',
  additionalProperties: false,
  description: 'What no manifest shows of the cluster: attack paths need not assume it then.',
  properties: Object.fromEntries(
    Object.entries(clusterFacts).map(([key, { says, words }]) => {
      const known = Object.keys(words);
      return [key, { enum: known.includes('on') ? [...known, true, false] : known, description: says }];
    }),
  ),
};

const trust = {
  type: 'array',
  description: 'Who signs which images; an image has to be signed by every item that names it.',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['images'],
    oneOf: [{ required: ['identity', 'issuer'] }, { required: ['key'] }],
    properties: {
      images: strings('References with their registry, in which * stands for anything.'),
      identity: {
        type: 'string',
        description: 'Whom the certificate of the signature names; * stands for anything without / and @.',
      },
      issuer: { type: 'string', pattern: '^https://', description: 'Who vouches for the identity.' },
      key: { type: 'string', description: 'A public key as PEM, in place of an identity.' },
      transparencyLog: {
        type: 'boolean',
        description: 'Of a key: off where its signatures do not stand in the transparency log.',
      },
    },
  },
};

const vulnerabilities = {
  type: 'array',
  description: 'Known vulnerabilities of images that are accepted for a while; scans of images show them as accepted.',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['id', 'reason', 'until'],
    properties: {
      id: { type: 'string', description: 'As a scanner calls it, such as CVE-2026-1234.' },
      images: strings('References with their registry, in which * stands for anything. Left out: all images.'),
      reason: { type: 'string', minLength: 1, description: 'Why it can wait; reviewers read this.' },
      until: {
        type: 'string',
        pattern: '^\\d{4}-\\d{2}-\\d{2}$',
        description: 'The last day it counts; from then on it counts like any other.',
      },
    },
  },
};

export function configurationSchema(): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Seaworthy configuration',
    type: 'object',
    additionalProperties: false,
    definitions: {
      rules: ruleLevels,
    },
    properties: {
      ...settings,
      extends: {
        anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
        description: 'Files whose settings lie below these, relative to this file.',
      },
      roots: strings(
        'Folders whose files know only of each other, relative to this file; * stands for any one folder.',
      ),
      ignorePaths: strings('Globs of paths that are not checked, relative to this file.'),
      overrides,
      ignores,
      protect: strings(
        'What attack paths must not lead to beside the cluster: secret/NAMESPACE/NAME, deployment/NAMESPACE/NAME; * stands for any part of a name.',
      ),
      cluster,
      trust,
      vulnerabilities,
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
