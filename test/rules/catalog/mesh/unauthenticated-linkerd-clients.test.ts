import rule from '../../../../rules/catalog/mesh/unauthenticated-linkerd-clients.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('TLS without an identity')(objects`
    ServerAuthorization.policy.linkerd.io/v1beta1 shop/web
      client:
        meshTLS:
          unauthenticatedTLS: true
    #                         ^^^^ unauthenticated-linkerd-clients
  `);

  clean('of another group')(objects`
    MeshTLSAuthentication.example.com/v1 shop/web
      identities: ["*"]
  `);
});
