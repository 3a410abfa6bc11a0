import rule from '../../../../rules/catalog/compose/compose-privileged-build.ts';
import { compose, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('by each way to say it')(compose`
    services:
      web:
        build:
          context: .
          privileged: true
    #                 ^^^^ compose-privileged-build 💡
          entitlements: [network.host, security.insecure]
    #                                  ^^^^^^^^^^^^^^^^^ compose-privileged-build 💡
  `);

  clean('of the service, which is another finding')(compose`
    services:
      web:
        build: .
        privileged: true
  `);
});
