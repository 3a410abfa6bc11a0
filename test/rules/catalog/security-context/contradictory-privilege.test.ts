import rule from '../../../../rules/catalog/security-context/contradictory-privilege.ts';
import { container, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('both forms')(container`
    securityContext:
      privileged: true
    #             ^^^^ contradictory-privilege 💡
      allowPrivilegeEscalation: false
      capabilities:
        add:
          - CAP_SYS_ADMIN
    #       ^^^^^^^^^^^^^ contradictory-privilege 💡
  `);

  clean('SYS_ADMIN without its prefix passes validation')(container`
    securityContext:
      allowPrivilegeEscalation: false
      capabilities:
        add:
          - SYS_ADMIN
  `);
});
