import rule from '../../../../rules/catalog/service/reachable-workload.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'by a load balancer',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      #       ^^^ reachable-workload
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            containers:
              - name: web
                image: nginx:1.29
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web
        namespace: shop
      spec:
        type: LoadBalancer
        selector:
          app: web
        ports:
          - port: 80
    `,
  );

  check(
    'by a virtual service of a gateway',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      #       ^^^ reachable-workload
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            containers:
              - name: web
                image: nginx:1.29
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          app: web
        ports:
          - port: 80
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata:
        name: web
        namespace: shop
      spec:
        hosts: ['*']
        gateways: [public]
        http:
          - route:
              - destination:
                  host: web.shop.svc.cluster.local
    `,
  );

  clean(
    'by a route that hangs on a Service',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            containers:
              - name: web
                image: nginx:1.29
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          app: web
        ports:
          - port: 80
      ---
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: web
        namespace: shop
      spec:
        parentRefs:
          - kind: Service
            name: web
        rules:
          - backendRefs:
              - name: web
                port: 80
    `,
  );

  clean(
    'inside the mesh alone',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            containers:
              - name: web
                image: nginx:1.29
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          app: web
        ports:
          - port: 80
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata:
        name: web
        namespace: shop
      spec:
        hosts: ['*']
        gateways: [mesh]
        http:
          - route:
              - destination:
                  host: web.shop.svc.cluster.local
    `,
  );
});
