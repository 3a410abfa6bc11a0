import rule from '../../../../rules/catalog/service-account/automounted-token.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check(
    'the default is to mount it',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
      #<--- automounted-token 💡
        containers:
          - name: web
            image: nginx:1.29
    `,
  );

  check(
    "the pod's word beats its account's",
    yaml`
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: web
      automountServiceAccountToken: false
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        serviceAccountName: web
        automountServiceAccountToken: true
      #                               ^^^^ automounted-token 💡
        containers:
          - name: web
            image: nginx:1.29
    `,
  );

  clean(
    'the account says no (checkov CKV_K8S_38 looks at the pod alone)',
    yaml`
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: web
        namespace: shop
      automountServiceAccountToken: false
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        serviceAccountName: web
        containers:
          - name: web
            image: nginx:1.29
    `,
  );

  fix(
    'says no on the pod',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        serviceAccountName: web
        containers:
          - name: web
            image: nginx:1.29
    `,
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        serviceAccountName: web
        automountServiceAccountToken: false
        containers:
          - name: web
            image: nginx:1.29
    `,
  );

  refuses(
    'where roles are bound to the account',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        serviceAccountName: web
        containers:
          - name: web
            image: nginx:1.29
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: web
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: Role
        name: web
      subjects:
        - kind: ServiceAccount
          name: web
    `,
    /Roles are bound/,
  );
});
