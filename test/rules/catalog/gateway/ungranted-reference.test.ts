import rule from '../../../../rules/catalog/gateway/ungranted-reference.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'a route',
    yaml`
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: shop
        namespace: web
      spec:
        rules:
          - backendRefs:
              - name: cart
                namespace: shop
      #                    ^^^^ ungranted-reference 💡
                port: 80
    `,
  );

  check(
    'a grant for another kind',
    yaml`
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: shop
        namespace: web
      spec:
        rules:
          - backendRefs:
              - name: cart
                namespace: shop
      #                    ^^^^ ungranted-reference 💡
                port: 80
      ---
      apiVersion: gateway.networking.k8s.io/v1beta1
      kind: ReferenceGrant
      metadata:
        name: grpcroute-from-web
        namespace: shop
      spec:
        from:
          - group: gateway.networking.k8s.io
            kind: GRPCRoute
            namespace: web
        to:
          - group: ""
            kind: Service
            name: cart
    `,
  );

  check(
    'a grant for another object',
    yaml`
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: shop
        namespace: web
      spec:
        rules:
          - backendRefs:
              - name: cart
                namespace: shop
      #                    ^^^^ ungranted-reference 💡
                port: 80
      ---
      apiVersion: gateway.networking.k8s.io/v1beta1
      kind: ReferenceGrant
      metadata:
        name: httproute-from-web
        namespace: shop
      spec:
        from:
          - group: gateway.networking.k8s.io
            kind: HTTPRoute
            namespace: web
        to:
          - group: ""
            kind: Service
            name: db
    `,
  );

  check(
    'a grant elsewhere',
    yaml`
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: shop
        namespace: web
      spec:
        rules:
          - backendRefs:
              - name: cart
                namespace: shop
      #                    ^^^^ ungranted-reference 💡
                port: 80
      ---
      apiVersion: gateway.networking.k8s.io/v1beta1
      kind: ReferenceGrant
      metadata:
        name: httproute-from-web
        namespace: bank
      spec:
        from:
          - group: gateway.networking.k8s.io
            kind: HTTPRoute
            namespace: web
        to:
          - group: ""
            kind: Service
            name: cart
    `,
  );

  clean(
    'its own namespace',
    yaml`
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: shop
        namespace: web
      spec:
        rules:
          - backendRefs:
              - name: cart
                namespace: web
                port: 80
    `,
  );

  clean(
    'a grant for the kind',
    yaml`
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: shop
        namespace: web
      spec:
        rules:
          - backendRefs:
              - name: cart
                namespace: shop
                port: 80
      ---
      apiVersion: gateway.networking.k8s.io/v1beta1
      kind: ReferenceGrant
      metadata:
        name: httproute-from-web
        namespace: shop
      spec:
        from:
          - group: gateway.networking.k8s.io
            kind: HTTPRoute
            namespace: web
        to:
          - group: ""
            kind: Service
    `,
  );

  fix(
    'in the other namespace',
    yaml`
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: shop
        namespace: web
      spec:
        rules:
          - backendRefs:
              - name: cart
                namespace: shop
                port: 80
    `,
    yaml`
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: shop
        namespace: web
      spec:
        rules:
          - backendRefs:
              - name: cart
                namespace: shop
                port: 80
      ---
      apiVersion: gateway.networking.k8s.io/v1beta1
      kind: ReferenceGrant
      metadata:
        name: httproute-from-web
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
    `,
  );
});
