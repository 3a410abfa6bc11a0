import rule from '../../../../rules/catalog/namespace/default-namespace.ts';
import { objects, testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('said')(yaml`
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
  `);

  clean('a namespace, a template, and what is no object of a namespace')(objects`
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
    ClusterRole a
      rules: []
  `);
});
