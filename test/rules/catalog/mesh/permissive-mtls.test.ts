import rule from '../../../../rules/catalog/mesh/permissive-mtls.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'plain text allowed or asked for',
    yaml`
      apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata:
        name: cart
        namespace: shop
      spec:
        mtls:
          mode: PERMISSIVE
      #         ^^^^^^^^^^ permissive-mtls 💡 "Accepts plain text as well as mutual TLS: PeerAuthentication cart"
      ---
      apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata:
        name: cart
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: cart
        mtls: { mode: "DISABLE" }
      #               ^^^^^^^^^ permissive-mtls 💡 "Disables mutual TLS: PeerAuthentication cart"
    `,
  );

  clean(
    'what is not set comes from above',
    yaml`
      apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata:
        name: cart
        namespace: shop
      spec:
        mtls:
          mode: UNSET
      ---
      apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata:
        name: cart
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: cart
    `,
  );

  clean(
    'objects of others by that name',
    yaml`
      apiVersion: example.com/v1
      kind: PeerAuthentication
      metadata:
        name: cart
      spec:
        mtls:
          mode: PERMISSIVE
    `,
  );

  fix(
    'requires it',
    yaml`
      apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata:
        name: cart
        namespace: shop
      spec:
        mtls:
          mode: PERMISSIVE # until all are in
    `,
    yaml`
      apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata:
        name: cart
        namespace: shop
      spec:
        mtls:
          mode: STRICT # until all are in
    `,
  );
});
