import rule from '../../../../rules/catalog/schema/missing-selector.ts';
import { files, testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('a whole workload')(yaml`
    apiVersion: apps/v1
    kind: StatefulSet
    metadata:
      name: web
    #       ^^^ missing-selector 💡 "no selector, for StatefulSet web"
    spec:
      template:
        metadata:
          labels:
            app: web
        spec:
          containers:
            - name: web
              image: nginx:1.29
  `);

  clean('what a kustomization adds the selector of, and a patch')(files`
    === kustomization.yaml
    resources: [web.yaml]
    commonLabels: {app: web}
    patches:
      - path: patch.yaml
    === web.yaml
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: web
    spec:
      template:
        metadata:
          labels:
            tier: front
        spec:
          containers:
            - name: web
              image: nginx:1.29
    === patch.yaml
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: web
    spec:
      template:
        metadata:
          labels:
            team: shop
        spec:
          containers:
            - name: web
              image: nginx:1.31
  `);

  clean('a version that made one of the labels')(yaml`
    apiVersion: apps/v1beta1
    kind: Deployment
    metadata:
      name: web
    spec:
      template:
        metadata:
          labels:
            app: web
        spec:
          containers:
            - name: web
              image: nginx:1.29
  `);
});
