import rule from '../../../../rules/catalog/reliability/dangling-route.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'no Service of the name in the namespace',
    yaml`
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: web
        namespace: shop
      spec:
        rules:
          - backendRefs:
              - name: web
      #               ^^^ dangling-route
                port: 80
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web
        namespace: bank
      spec:
        selector:
          app: web
        ports:
          - port: 80
    `,
  );

  clean(
    'one whose namespace nothing tells',
    yaml`
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: web
        namespace: shop
      spec:
        rules:
          - backendRefs:
              - name: web
                port: 80
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        selector:
          app: web
        ports:
          - port: 80
    `,
  );
});
