import rule from '../../../../rules/catalog/mesh/missing-strict-mtls.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('a policy for one workload is not enough')(objects`
    Namespace shop
    #         ^^^^ missing-strict-mtls 💡
      labels:
        istio.io/rev: stable
    PeerAuthentication shop/web
      selector:
        matchLabels:
          app: web
      mtls:
        mode: STRICT
  `);

  clean('a namespace outside of the mesh')(objects`
    Namespace shop
      labels:
        istio-injection: disabled
  `);

  check('a policy that leaves it to what lies above')(objects`
    Namespace bank
    #         ^^^^ missing-strict-mtls 💡
      labels:
        istio-injection: enabled
    PeerAuthentication bank/default
      mtls:
        mode: UNSET
  `);
});
