import rule from '../../../../rules/catalog/security-context/added-capability.ts';
import { container, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('each one where it is written')(container`
    securityContext:
      capabilities:
        add: [SETUID, NET_BIND_SERVICE, CHOWN]
    #         ^^^^^^ added-capability 💡 "Adds the capability SETUID: container web"
    #                                   ^^^^^ added-capability 💡
  `);

  clean('what reaches beyond the container has a rule of its own')(container`
    securityContext:
      capabilities:
        add: [SYS_ADMIN, CAP_CHOWN]
  `);

  fix('takes the whole list away with its last item')(container`
      securityContext:
        capabilities:
          drop: [ALL]
    -     add:
    -       - CHOWN
  `);
});
