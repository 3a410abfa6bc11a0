import rule from '../../../../rules/catalog/admission/invalid-pod-security-label.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('a level, a version and a label that do not exist')(objects`
    Namespace shop
      labels:
        pod-security.kubernetes.io/enforce: Restricted
        #                                   ^^^^^^^^^^ invalid-pod-security-label 💡 "Not a Pod Security level: Restricted"
        pod-security.kubernetes.io/enforce-version: "1.30"
        #                                           ^^^^^^ invalid-pod-security-label 💡
        pod-security.kubernetes.io/warns: baseline
        #                                 ^^^^^^^^ invalid-pod-security-label 💡
        pod-security.kubernetes.io/audit: secure
        #                                 ^^^^^^ invalid-pod-security-label
  `);

  clean('versions of any cluster, other labels, other kinds')(objects`
    Namespace shop
      labels:
        app: Restricted
        pod-security.kubernetes.io/enforce: {{ .Values.level }}
        pod-security.kubernetes.io/enforce-version: v1.99
    ConfigMap shop
      labels:
        pod-security.kubernetes.io/enforce: Restricted
  `);

  fix('what was meant')(objects`
      Namespace shop
        labels:
    -     pod-security.kubernetes.io/enforce: restrcted # soon
    +     pod-security.kubernetes.io/enforce: restricted # soon
  `);
});
