import rule from '../../../../rules/catalog/reliability/missing-backend-port.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('by number and by name, in every form')(objects`
    Service shop/web app=web
      ports:
        - name: http
          port: 80
          targetPort: 8080
    Ingress shop/web
      rules:
        - http:
            paths:
              - path: /
                pathType: Prefix
                backend:
                  service:
                    name: web
                    port:
                      name: https
    #                       ^^^^^ missing-backend-port "Leads to a port that does not exist: https of Service web, from Ingress web"
    Ingress.extensions/v1beta1 shop/old
      backend:
        serviceName: web
        servicePort: 8080
    #                ^^^^ missing-backend-port
    VirtualService.networking.istio.io/v1 shop/web
      gateways: [edge]
      http:
        - route:
            - destination:
                host: web
                port:
                  number: 8080
    #                     ^^^^ missing-backend-port
    Route.route.openshift.io/v1 shop/web
      to:
        kind: Service
        name: web
      port:
        targetPort: 80
    #               ^^ missing-backend-port
  `);

  clean('ports that are there, or not known')(objects`
    Service shop/web app=web
      ports:
        - name: http
          port: 80
          targetPort: 8080
    Service shop/outside
      type: ExternalName
      externalName: example.com
    Service shop/template
      ports:
        - port: {{ .Values.port }}
    Ingress.extensions/v1beta1 shop/old
      backend:
        serviceName: web
        servicePort: http
    Ingress shop/outside
      defaultBackend:
        service:
          name: outside
          port:
            number: 443
    Ingress shop/template
      defaultBackend:
        service:
          name: template
          port:
            number: 443
    Ingress shop/elsewhere
      defaultBackend:
        service:
          name: elsewhere
          port:
            number: 443
    Route.route.openshift.io/v1 shop/web
      to:
        kind: Service
        name: web
      port:
        targetPort: 8080
  `);
});
