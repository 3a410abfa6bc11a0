import rule from '../../../../rules/catalog/compose/compose-root-user.ts';
import { compose, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('by name and by number')(compose`
    services:
      a:
        image: nginx:1.29
        user: root
    #         ^^^^ compose-root-user 💡
      b:
        image: nginx:1.29
        user: "0"
    #         ^^^ compose-root-user 💡
  `);

  clean('others, and variables')(compose`
    services:
      web:
        image: nginx:1.29
        user: '\${UID}:0'
  `);

  fix('another user')(compose`
      services:
        web:
          image: nginx:1.29
    -     user: root
    +     user: 10001:10001
  `);

  check('by the default of a variable')(compose`
    services:
      web:
        image: nginx:1.29
        user: "\${OWNER:-0}:\${GROUP:-0}"
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^ compose-root-user 💡
      other:
        image: nginx:1.29
        user: "\${OWNER}"
  `);
});
