import rule from '../../../../rules/catalog/compose/compose-capability.ts';
import { service, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('in any spelling')(service`
    cap_add:
      - CAP_NET_ADMIN
    #   ^^^^^^^^^^^^^ compose-capability 💡
      - chown
  `);

  clean('the default set')(service`
    cap_add: [SETUID]
    cap_drop: [ALL]
  `);

  fix('without it')(service`
      cap_add:
    -   - SYS_ADMIN
        - CHOWN
  `);
});
