import rule from '../../../../rules/catalog/reliability/stuck-eviction.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('by default')(objects`
    PodDisruptionBudget shop/web
    #                        ^^^ stuck-eviction 💡
      minAvailable: 1
  `);

  fix('says it')(objects`
      PodDisruptionBudget shop/web
    -   unhealthyPodEvictionPolicy: IfHealthyBudget
    +   unhealthyPodEvictionPolicy: AlwaysAllow
        minAvailable: 1
  `);

  clean('allowed, or not known')(objects`
    PodDisruptionBudget shop/web
      minAvailable: 1
      unhealthyPodEvictionPolicy: AlwaysAllow
    PodDisruptionBudget shop/api
      minAvailable: 1
      unhealthyPodEvictionPolicy: {{ .Values.policy }}
  `);
});
