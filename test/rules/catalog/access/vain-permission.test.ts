import rule from '../../../../rules/catalog/access/vain-permission.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('in a Role')(objects`
    Role shop/agent
      - apiGroups: ["", rbac.authorization.k8s.io]
        resources: [pods, clusterroles]
    #                     ^^^^^^^^^^^^ vain-permission "clusterroles, in Role agent"
        verbs: [escalate]
  `);

  clean('what is asked for in a namespace, of another group, or given everywhere')(objects`
    Role shop/agent
      - apiGroups: [rbac.authorization.k8s.io]
        resources: [clusterroles]
        verbs: [bind, list]
      - apiGroups: [""]
        resources: [namespaces]
        verbs: ["*"]
      - apiGroups: [shop.example.com]
        resources: [nodes]
        verbs: [get]
    ClusterRole agent
      - apiGroups: [""]
        resources: [nodes]
        verbs: [get]
  `);
});
