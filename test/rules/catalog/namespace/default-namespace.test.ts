import rule from '../../../../rules/catalog/namespace/default-namespace.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'said',
    yaml`
      apiVersion: v1
      kind: Service
      metadata:
        name: web
        namespace: default
      #            ^^^^^^^ default-namespace
      spec:
        selector:
          app: web
        ports:
          - port: 80
    `,
  );

  clean(
    'a namespace, a template, and what is no object of a namespace',
    yaml`
      apiVersion: v1
      kind: Service
      metadata:
        name: web
        namespace: {{ .Release.Namespace }}
      spec:
        selector:
          app: web
        ports:
          - port: 80
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: a
      rules: []
    `,
  );
});
