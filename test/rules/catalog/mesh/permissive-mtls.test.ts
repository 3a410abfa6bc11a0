import rule from '../../../../rules/catalog/mesh/permissive-mtls.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('plain text allowed or asked for')(objects`
    PeerAuthentication shop/cart
      mtls:
        mode: PERMISSIVE
    #         ^^^^^^^^^^ permissive-mtls 💡 "Accepts plain text as well as mutual TLS: PeerAuthentication cart"
    PeerAuthentication shop/cart
      selector:
        matchLabels:
          app: cart
      mtls: { mode: "DISABLE" }
    #               ^^^^^^^^^ permissive-mtls 💡 "Disables mutual TLS: PeerAuthentication cart"
  `);

  clean('what is not set comes from above')(objects`
    PeerAuthentication shop/cart
      mtls:
        mode: UNSET
    PeerAuthentication shop/cart
      selector:
        matchLabels:
          app: cart
  `);

  clean('objects of others by that name')(objects`
    PeerAuthentication.example.com/v1 cart
      mtls:
        mode: PERMISSIVE
  `);

  fix('requires it')(objects`
      PeerAuthentication shop/cart
        mtls:
    -     mode: PERMISSIVE # until all are in
    +     mode: STRICT # until all are in
  `);
});
