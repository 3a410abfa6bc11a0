import rule from '../../../../rules/catalog/gateway/open-listener.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'each listener',
    yaml`
      apiVersion: gateway.networking.k8s.io/v1
      kind: Gateway
      metadata:
        name: web
        namespace: shop
      spec:
        gatewayClassName: web
        listeners:
          - name: a
            port: 80
            protocol: HTTP
            allowedRoutes:
              namespaces:
                from: All
      #               ^^^ open-listener 💡
    `,
  );

  fix(
    'by a label',
    yaml`
      apiVersion: gateway.networking.k8s.io/v1
      kind: Gateway
      metadata:
        name: web
        namespace: shop
      spec:
        gatewayClassName: web
        listeners:
          - name: a
            port: 80
            protocol: HTTP
            allowedRoutes:
              namespaces:
                from: All
    `,
    yaml`
      apiVersion: gateway.networking.k8s.io/v1
      kind: Gateway
      metadata:
        name: web
        namespace: shop
      spec:
        gatewayClassName: web
        listeners:
          - name: a
            port: 80
            protocol: HTTP
            allowedRoutes:
              namespaces:
                from: Selector
                selector:
                  matchLabels:
                    LABEL-OF-THE-NAMESPACES: web
    `,
  );

  clean(
    'its own namespace',
    yaml`
      apiVersion: gateway.networking.k8s.io/v1
      kind: Gateway
      metadata:
        name: web
        namespace: shop
      spec:
        gatewayClassName: web
        listeners:
          - name: a
            port: 80
            protocol: HTTP
            allowedRoutes:
              namespaces:
                from: Same
    `,
  );
});
