import rule from '../../../../rules/catalog/mesh/missing-strict-mtls.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'a policy for one workload is not enough',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      #       ^^^^ missing-strict-mtls 💡
        labels:
          istio.io/rev: stable
      ---
      apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: web
        mtls:
          mode: STRICT
    `,
  );

  fix(
    'adds it',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          istio-injection: enabled
    `,
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          istio-injection: enabled
      ---
      apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata:
        name: default
        namespace: shop
      spec:
        mtls:
          mode: STRICT
    `,
  );

  clean(
    'a namespace outside of the mesh',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          istio-injection: disabled
    `,
  );

  check(
    'a policy that leaves it to what lies above',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: bank
      #       ^^^^ missing-strict-mtls 💡
        labels:
          istio-injection: enabled
      ---
      apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata:
        name: default
        namespace: bank
      spec:
        mtls:
          mode: UNSET
    `,
  );
});
