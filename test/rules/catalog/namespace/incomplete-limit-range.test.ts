import rule from '../../../../rules/catalog/namespace/incomplete-limit-range.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check }) => {
  check('of nothing')(objects`
    LimitRange shop/limits
      limits: []
    #         ^^ incomplete-limit-range "Limits nothing: LimitRange limits"
  `);
});
