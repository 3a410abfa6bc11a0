import rule from '../../../../rules/catalog/mesh/unauthenticated-linkerd-clients.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'TLS without an identity',
    yaml`
      apiVersion: policy.linkerd.io/v1beta1
      kind: ServerAuthorization
      metadata:
        name: web
        namespace: shop
      spec:
        client:
          meshTLS:
            unauthenticatedTLS: true
      #                         ^^^^ unauthenticated-linkerd-clients
    `,
  );

  clean(
    'of another group',
    yaml`
      apiVersion: example.com/v1
      kind: MeshTLSAuthentication
      metadata:
        name: web
        namespace: shop
      spec:
        identities: ["*"]
    `,
  );
});
