import rule from '../../../rules/access/nameless-verb.ts';
import { testRule, yaml } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'each verb',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: reader
      rules:
        - apiGroups: [""]
          resources: [secrets]
          resourceNames: [token]
          verbs:
            - get
            - create
      #       ^^^^^^ nameless-verb 💡
            - deletecollection
      #       ^^^^^^^^^^^^^^^^ nameless-verb 💡
    `,
  );

  clean(
    'verbs that know names',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: reader
      rules:
        - apiGroups: [""]
          resources: [secrets]
          resourceNames: [token]
          verbs: [get, delete, patch]
    `,
  );

  fix(
    'takes it away',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: reader
      rules:
        - apiGroups: [""]
          resources: [secrets]
          resourceNames: [token]
          verbs: [get, create]
    `,
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: reader
      rules:
        - apiGroups: [""]
          resources: [secrets]
          resourceNames: [token]
          verbs: [get]
    `,
  );
});
