import rule from '../../../../rules/catalog/mesh/ineffective-port-mtls.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'with an empty selector, too',
    yaml`
      apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata:
        name: web
        namespace: shop
      spec:
        selector: {}
        portLevelMtls:
      # ^^^^^^^^^^^^^ ineffective-port-mtls
          "8080":
            mode: STRICT
    `,
  );

  clean(
    'labels that a template fills in',
    yaml`
      apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          matchLabels: {{ .Values.labels }}
        portLevelMtls:
          "8080":
            mode: STRICT
    `,
  );
});
