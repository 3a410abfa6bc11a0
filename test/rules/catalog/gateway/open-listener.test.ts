import rule from '../../../../rules/catalog/gateway/open-listener.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('each listener')(objects`
    Gateway shop/web
      gatewayClassName: web
      listeners:
        - name: a
          port: 80
          protocol: HTTP
          allowedRoutes:
            namespaces:
              from: All
    #               ^^^ open-listener 💡
  `);

  fix('by a label')(objects`
      Gateway shop/web
        gatewayClassName: web
        listeners:
          - name: a
            port: 80
            protocol: HTTP
            allowedRoutes:
              namespaces:
    -           from: All
    +           from: Selector
    +           selector:
    +             matchLabels:
    +               LABEL-OF-THE-NAMESPACES: web
  `);

  clean('its own namespace')(objects`
    Gateway shop/web
      gatewayClassName: web
      listeners:
        - name: a
          port: 80
          protocol: HTTP
          allowedRoutes:
            namespaces:
              from: Same
  `);
});
