import rule from '../../../../rules/catalog/namespace/incomplete-limit-range.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('what is missing')(objects`
    LimitRange all
      limits:
        - type: Container
    #           ^^^^^^^^^ incomplete-limit-range
          max: {cpu: '1'}
          min: {cpu: 10m}
          default: {cpu: 100m}
  `);

  clean('all of it')(objects`
    LimitRange all
      limits:
        - type: Container
          max: {cpu: '1'}
          min: {cpu: 10m}
          default: {cpu: 100m}
          defaultRequest: {cpu: 100m}
  `);

  check('of nothing')(objects`
    LimitRange shop/limits
      limits: []
    #         ^^ incomplete-limit-range "Limits nothing: LimitRange limits"
  `);
});
