import rule from '../../../../rules/catalog/namespace/default-namespace.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
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
