import rule from '../../../../rules/catalog/admission/unpinned-pod-security-version.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('latest is no version')(objects`
    Namespace shop
      labels:
        pod-security.kubernetes.io/enforce: baseline
        pod-security.kubernetes.io/enforce-version: latest
        #                                           ^^^^^^ unpinned-pod-security-version 💡
  `);

  clean('warnings may follow the cluster')(objects`
    Namespace shop
      labels:
        pod-security.kubernetes.io/warn: baseline
  `);

  fix('the version that is targeted', { kubernetes: 33 })(objects`
      Namespace shop
        labels:
          pod-security.kubernetes.io/enforce: baseline
    +     pod-security.kubernetes.io/enforce-version: v1.33
  `);
});
