import rule from '../../../../rules/catalog/mesh/allow-all-authorization.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'no conditions, and any of the kinds of sources',
    yaml`
      apiVersion: security.istio.io/v1
      kind: AuthorizationPolicy
      metadata:
        name: web
        namespace: shop
      spec:
        rules:
          - {}
      #     ^^ allow-all-authorization
          - from:
              - source:
                  namespaces: ["*"]
      #                        ^^^ allow-all-authorization
    `,
  );

  clean(
    'with other conditions, for other actions',
    yaml`
      apiVersion: security.istio.io/v1
      kind: AuthorizationPolicy
      metadata:
        name: web
        namespace: shop
      spec:
        rules:
          - from:
              - source:
                  principals: ["*"]
            to:
              - operation:
                  methods: [GET]
          - from:
              - source:
                  principals: ["*"]
                  namespaces: [shop]
    `,
  );

  clean(
    'an empty policy denies',
    yaml`
      apiVersion: security.istio.io/v1
      kind: AuthorizationPolicy
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: web
    `,
  );
});
