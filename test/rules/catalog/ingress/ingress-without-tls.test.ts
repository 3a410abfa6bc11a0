import rule from '../../../../rules/catalog/ingress/ingress-without-tls.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'none: an empty list passes polaris and Kubescape',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        namespace: shop
      spec:
        rules:
          - host: shop.example.com
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service:
                      name: web
                      port:
                        number: 80
        tls: []
      #      ^^ ingress-without-tls
    `,
  );

  check(
    'a host that is not listed',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        namespace: shop
      spec:
        rules:
          - host: pay.example.com
      #           ^^^^^^^^^^^^^^^ ingress-without-tls
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service:
                      name: web
                      port:
                        number: 80
        tls:
          - hosts:
              - shop.example.com
            secretName: shop-tls
    `,
  );

  clean(
    'all hosts, and those below a domain',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        namespace: shop
      spec:
        rules:
          - host: shop.example.com
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service:
                      name: web
                      port:
                        number: 80
        tls:
          - hosts:
              - '*.example.com'
            secretName: shop-tls
    `,
  );

  clean(
    'a certificate for all hosts',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        tls:
          - secretName: shop-tls
        rules:
          - host: shop.example.com
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service:
                      name: shop
                      port:
                        number: 80
    `,
  );
});
