import rule from '../../../../rules/catalog/security-context/unknown-capability.ts';
import { container, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('prefixes, small letters and misspellings, in both lists')(container`
    securityContext:
      capabilities:
        drop:
          - CAP_NET_RAW
    #       ^^^^^^^^^^^ unknown-capability
          - mknod
    #       ^^^^^ unknown-capability 💡
        add:
          - NET_BIND_SERVIC
    #       ^^^^^^^^^^^^^^^ unknown-capability
          - CAP_SYS_ADMIN
    #       ^^^^^^^^^^^^^ unknown-capability
  `);

  clean('names, ALL in any spelling, and what a template fills in')(container`
    securityContext:
      capabilities:
        drop: [all]
        add: [SYS_TIME, "{{ .Values.capability }}"]
  `);
});
