import rule from '../../../../rules/catalog/reliability/mismatching-selector.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean, fix }) => {
  clean('expressions, and labels that are not known')(objects`
    Deployment shop/web
      selector:
        matchExpressions:
          - key: app
            operator: Exists
      template:
        metadata:
          labels:
            app: web
        spec:
          containers:
            - name: web
              image: nginx:1.29
    Deployment shop/api
      selector:
        matchLabels:
          app: api
      template:
        metadata:
          labels:
            {{ include "labels" . }}
        spec:
          containers:
            - name: web
              image: nginx:1.29
  `);

  fix('the labels')(objects`
      Deployment shop/web
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              tier: front
    +         app: web
          spec:
            containers:
              - name: web
                image: nginx:1.29
  `);
});
