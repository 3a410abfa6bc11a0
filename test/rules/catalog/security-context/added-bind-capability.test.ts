import rule from '../../../../rules/catalog/security-context/added-bind-capability.ts';
import { container, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean, fix }) => {
  clean('others, which have rules of their own')(container`
    securityContext:
      capabilities:
        add:
          - CHOWN
        drop:
          - NET_BIND_SERVICE
  `);

  fix('without it')(container`
      securityContext:
        capabilities:
          add:
    -       - NET_BIND_SERVICE
            - CHOWN
  `);
});
