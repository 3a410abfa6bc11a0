import rule from '../../../../rules/catalog/access/wildcard-verbs.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check(
    'in every rule of the role, where CKV_K8S_49 of checkov reads the first alone',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: shop
      rules:
        - apiGroups: [""]
          resources: [pods]
          verbs: [get]
        - apiGroups: [shop.example.com]
          resources: [carts]
          verbs:
            - "*"
      #       ^^^ wildcard-verbs 💡 "every verb on carts"
    `,
  );

  check(
    'beside other verbs',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: shop
      rules:
        - apiGroups: [""]
          resources: [configmaps, services, endpoints, events]
          verbs: [get, '*']
      #                ^^^ wildcard-verbs 💡 "configmaps, services, endpoints and 1 more"
    `,
  );

  check(
    'on every resource of a group',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: shop
      rules:
        - apiGroups: [apps]
          resources: ["*"]
          verbs: ["*"]
      #           ^^^ wildcard-verbs 💡 "every resource"
    `,
  );

  clean(
    'a star is a word of its own: */scale has none of the verbs (checkov looks for the character)',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: shop
      rules:
        - apiGroups: [""]
          resources: ["*/scale"]
          verbs: [get, update]
    `,
  );

  clean(
    'where everything is allowed, unlimited-access speaks',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: shop
      rules:
        - apiGroups: ["*"]
          resources: ["*"]
          verbs: ["*"]
    `,
  );

  clean(
    'verbs that are not known yet',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: shop
      rules:
        - apiGroups: [""]
          resources: [pods]
          verbs: {{ .Values.verbs }}
    `,
  );

  fix(
    'writes the verbs in flow style',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: shop
      rules:
        - apiGroups: [""]
          resources: [configmaps] # the settings
          verbs: ["*"]
    `,
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: shop
      rules:
        - apiGroups: [""]
          resources: [configmaps] # the settings
          verbs: ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"]
    `,
  );

  fix(
    'keeps the verbs that are there, in block style',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: shop
      rules:
        - apiGroups: [""]
          resources:
            - configmaps
          verbs:
            - get
            - "*" # for now
    `,
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: shop
      rules:
        - apiGroups: [""]
          resources:
            - configmaps
          verbs:
            - get
            - "list" # for now
            - "watch"
            - "create"
            - "update"
            - "patch"
            - "delete"
            - "deletecollection"
    `,
  );

  fix(
    'knows what subresources have',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: shop
      rules:
        - apiGroups: [""]
          resources: [pods/log, pods/eviction]
          verbs: ["*"]
    `,
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: shop
      rules:
        - apiGroups: [""]
          resources: [pods/log, pods/eviction]
          verbs: ["get", "create"]
    `,
  );

  fix(
    'offers reading alone',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: shop
      rules:
        - apiGroups: [""]
          resources: [configmaps]
          verbs: ["*"]
    `,
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: shop
      rules:
        - apiGroups: [""]
          resources: [configmaps]
          verbs: ["get", "list", "watch"]
    `,
    { title: /reading/ },
  );

  fix(
    'leaves escalate and bind out',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: shop
      rules:
        - apiGroups: [rbac.authorization.k8s.io]
          resources: [clusterroles]
          verbs: ['*']
    `,
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: shop
      rules:
        - apiGroups: [rbac.authorization.k8s.io]
          resources: [clusterroles]
          verbs: ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection']
    `,
  );

  refuses(
    'verbs of a shared anchor',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: shop
      rules:
        - apiGroups: [""]
          resources: [configmaps]
          verbs: &all ["*"]
        - apiGroups: [apps]
          resources: [deployments]
          verbs: *all
    `,
    /anchor/,
  );
});
