import rule from '../../../../rules/catalog/access/unlimited-access.ts';
import { clusterRole, objects, role, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('three stars, written as once, and not the wildcard rules beside it')(clusterRole`
    - apiGroups: ["*"]
      resources: ["*"]
    #             ^^^ unlimited-access "every resource"
      verbs: ["*"]
    - nonResourceURLs: ["*"]
      verbs: ["*"]
  `);

  check('the second rule of a role, where CKV_K8S_49 of checkov reads the first alone')(role`
    - apiGroups: [""]
      resources: [pods]
      verbs: [get]
    - apiGroups:
        - "*"
      resources:
        - "*"
    #     ^^^ unlimited-access "of its namespace"
      verbs:
        - "*"
  `);

  check('a role in a namespace too (trivy KSV-0044)')(role`
    - apiGroups: ['*']
      resources: [pods/portforward, secrets, '*']
    #                                        ^^^ unlimited-access
      verbs: ['*', delete]
  `);

  clean('two stars are the wildcard rules')(clusterRole`
    - apiGroups: [""]
      resources: ["*"]
      verbs: ["*"]
    - apiGroups: ["*"]
      resources: ["*"]
      verbs: [update]
  `);

  check('under a name of Kubernetes, and with the label of its defaults')(objects`
    ClusterRole system:controller:namespace-controller
      labels:
        kubernetes.io/bootstrapping: rbac-defaults
      - apiGroups: ["*"]
        resources: ["*"]
    #               ^^^ unlimited-access
        verbs: ["*"]
  `);

  clean('rules of an aggregated role are written over by its controller')(objects`
    ClusterRole all
      aggregationRule:
        clusterRoleSelectors:
          - matchLabels:
              team: shop
      rules:
        - apiGroups: ["*"]
          resources: ["*"]
          verbs: ["*"]
  `);
});
