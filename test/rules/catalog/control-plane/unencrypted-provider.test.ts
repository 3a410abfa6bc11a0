import rule from '../../../../rules/catalog/control-plane/unencrypted-provider.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('in front')(yaml`
    apiVersion: apiserver.config.k8s.io/v1
    kind: EncryptionConfiguration
    resources:
      - resources: [secrets]
        providers:
          - identity: {}
    #       ^^^^^^^^ unencrypted-provider
          - aesgcm:
              keys: []
  `);

  clean('behind another')(yaml`
    apiVersion: apiserver.config.k8s.io/v1
    kind: EncryptionConfiguration
    resources:
      - resources: [secrets]
        providers:
          - aesgcm:
              keys: []
          - identity: {}
  `);
});
