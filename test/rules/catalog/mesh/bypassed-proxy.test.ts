import rule from '../../../../rules/catalog/mesh/bypassed-proxy.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'both ways, and addresses',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        annotations:
          traffic.sidecar.istio.io/excludeOutboundIPRanges: 10.0.0.0/8
      #                                                     ^^^^^^^^^^ bypassed-proxy 💡
          config.linkerd.io/skip-inbound-ports: "25"
      #                                         ^^^^ bypassed-proxy 💡
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
  );

  fix(
    'takes it away',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        annotations:
          team: shop
          traffic.sidecar.istio.io/excludeInboundPorts: "8080"
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        annotations:
          team: shop
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
  );

  clean(
    'others',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        annotations:
          traffic.sidecar.istio.io/kubevirtInterfaces: net1
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
  );
});
