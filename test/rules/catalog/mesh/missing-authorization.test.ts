import rule from '../../../../rules/catalog/mesh/missing-authorization.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'a policy of another namespace',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      #       ^^^^ missing-authorization 💡
        labels:
          istio-injection: enabled
      ---
      apiVersion: security.istio.io/v1
      kind: AuthorizationPolicy
      metadata:
        name: web
        namespace: other
      spec:
        action: DENY
    `,
  );

  fix(
    'adds one that denies',
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
      kind: AuthorizationPolicy
      metadata:
        name: deny-all
        namespace: shop
      spec: {}
    `,
  );

  clean(
    'one for the whole mesh',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          istio-injection: enabled
      ---
      apiVersion: security.istio.io/v1
      kind: AuthorizationPolicy
      metadata:
        name: web
        namespace: istio-system
      spec:
        action: ALLOW
    `,
  );

  clean(
    'a namespace outside the mesh',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: bank
    `,
  );
});
