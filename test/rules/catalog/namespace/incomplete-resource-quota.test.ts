import rule from '../../../../rules/catalog/namespace/incomplete-resource-quota.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'what is missing',
    yaml`
      apiVersion: v1
      kind: ResourceQuota
      metadata:
        name: all
      #       ^^^ incomplete-resource-quota
      spec:
        hard:
          requests.cpu: '1'
          requests.memory: 1Gi
          limits.memory: 2Gi
    `,
  );

  clean(
    'all of it',
    yaml`
      apiVersion: v1
      kind: ResourceQuota
      metadata:
        name: all
      spec:
        hard:
          requests.cpu: '1'
          requests.memory: 1Gi
          limits.cpu: '2'
          limits.memory: 2Gi
    `,
  );
});
