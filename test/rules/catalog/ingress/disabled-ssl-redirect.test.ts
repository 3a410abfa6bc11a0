import rule from '../../../../rules/catalog/ingress/disabled-ssl-redirect.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('of other controllers, too')(objects`
    Ingress web
      annotations:
        haproxy.org/ssl-redirect: "false"
    #                             ^^^^^^^ disabled-ssl-redirect 💡
      ingressClassName: nginx
      tls:
        - hosts: [shop.example.com]
          secretName: shop
  `);

  fix('takes it away')(objects`
      Ingress web
        annotations:
          team: shop
    -     nginx.ingress.kubernetes.io/ssl-redirect: "false"
        ingressClassName: nginx
        tls:
          - hosts: [shop.example.com]
            secretName: shop
  `);

  clean('filled in')(objects`
    Ingress web
      annotations:
        nginx.ingress.kubernetes.io/ssl-redirect: "{{ .Values.redirect }}"
      ingressClassName: nginx
      tls:
        - hosts: [shop.example.com]
          secretName: shop
  `);
});
