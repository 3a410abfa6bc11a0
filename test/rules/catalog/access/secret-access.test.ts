import rule from '../../../../rules/catalog/access/secret-access.ts';
import { clusterRole, objects, role, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('get, list, watch and every verb')(role`
    - apiGroups: [""]
      resources: [pods, secrets]
    #                   ^^^^^^^ secret-access 💡 "of its namespace"
      verbs: [get]
    - apiGroups: [""]
      resources: [secrets]
    #             ^^^^^^^ secret-access 💡 "of its namespace"
      verbs: [watch]
    - apiGroups: ["*"]
      resources: [secrets]
    #             ^^^^^^^ secret-access 💡 "of its namespace"
      verbs: ["*"]
  `);

  check('an empty patch is answered with the secret (trivy KSV-0041 has it among the writes)')(clusterRole`
    - apiGroups: [""]
      resources: [secrets]
    #             ^^^^^^^ secret-access 💡 "in the answers to patch"
      verbs: [patch]
  `);

  clean('names hold for list and watch too, which then need a field selector')(role`
    - apiGroups: [""]
      resources: [secrets]
      resourceNames: [cart-database]
      verbs: [get, list, watch]
  `);

  clean('of another API group (trivy KSV-0041 and checkov CKV2_K8S_5 do not look)')(role`
    - apiGroups: [bitnami.com]
      resources: [secrets]
      verbs: [get]
  `);

  clean('writing alone')(role`
    - apiGroups: [""]
      resources: [secrets]
      verbs: [create, update, delete]
  `);

  clean('every resource is a rule of its own')(clusterRole`
    - apiGroups: [""]
      resources: ["*"]
      verbs: [get]
  `);

  fix('takes secrets off the list')(role`
      - apiGroups: [""]
    -   resources: [configmaps, secrets]
    +   resources: [configmaps]
        verbs: [get, list]
  `);

  fix('takes the rule away when nothing is left of it')(role`
      - apiGroups: [""]
        resources: [pods]
        verbs: [get]
    - - apiGroups: [""]
    -   resources: [secrets]
    -   verbs: [list]
  `);

  fix('leaves an empty role, so that applying it takes the permission away')(
    role`
      - apiGroups: [""]
        resources: [secrets]
        verbs: [list]
    `,
    objects`
      Role shop
        rules: []
    `,
  );

  fix('or asks for the names', { title: /by name/ })(role`
      - apiGroups: [""]
        resources: [secrets]
    +   resourceNames: [NAME-OF-THE-SECRET]
        verbs: [get]
  `);
});
