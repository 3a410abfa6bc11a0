import rule from '../../../../rules/catalog/service/reachable-workload.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('by a virtual service of a gateway')(objects`
    Deployment shop/web app=web
    #               ^^^ reachable-workload
    Service shop/web app=web
      ports:
        - port: 80
    VirtualService shop/web
      hosts: ['*']
      gateways: [public]
      http:
        - route:
            - destination:
                host: web.shop.svc.cluster.local
  `);

  clean('by a route that hangs on a Service')(objects`
    Deployment shop/web app=web
    Service shop/web app=web
      ports:
        - port: 80
    HTTPRoute shop/web
      parentRefs:
        - kind: Service
          name: web
      rules:
        - backendRefs:
            - name: web
              port: 80
  `);

  clean('inside the mesh alone')(objects`
    Deployment shop/web app=web
    Service shop/web app=web
      ports:
        - port: 80
    VirtualService shop/web
      hosts: ['*']
      gateways: [mesh]
      http:
        - route:
            - destination:
                host: web.shop.svc.cluster.local
  `);
});
