import rule from '../../../../rules/catalog/reliability/mismatching-selector.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'another value, and none at all',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
      # ^^^^^^^^ mismatching-selector 💡
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: api
          spec:
            containers:
              - name: web
                image: nginx:1.29
    `,
  );

  clean(
    'expressions, and labels that are not known',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
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
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: api
        namespace: shop
      spec:
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
    `,
  );

  fix(
    'the labels',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              tier: front
          spec:
            containers:
              - name: web
                image: nginx:1.29
    `,
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              tier: front
              app: web
          spec:
            containers:
              - name: web
                image: nginx:1.29
    `,
  );
});
