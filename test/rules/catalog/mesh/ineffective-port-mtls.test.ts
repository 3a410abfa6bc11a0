import rule from '../../../../rules/catalog/mesh/ineffective-port-mtls.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('with an empty selector, too')(objects`
    PeerAuthentication shop/web
      selector: {}
      portLevelMtls:
    # ^^^^^^^^^^^^^ ineffective-port-mtls
        "8080":
          mode: STRICT
  `);

  clean('labels that a template fills in')(objects`
    PeerAuthentication shop/web
      selector:
        matchLabels: {{ .Values.labels }}
      portLevelMtls:
        "8080":
          mode: STRICT
  `);
});
