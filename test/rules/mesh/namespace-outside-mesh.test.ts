import rule from '../../../rules/mesh/namespace-outside-mesh.ts';
import { testRule, yaml } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'with a pod in it',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          istio-injection: enabled
      ---
      apiVersion: v1
      kind: Namespace
      metadata:
        name: bank
      #       ^^^^ namespace-outside-mesh 💡
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: bank
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
  );

  clean(
    'without a mesh',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      ---
      apiVersion: v1
      kind: Namespace
      metadata:
        name: bank
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: bank
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
  );

  clean(
    'pods that say so themselves',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          istio-injection: enabled
      ---
      apiVersion: v1
      kind: Namespace
      metadata:
        name: bank
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: bank
        labels:
          sidecar.istio.io/inject: "true"
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
  );

  clean(
    'of the cluster',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          istio-injection: enabled
      ---
      apiVersion: v1
      kind: Namespace
      metadata:
        name: kube-system
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: kube-system
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
  );

  fix(
    'by a label',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          istio-injection: enabled
      ---
      apiVersion: v1
      kind: Namespace
      metadata:
        name: bank
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: bank
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          istio-injection: enabled
      ---
      apiVersion: v1
      kind: Namespace
      metadata:
        name: bank
        labels:
          istio-injection: enabled
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: bank
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
  );

  fix(
    'by an annotation',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        annotations:
          linkerd.io/inject: enabled
      ---
      apiVersion: v1
      kind: Namespace
      metadata:
        name: bank
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: bank
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        annotations:
          linkerd.io/inject: enabled
      ---
      apiVersion: v1
      kind: Namespace
      metadata:
        name: bank
        annotations:
          linkerd.io/inject: enabled
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: bank
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
  );
});
