import rule from '../../../../rules/catalog/service-account/shared-account.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'both of them',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        serviceAccountName: shop
      #                     ^^^^ shared-account
        containers:
          - name: web
            image: nginx:1.29
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: cart
        namespace: shop
      spec:
        serviceAccountName: shop
      #                     ^^^^ shared-account
        containers:
          - name: web
            image: nginx:1.29
    `,
  );

  clean(
    'the default account, other namespaces, the same object twice',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        serviceAccountName: default
        containers:
          - name: web
            image: nginx:1.29
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: cart
        namespace: shop
      spec:
        serviceAccountName: default
        containers:
          - name: web
            image: nginx:1.29
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: mail
        namespace: shop
      spec:
        serviceAccountName: mail
        containers:
          - name: web
            image: nginx:1.29
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: mail
        namespace: shop
      spec:
        serviceAccountName: mail
        containers:
          - name: web
            image: nginx:1.29
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: mailer
        namespace: other
      spec:
        serviceAccountName: mail
        containers:
          - name: web
            image: nginx:1.29
    `,
  );
});
