import rule from '../../../../rules/catalog/compose/compose-unconfined.ts';
import { service, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('each')(service`
    security_opt:
      - seccomp:unconfined
    #   ^^^^^^^^^^^^^^^^^^ compose-unconfined 💡
      - label=disable
    #   ^^^^^^^^^^^^^ compose-unconfined 💡
  `);

  clean('profiles')(service`security_opt: ['seccomp:./profile.json', 'no-new-privileges:true']`);

  fix('with the profile')(service`
      security_opt:
    -   - seccomp:unconfined
        - no-new-privileges:true
  `);
});
