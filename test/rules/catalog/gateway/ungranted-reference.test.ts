import rule from '../../../../rules/catalog/gateway/ungranted-reference.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('a grant for another kind')(objects`
    HTTPRoute web/shop
      rules:
        - backendRefs:
            - name: cart
              namespace: shop
    #                    ^^^^ ungranted-reference 💡
              port: 80
    ReferenceGrant shop/grpcroute-from-web
      from:
        - group: gateway.networking.k8s.io
          kind: GRPCRoute
          namespace: web
      to:
        - group: ""
          kind: Service
          name: cart
  `);

  check('a grant for another object')(objects`
    HTTPRoute web/shop
      rules:
        - backendRefs:
            - name: cart
              namespace: shop
    #                    ^^^^ ungranted-reference 💡
              port: 80
    ReferenceGrant shop/httproute-from-web
      from:
        - group: gateway.networking.k8s.io
          kind: HTTPRoute
          namespace: web
      to:
        - group: ""
          kind: Service
          name: db
  `);

  check('a grant elsewhere')(objects`
    HTTPRoute web/shop
      rules:
        - backendRefs:
            - name: cart
              namespace: shop
    #                    ^^^^ ungranted-reference 💡
              port: 80
    ReferenceGrant bank/httproute-from-web
      from:
        - group: gateway.networking.k8s.io
          kind: HTTPRoute
          namespace: web
      to:
        - group: ""
          kind: Service
          name: cart
  `);

  clean('its own namespace')(objects`
    HTTPRoute web/shop
      rules:
        - backendRefs:
            - name: cart
              namespace: web
              port: 80
  `);

  clean('a grant for the kind')(objects`
    HTTPRoute web/shop
      rules:
        - backendRefs:
            - name: cart
              namespace: shop
              port: 80
    ReferenceGrant shop/httproute-from-web
      from:
        - group: gateway.networking.k8s.io
          kind: HTTPRoute
          namespace: web
      to:
        - group: ""
          kind: Service
  `);
});
