import rule from '../../../../rules/catalog/access/node-proxy.ts';
import { clusterRole, objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check(
    'get alone (checkov CKV2_K8S_2 wants create), and every verb (trivy KSV-0047 does not see the star)',
  )(clusterRole`
    - apiGroups: [""]
      resources: [pods, nodes/proxy]
    #                   ^^^^^^^^^^^ node-proxy 💡
      verbs: [get]
    - apiGroups: [""]
      resources: [nodes/proxy]
    #             ^^^^^^^^^^^ node-proxy 💡
      verbs: ["*"]
  `);

  clean('list and watch, which subresources do not have')(clusterRole`
    - apiGroups: [""]
      resources: [nodes, nodes/proxy]
      verbs: [list, watch]
  `);

  clean('proxies of pods and services')(clusterRole`
    - apiGroups: [""]
      resources: [pods/proxy, services/proxy, nodes/metrics]
      verbs: [get]
  `);

  clean('of another group')(clusterRole`
    - apiGroups: [metrics.k8s.io]
      resources: [nodes/proxy]
      verbs: [get]
  `);

  fix('asks for what metrics need')(clusterRole`
      - apiGroups: [""]
        resources:
          - nodes
    -     - nodes/proxy
    +     - nodes/stats
          - nodes/metrics
    +     - nodes/healthz
    +     - nodes/pods
        verbs: [get]
  `);

  fix('before the finer resources of 1.33', { kubernetes: 32 })(clusterRole`
      - apiGroups: [""]
    -   resources: ["nodes/proxy"]
    +   resources: ["nodes/metrics", "nodes/stats"]
        verbs: [get]
  `);

  refuses(
    'the proxy of everything',
    /several resources/,
  )(clusterRole`
    - apiGroups: [""]
      resources: ["*/proxy"]
      verbs: [get]
  `);

  clean('on a Role, which gives nothing outside of its namespace')(objects`
    Role shop/agent
      - apiGroups: [""]
        resources: [nodes/proxy]
        verbs: [create]
  `);
});
