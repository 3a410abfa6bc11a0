import rule from '../../../../rules/catalog/reliability/dangling-ingress.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'no Service of the name in the namespace',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        namespace: shop
      spec:
        defaultBackend:
          service:
            name: web
      #           ^^^ dangling-ingress
            port:
              number: 80
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
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        namespace: shop
      spec:
        defaultBackend:
          service:
            name: web
            port:
              number: 80
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
