import rule from '../../../../rules/catalog/mesh/bypassed-proxy.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('both ways, and addresses')(objects`
    Pod web
      annotations:
        traffic.sidecar.istio.io/excludeOutboundIPRanges: 10.0.0.0/8
    #                                                     ^^^^^^^^^^ bypassed-proxy 💡
        config.linkerd.io/skip-inbound-ports: "25"
    #                                         ^^^^ bypassed-proxy 💡
  `);

  fix('takes it away')(objects`
      Pod web
        annotations:
          team: shop
    -     traffic.sidecar.istio.io/excludeInboundPorts: "8080"
        containers:
          - name: web
            image: nginx:1.29
  `);

  clean('others')(objects`
    Pod web
      annotations:
        traffic.sidecar.istio.io/kubevirtInterfaces: net1
  `);
});
