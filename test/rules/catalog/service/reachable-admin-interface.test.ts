import rule from '../../../../rules/catalog/service/reachable-admin-interface.ts';
import { objects, testRule } from '../../../harness/index.ts';

/** Objects in short, of a text that is put together. */
const written = (text: string): ReturnType<typeof objects> =>
  objects(Object.assign([`\n${text}\n`], { raw: [`\n${text}\n`] }));

const beside = (target: string, drawing = ''): string => `Deployment shop/web app=web
  containers:
    - name: board
      image: example.com/board:1.4
      ports:
        - containerPort: 8080
          name: board
    - name: prometheus
      image: prom/prometheus:v3.8.0
      ports:
        - containerPort: 9090
          name: metrics
Service shop/web${drawing}
  type: NodePort
  selector:
    app: web
  ports:
    - port: 80
      targetPort: ${target}`;

const drawn = '\n#            ^^^ reachable-admin-interface';

/** Jenkins behind a route of the Gateway API, and what is attached to it. */
const routed = (policy: string, drawing = '', filters = ''): string => `Deployment shop/web app=web
  containers:
    - name: web
      image: jenkins/jenkins:2.528
Service shop/web app=web${drawing}
  ports:
    - port: 80
HTTPRoute.gateway.networking.k8s.io/v1 shop/outside
  parentRefs:
    - name: edge
      namespace: gateways
  rules:
    - backendRefs:
        - name: web
          port: 80${filters}
${policy}`;

const policy = (head: string, target: string, spec = ''): string => `${head}
  targetRefs:
    - group: gateway.networking.k8s.io
${target}${spec}`;
const envoy = 'SecurityPolicy.gateway.envoyproxy.io/v1alpha1';
const route = '      kind: HTTPRoute\n      name: outside';
const gateway = '      kind: Gateway\n      name: edge';
const denies = '\n  authorization:\n    defaultAction: Deny';
const extension = `
      filters:
        - type: ExtensionRef
          extensionRef:
            group: traefik.io
            kind: Middleware
            name: `;

testRule(rule, ({ check, clean }) => {
  check('the Service')(objects`
    Deployment shop/web app=web
      containers:
        - name: web
          image: argoproj/argocli:v3.7.0
    Service shop/web
    #            ^^^ reachable-admin-interface
      type: LoadBalancer
      selector:
        app: web
      ports:
        - port: 80
  `);

  const kong = (port: string, drawing = ''): string => `Deployment shop/web app=web
  containers:
    - name: proxy
      image: kong:3.9
      ports: [{containerPort: 8000}, {containerPort: 8001, name: admin}]
Service shop/web app=web${drawing}
  ports:
    - port: 80
      targetPort: ${port}
Ingress shop/web
  defaultBackend:
    service:
      name: web
      port:
        number: 80`;
  check('an API for administrators, beside what the program is for')(written(kong('8001', drawn)));
  check('the same by its name')(written(kong('admin', drawn)));
  clean('what the program is for')(written(kong('8000')));

  clean('inside the cluster')(objects`
    Deployment shop/web app=web
      containers:
        - name: web
          image: argoproj/argocli:v3.7.0
    Service shop/web app=web
      ports:
        - port: 80
  `);

  for (const target of ['8080', 'board'])
    clean(`a Service that leads to another container of the pod: ${target}`)(written(beside(target)));
  for (const target of ['9090', 'metrics', '9091'])
    check(`a Service that may lead to it among others: ${target}`)(written(beside(target, drawn)));

  for (const [what, attached] of Object.entries({
    'a policy of Envoy Gateway on the route': policy(`${envoy} shop/login`, route, denies),
    'one with a login by OIDC on the gateway': policy(`${envoy} gateways/login`, gateway, '\n  oidc: {}'),
    'a policy of a kind that nobody knows': policy('Sentinel.example.com/v1 shop/login', route),
  }))
    clean(`a route with ${what}`)(written(routed(attached)));

  for (const [what, attached] of Object.entries({
    'no policy': '',
    'a policy that asks nobody': policy(`${envoy} shop/cors`, route, '\n  cors: {}'),
    'a token that may be left out': policy(`${envoy} shop/login`, route, '\n  jwt:\n    optional: true'),
    'a policy on timeouts': policy('BackendTrafficPolicy.gateway.envoyproxy.io/v1alpha1 shop/slow', route),
    'a policy on another route': policy(`${envoy} shop/login`, route.replace('outside', 'other'), denies),
    'a policy of another namespace': policy(`${envoy} other/login`, route, denies),
  }))
    check(`a route with ${what}`)(written(routed(attached, drawn)));

  clean('a route through a filter of a login')(written(routed('', '', `${extension}authelia`)));
  check('a route through a filter that compresses')(written(routed('', drawn, `${extension}compress`)));

  clean('an Ingress that asks another program')(objects`
    Deployment shop/web app=web
      containers:
        - name: web
          image: jenkins/jenkins:2.528
    Service shop/web app=web
      ports:
        - port: 80
    Ingress shop/web
      annotations:
        nginx.ingress.kubernetes.io/auth-url: https://login.example.com/check
      defaultBackend:
        service:
          name: web
          port:
            number: 80
  `);

  check('an Ingress that sends callers to HTTPS')(objects`
    Deployment shop/web app=web
      containers:
        - name: web
          image: jenkins/jenkins:2.528
    Service shop/web app=web
    #            ^^^ reachable-admin-interface
      ports:
        - port: 80
    Ingress shop/web
      annotations:
        traefik.ingress.kubernetes.io/router.middlewares: shop-redirect@kubernetescrd
      defaultBackend:
        service:
          name: web
          port:
            number: 80
  `);
});
