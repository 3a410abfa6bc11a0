import rule from '../../../../rules/catalog/gateway/unlimited-reference-grant.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('one of two')(objects`
    ReferenceGrant shop/web
      from:
        - group: gateway.networking.k8s.io
          kind: HTTPRoute
          namespace: web
      to:
        - group: ""
          kind: Service
          name: cart
        - group: ""
          kind: Secret
    #           ^^^^^^ unlimited-reference-grant 💡
  `);

  fix('asks for the name')(objects`
      ReferenceGrant shop/web
        from:
          - group: gateway.networking.k8s.io
            kind: HTTPRoute
            namespace: web
        to:
          - group: ""
            kind: Secret
    +       name: NAME-OF-THE-OBJECT
  `);

  clean('a name that is filled in')(objects`
    ReferenceGrant shop/web
      from:
        - group: gateway.networking.k8s.io
          kind: HTTPRoute
          namespace: web
      to:
        - group: ""
          kind: Secret
          name: {{ .Values.secret }}
  `);
});
