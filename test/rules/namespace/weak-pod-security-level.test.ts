import rule from '../../../rules/namespace/weak-pod-security-level.ts';
import { testRule, yaml } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'baseline is not restricted',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/enforce: baseline
          #                                   ^^^^^^^^ weak-pod-security-level 💡
    `,
  );

  clean(
    'no label at all, which another rule says, and what belongs to the cluster',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      ---
      apiVersion: v1
      kind: Namespace
      metadata:
        name: kube-system
        labels:
          pod-security.kubernetes.io/enforce: privileged
    `,
  );

  fix(
    'enforces more',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/enforce: baseline
    `,
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/enforce: restricted
    `,
  );
});
