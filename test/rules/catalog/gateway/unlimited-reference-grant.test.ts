import rule from '../../../../rules/catalog/gateway/unlimited-reference-grant.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'one of two',
    yaml`
      apiVersion: gateway.networking.k8s.io/v1beta1
      kind: ReferenceGrant
      metadata:
        name: web
        namespace: shop
      spec:
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
    `,
  );

  fix(
    'asks for the name',
    yaml`
      apiVersion: gateway.networking.k8s.io/v1beta1
      kind: ReferenceGrant
      metadata:
        name: web
        namespace: shop
      spec:
        from:
          - group: gateway.networking.k8s.io
            kind: HTTPRoute
            namespace: web
        to:
          - group: ""
            kind: Secret
    `,
    yaml`
      apiVersion: gateway.networking.k8s.io/v1beta1
      kind: ReferenceGrant
      metadata:
        name: web
        namespace: shop
      spec:
        from:
          - group: gateway.networking.k8s.io
            kind: HTTPRoute
            namespace: web
        to:
          - group: ""
            kind: Secret
            name: NAME-OF-THE-OBJECT
    `,
  );

  clean(
    'a name that is filled in',
    yaml`
      apiVersion: gateway.networking.k8s.io/v1beta1
      kind: ReferenceGrant
      metadata:
        name: web
        namespace: shop
      spec:
        from:
          - group: gateway.networking.k8s.io
            kind: HTTPRoute
            namespace: web
        to:
          - group: ""
            kind: Secret
            name: {{ .Values.secret }}
    `,
  );
});
