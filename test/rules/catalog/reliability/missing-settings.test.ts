import rule from '../../../../rules/catalog/reliability/missing-settings.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'in every way that a variable can come from it',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        containers:
          - name: web
            image: nginx:1.29
            envFrom:
              - secretRef:
                  name: api
      #                 ^^^ missing-settings
              - configMapRef:
                  name: web
            env:
              - name: A
                valueFrom:
                  configMapKeyRef:
                    name: other
      #                   ^^^^^ missing-settings
                    key: a
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: web
        namespace: shop
      data:
        color: blue
    `,
  );

  check(
    'in another namespace it does not count',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        containers:
          - name: web
            image: nginx:1.29
            envFrom:
              - configMapRef:
                  name: web
      #                 ^^^ missing-settings
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: web
        namespace: else
      data:
        color: blue
    `,
  );

  clean(
    'what another object leaves behind',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        containers:
          - name: web
            image: nginx:1.29
            envFrom:
              - secretRef:
                  name: api
      ---
      apiVersion: external-secrets.io/v1
      kind: ExternalSecret
      metadata:
        name: vault
        namespace: shop
      spec:
        target:
          name: api
    `,
  );

  clean(
    'names that are filled in',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        containers:
          - name: web
            image: nginx:1.29
            envFrom:
              - secretRef:
                  name: {{ .Values.secret }}
    `,
  );
});
