import rule from '../../../rules/access/wildcard-resources.ts';
import { testRule, yaml } from '../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'names what is worst about it',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: shop
      rules:
        - apiGroups: [""]
          resources: ["*"]
      #               ^^^ wildcard-resources "secrets among them"
          verbs: [get, list]
        - apiGroups: [apps, batch]
          resources:
            - "*"
      #       ^^^ wildcard-resources "of apps, batch."
          verbs: [create]
    `,
  );

  check(
    'of every group',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: shop
      rules:
        - apiGroups: ["*"]
          resources: ["*"]
      #               ^^^ wildcard-resources "every resource."
          verbs: [delete]
    `,
  );

  clean(
    'one subresource of everything (checkov looks for the character)',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: shop
      rules:
        - apiGroups: ["*"]
          resources: ["*/scale"]
          verbs: [get, update]
    `,
  );

  clean(
    'names of metrics, which nobody knows before',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: shop
      rules:
        - apiGroups: [custom.metrics.k8s.io]
          resources: ["*"]
          verbs: [get]
    `,
  );

  clean(
    'addresses are no resources',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: shop
      rules:
        - nonResourceURLs: ["*"]
          verbs: [get]
    `,
  );
});
