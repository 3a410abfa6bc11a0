import rule from '../../../../rules/catalog/mesh/injection-opt-out.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'in every mesh',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        labels:
          istio.io/dataplane-mode: none
      #                            ^^^^ injection-opt-out 💡
        annotations:
          kuma.io/sidecar-injection: disabled
      #                              ^^^^^^^^ injection-opt-out 💡
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
  );

  fix(
    'takes it away',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        labels:
          app: web
          sidecar.istio.io/inject: "false"
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        labels:
          app: web
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
  );

  clean(
    'other words',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        labels:
          sidecar.istio.io/inject: "{{ .Values.inject }}"
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
  );

  clean(
    'a part of the mesh itself',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: gateway
        namespace: istio-system
        labels:
          sidecar.istio.io/inject: "false"
      spec:
        containers:
          - name: gateway
            image: istio/proxyv2:1.29.0
    `,
  );
});
