import rule from '../../../../rules/catalog/access/rbac-impersonate.ts';
import { clusterRole, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('users are of the core group for this verb (trivy KSV-0043 wants a star there)')(clusterRole`
    - apiGroups: [""]
      resources: [users]
      verbs: [impersonate]
    #         ^^^^^^^^^^^ rbac-impersonate 💡 "as any user"
    - apiGroups: ["*"]
      resources: [events, groups]
      verbs: [watch, "*"]
    #                ^^^ rbac-impersonate "May act as any group, since * includes impersonate: ClusterRole shop"
    - apiGroups: [""]
      resources: ["*"]
      verbs: [impersonate]
    #         ^^^^^^^^^^^ rbac-impersonate 💡 "as anybody"
  `);

  check('a star on service accounts, and what hangs on a user')(clusterRole`
    - apiGroups: [""]
      resources: [serviceaccounts]
      verbs: ["*"]
    #         ^^^ rbac-impersonate "any service account"
    - apiGroups: [authentication.k8s.io]
      resources: [userextras/scopes, uids]
      verbs: [impersonate]
    #         ^^^^^^^^^^^ rbac-impersonate 💡 "as anybody"
  `);

  check('the group above all rules, by name')(clusterRole`
    - apiGroups: [""]
      resources: [groups]
      resourceNames: [system:masters]
      verbs: [impersonate]
    #         ^^^^^^^^^^^ rbac-impersonate 💡 "system:masters"
  `);

  clean('users of another group')(clusterRole`
    - apiGroups: [user.openshift.io]
      resources: [users, groups]
      verbs: [impersonate, get]
  `);

  clean('on objects that are nobody (trivy KSV-0114 counts it as writing)')(clusterRole`
    - apiGroups: [admissionregistration.k8s.io]
      resources: [validatingwebhookconfigurations]
      verbs: [impersonate]
  `);

  fix('takes the verb away')(clusterRole`
      - apiGroups: [""]
        resources: [serviceaccounts]
    -   verbs: [get, impersonate]
    +   verbs: [get]
  `);

  refuses(
    'a star, which has to be written out',
    /wildcard-verbs/,
  )(clusterRole`
    - apiGroups: [""]
      resources: [serviceaccounts]
      verbs: ["*"]
  `);

  clean('stars on both sides, which are a matter of their own')(clusterRole`
    - apiGroups: ["*"]
      resources: ["*"]
      verbs: ["*"]
  `);
});
