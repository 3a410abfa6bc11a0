import rule from '../../../../rules/catalog/mesh/allow-all-authorization.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('no conditions, and any of the kinds of sources')(objects`
    AuthorizationPolicy shop/web
      rules:
        - {}
    #     ^^ allow-all-authorization
        - from:
            - source:
                namespaces: ["*"]
    #                        ^^^ allow-all-authorization
  `);

  clean('with other conditions, for other actions')(objects`
    AuthorizationPolicy shop/web
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
  `);

  clean('an empty policy denies')(objects`
    AuthorizationPolicy shop/web
      selector:
        matchLabels:
          app: web
  `);
});
