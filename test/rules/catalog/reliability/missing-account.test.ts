import rule from '../../../../rules/catalog/reliability/missing-account.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'another namespace',
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
              app: web
          spec:
            serviceAccountName: web
      #                         ^^^ missing-account
            containers:
              - name: web
                image: nginx:1.29
      ---
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: web
        namespace: bank
    `,
  );

  clean(
    'there, or the one that always is',
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
              app: web
          spec:
            serviceAccountName: web
            containers:
              - name: web
                image: nginx:1.29
      ---
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: web
        namespace: shop
    `,
  );
});
