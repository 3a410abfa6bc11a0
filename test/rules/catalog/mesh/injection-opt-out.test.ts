import rule from '../../../../rules/catalog/mesh/injection-opt-out.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('in every mesh')(objects`
    Pod web
      labels:
        istio.io/dataplane-mode: none
    #                            ^^^^ injection-opt-out 💡
      annotations:
        kuma.io/sidecar-injection: disabled
    #                              ^^^^^^^^ injection-opt-out 💡
  `);

  fix('takes it away')(
    objects`
      Pod web
        labels:
          app: web
          sidecar.istio.io/inject: "false"
    `,
    objects`Pod web app=web`,
  );

  clean('other words')(objects`
    Pod web
      labels:
        sidecar.istio.io/inject: "{{ .Values.inject }}"
  `);

  clean('a part of the mesh itself')(objects`
    Pod istio-system/gateway
      labels:
        sidecar.istio.io/inject: "false"
      containers:
        - name: gateway
          image: istio/proxyv2:1.29.0
  `);
});
