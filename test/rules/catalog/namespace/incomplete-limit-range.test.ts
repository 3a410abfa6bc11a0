import rule from '../../../../rules/catalog/namespace/incomplete-limit-range.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'what is missing',
    yaml`
      apiVersion: v1
      kind: LimitRange
      metadata:
        name: all
      spec:
        limits:
          - type: Container
      #           ^^^^^^^^^ incomplete-limit-range
            max: {cpu: '1'}
            min: {cpu: 10m}
            default: {cpu: 100m}
    `,
  );

  clean(
    'all of it',
    yaml`
      apiVersion: v1
      kind: LimitRange
      metadata:
        name: all
      spec:
        limits:
          - type: Container
            max: {cpu: '1'}
            min: {cpu: 10m}
            default: {cpu: 100m}
            defaultRequest: {cpu: 100m}
    `,
  );

  check(
    'of nothing',
    yaml`
      apiVersion: v1
      kind: LimitRange
      metadata:
        name: limits
        namespace: shop
      spec:
        limits: []
      #         ^^ incomplete-limit-range "Limits nothing: LimitRange limits"
    `,
  );
});
