import rule from '../../../../rules/catalog/mesh/missing-authorization.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('a policy of another namespace')(objects`
    Namespace shop
    #         ^^^^ missing-authorization 💡
      labels:
        istio-injection: enabled
    AuthorizationPolicy other/web
      action: DENY
  `);

  fix('adds one that denies')(objects`
      Namespace shop
        labels:
          istio-injection: enabled
    + ---
    + apiVersion: security.istio.io/v1
    + kind: AuthorizationPolicy
    + metadata:
    +   name: deny-all
    +   namespace: shop
    + spec: {}
  `);

  clean('one for the whole mesh')(objects`
    Namespace shop
      labels:
        istio-injection: enabled
    AuthorizationPolicy istio-system/web
      action: ALLOW
  `);

  clean('a namespace outside the mesh')(objects`Namespace bank`);
});
