import rule from '../../../../rules/catalog/service-account/automounted-token.ts';
import { objects, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('the default is to mount it')(objects`
    Pod web
    #<--- automounted-token 💡
  `);

  check("the pod's word beats its account's")(objects`
    ServiceAccount web
      automountServiceAccountToken: false
    Pod web
      serviceAccountName: web
      automountServiceAccountToken: true
    #                               ^^^^ automounted-token 💡
  `);

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
