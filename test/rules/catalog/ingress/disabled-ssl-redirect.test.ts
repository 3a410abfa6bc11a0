import rule from '../../../../rules/catalog/ingress/disabled-ssl-redirect.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'of other controllers, too',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          haproxy.org/ssl-redirect: "false"
      #                             ^^^^^^^ disabled-ssl-redirect 💡
      spec:
        ingressClassName: nginx
        tls:
          - hosts: [shop.example.com]
            secretName: shop
    `,
  );

  fix(
    'takes it away',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          team: shop
          nginx.ingress.kubernetes.io/ssl-redirect: "false"
      spec:
        ingressClassName: nginx
        tls:
          - hosts: [shop.example.com]
            secretName: shop
    `,
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          team: shop
      spec:
        ingressClassName: nginx
        tls:
          - hosts: [shop.example.com]
            secretName: shop
    `,
  );

  clean(
    'filled in',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          nginx.ingress.kubernetes.io/ssl-redirect: "{{ .Values.redirect }}"
      spec:
        ingressClassName: nginx
        tls:
          - hosts: [shop.example.com]
            secretName: shop
    `,
  );
});
