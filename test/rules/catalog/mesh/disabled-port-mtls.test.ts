import rule from '../../../../rules/catalog/mesh/disabled-port-mtls.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'ports as numbers and as strings',
    yaml`
      apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata:
        name: cart
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: cart
        mtls:
          mode: STRICT
        portLevelMtls:
          8080:
            mode: DISABLE
      #           ^^^^^^^ disabled-port-mtls 💡 "Disables mutual TLS on port 8080: PeerAuthentication cart"
          "9090":
            mode: PERMISSIVE
      #           ^^^^^^^^^^ disabled-port-mtls 💡 "Accepts plain text on port 9090: PeerAuthentication cart"
          9443:
            mode: STRICT
    `,
  );

  clean(
    'without a selector, which Istio refuses',
    yaml`
      apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata:
        name: cart
        namespace: shop
      spec:
        mtls:
          mode: STRICT
        portLevelMtls:
          8080:
            mode: DISABLE
    `,
  );

  fix(
    'requires it on the port',
    yaml`
      apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata:
        name: cart
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: cart
        portLevelMtls:
          8080: { mode: DISABLE }
    `,
    yaml`
      apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata:
        name: cart
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: cart
        portLevelMtls:
          8080: { mode: STRICT }
    `,
  );
});
