import rule from '../../../../rules/catalog/access/rbac-impersonate.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check(
    'users are of the core group for this verb (trivy KSV-0043 wants a star there)',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: shop
      rules:
        - apiGroups: [""]
          resources: [users]
          verbs: [impersonate]
      #           ^^^^^^^^^^^ rbac-impersonate 💡 "as any user"
        - apiGroups: ["*"]
          resources: [events, groups]
          verbs: [watch, "*"]
      #                  ^^^ rbac-impersonate "as any group: * includes impersonate"
        - apiGroups: [""]
          resources: ["*"]
          verbs: [impersonate]
      #           ^^^^^^^^^^^ rbac-impersonate 💡 "as anybody"
    `,
  );

  check(
    'a star on service accounts, and what hangs on a user',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: shop
      rules:
        - apiGroups: [""]
          resources: [serviceaccounts]
          verbs: ["*"]
      #           ^^^ rbac-impersonate "any service account"
        - apiGroups: [authentication.k8s.io]
          resources: [userextras/scopes, uids]
          verbs: [impersonate]
      #           ^^^^^^^^^^^ rbac-impersonate 💡 "as anybody"
    `,
  );

  check(
    'the group above all rules, by name',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: shop
      rules:
        - apiGroups: [""]
          resources: [groups]
          resourceNames: [system:masters]
          verbs: [impersonate]
      #           ^^^^^^^^^^^ rbac-impersonate 💡 "system:masters"
    `,
  );

  clean(
    'people who are named',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: shop
      rules:
        - apiGroups: [""]
          resources: [users]
          resourceNames: [night-shift]
          verbs: [impersonate]
    `,
  );

  clean(
    'users of another group',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: shop
      rules:
        - apiGroups: [user.openshift.io]
          resources: [users, groups]
          verbs: [impersonate, get]
    `,
  );

  clean(
    'on objects that are nobody (trivy KSV-0114 counts it as writing)',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: shop
      rules:
        - apiGroups: [admissionregistration.k8s.io]
          resources: [validatingwebhookconfigurations]
          verbs: [impersonate]
    `,
  );

  fix(
    'takes the verb away',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: shop
      rules:
        - apiGroups: [""]
          resources: [serviceaccounts]
          verbs: [get, impersonate]
    `,
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: shop
      rules:
        - apiGroups: [""]
          resources: [serviceaccounts]
          verbs: [get]
    `,
  );

  refuses(
    'a star, which has to be written out',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: shop
      rules:
        - apiGroups: [""]
          resources: [serviceaccounts]
          verbs: ["*"]
    `,
    /wildcard-verbs/,
  );

  clean(
    'stars on both sides, which are a matter of their own',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: everything
      rules:
        - apiGroups: ["*"]
          resources: ["*"]
          verbs: ["*"]
    `,
  );
});
