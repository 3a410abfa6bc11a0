import rule from '../../../../rules/catalog/access/wildcard-api-groups.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check(
    'with resources that are named',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: shop
      rules:
        - apiGroups: ["*"]
      #               ^^^ wildcard-api-groups 💡 "services of every API group"
          resources: [services]
          verbs: [get]
        - apiGroups: ["", "*"]
      #                   ^^^ wildcard-api-groups
          resources: [pods, carts]
          verbs: [get]
    `,
  );

  clean(
    'where every resource is meant, wildcard-resources speaks',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: shop
      rules:
        - apiGroups: ["*"]
          resources: ["*"]
          verbs: [get]
    `,
  );

  clean(
    'a subresource of everything cannot be said otherwise',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: shop
      rules:
        - apiGroups: ["*"]
          resources: ["*/status"]
          verbs: [get]
    `,
  );

  fix(
    'names the groups of what Kubernetes has itself',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: shop
      rules:
        - apiGroups: ["*"]
          resources: [pods, pods/log, deployments]
          verbs: [get]
    `,
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: shop
      rules:
        - apiGroups: ["", "apps"]
          resources: [pods, pods/log, deployments]
          verbs: [get]
    `,
  );

  refuses(
    'a resource of somebody else',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: shop
      rules:
        - apiGroups: ["*"]
          resources: [carts]
          verbs: [get]
    `,
    /api-resources/,
  );
});
