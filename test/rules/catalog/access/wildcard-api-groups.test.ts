import rule from '../../../../rules/catalog/access/wildcard-api-groups.ts';
import { clusterRole, role, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('with resources that are named')(role`
    - apiGroups: ["*"]
    #             ^^^ wildcard-api-groups 💡 "services of every API group"
      resources: [services]
      verbs: [get]
    - apiGroups: ["", "*"]
    #                 ^^^ wildcard-api-groups
      resources: [pods, carts]
      verbs: [get]
  `);

  clean('where every resource is meant, wildcard-resources speaks')(clusterRole`
    - apiGroups: ["*"]
      resources: ["*"]
      verbs: [get]
  `);

  clean('a subresource of everything cannot be said otherwise')(clusterRole`
    - apiGroups: ["*"]
      resources: ["*/status"]
      verbs: [get]
  `);

  fix('names the groups of what Kubernetes has itself')(
    role`
      - apiGroups: ["*"]
        resources: [pods, pods/log, deployments]
        verbs: [get]
    `,
    role`
      - apiGroups: ["", "apps"]
        resources: [pods, pods/log, deployments]
        verbs: [get]
    `,
  );

  refuses(
    'a resource of somebody else',
    /api-resources/,
  )(role`
    - apiGroups: ["*"]
      resources: [carts]
      verbs: [get]
  `);
});
