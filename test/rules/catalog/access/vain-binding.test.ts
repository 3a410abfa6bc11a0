import rule from '../../../../rules/catalog/access/vain-binding.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('once for a binding')(objects`
    ClusterRole agent
      - apiGroups: [""]
        resources: [nodes, persistentvolumes]
        verbs: [list]
      - apiGroups: [""]
        resources: [nodes/proxy]
        verbs: [get]
    RoleBinding shop/agent: ClusterRole agent, ServiceAccount agent
    #                                   ^^^^^ vain-binding "nodes, by RoleBinding agent"
  `);

  clean('what is asked for in a namespace, or given everywhere')(objects`
    ClusterRole agent
      - apiGroups: [rbac.authorization.k8s.io]
        resources: [clusterroles]
        verbs: [bind]
      - apiGroups: [""]
        resources: [namespaces]
        verbs: [get]
    RoleBinding shop/agent: ClusterRole agent, ServiceAccount agent
    ClusterRole reader
      - apiGroups: [""]
        resources: [nodes]
        verbs: [get]
    ClusterRoleBinding reader: ClusterRole reader, ServiceAccount shop/reader
  `);
});
