import rule from '../../../../rules/catalog/service-account/automounted-token.ts';
import { objects, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean, fix, refuses }) => {
  clean('the account says no (checkov CKV_K8S_38 looks at the pod alone)')(objects`
    ServiceAccount shop/web
      automountServiceAccountToken: false
    Pod shop/web
      serviceAccountName: web
  `);

  fix('says no on the pod')(pod`
      serviceAccountName: web
    + automountServiceAccountToken: false
      containers:
        - name: web
          image: nginx:1.29
  `);

  refuses(
    'where roles are bound to the account',
    /Roles are bound/,
  )(objects`
    Pod web
      serviceAccountName: web
    RoleBinding web: Role web, ServiceAccount web
  `);
});
