import { yaml } from '../../contract/example.ts';
import { cis, defineRule, kubescape } from '../../contract/rule.ts';

export default defineRule({
  id: 'unencrypted-provider',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  mendedByMore: true,
  title: 'Secrets are written in plain text',
  why: 'The first provider writes, the others only read: with `identity` in front nothing that is written is encrypted.',
  remedy: 'Put a provider that encrypts first, and `identity` last until everything was written again.',
  standards: [cis('1.2.31')],
  aliases: [kubescape('C-0142')],
  examples: {
    bad: [
      yaml`
        apiVersion: apiserver.config.k8s.io/v1
        kind: EncryptionConfiguration
        resources:
          - resources: [secrets]
            providers:
              - identity: {}
      `,
      yaml`
        apiVersion: apiserver.config.k8s.io/v1
        kind: EncryptionConfiguration
        resources:
          - resources: [secrets]
            providers:
              - identity: {}
              - aescbc:
                  keys: []
      `,
    ],
    good: [
      yaml`
        apiVersion: apiserver.config.k8s.io/v1
        kind: EncryptionConfiguration
        resources:
          - resources: [secrets]
            providers:
              - kms:
                  apiVersion: v2
                  name: vault
              - identity: {}
      `,
      yaml`
        apiVersion: apiserver.config.k8s.io/v1
        kind: EncryptionConfiguration
        resources:
          - resources: [secrets]
            providers:
              - secretbox:
                  keys: []
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('EncryptionConfiguration', 'apiserver.config.k8s.io')) return;
    for (const item of resource.at('resources').items) {
      const [first] = item.at('providers').items;
      const identity = first?.at('identity');
      if (identity?.present === true)
        report(
          { anchor: identity.anchorOfKey, path: identity.path },
          'Writes without encryption: the first provider is identity.',
        );
    }
  },
});
