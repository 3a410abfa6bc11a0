import rule from '../../../../rules/catalog/namespace/incomplete-resource-quota.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('what is missing')(objects`
    ResourceQuota all
    #             ^^^ incomplete-resource-quota
      hard:
        requests.cpu: '1'
        requests.memory: 1Gi
        limits.memory: 2Gi
  `);

  clean('all of it')(objects`
    ResourceQuota all
      hard:
        requests.cpu: '1'
        requests.memory: 1Gi
        limits.cpu: '2'
        limits.memory: 2Gi
  `);
});
