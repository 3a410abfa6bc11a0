import rule from '../../../../rules/catalog/admission/invalid-pod-security-label.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'a level, a version and a label that do not exist',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/enforce: Restricted
          #                                   ^^^^^^^^^^ invalid-pod-security-label 💡 "Not a Pod Security level: Restricted"
          pod-security.kubernetes.io/enforce-version: "1.30"
          #                                           ^^^^^^ invalid-pod-security-label 💡
          pod-security.kubernetes.io/warns: baseline
          #                                 ^^^^^^^^ invalid-pod-security-label 💡
          pod-security.kubernetes.io/audit: secure
          #                                 ^^^^^^ invalid-pod-security-label
    `,
  );

  clean(
    'versions of any cluster, other labels, other kinds',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          app: Restricted
          pod-security.kubernetes.io/enforce: {{ .Values.level }}
          pod-security.kubernetes.io/enforce-version: v1.99
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/enforce: Restricted
    `,
  );

  fix(
    'what was meant',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/enforce: restrcted # soon
    `,
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/enforce: restricted # soon
    `,
  );
});
