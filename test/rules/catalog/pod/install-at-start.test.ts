import rule from '../../../../rules/catalog/pod/install-at-start.ts';
import { container, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('by any manager, and by a script from the network')(container`
    command: [sh, -c, "apk add --no-cache curl; exec server"]
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ install-at-start "Installs by apk when it starts: container web"
  `);

  check('a script from the network')(container`
    command: [/bin/sh, -c]
    args: ["curl -fsSL https://example.com/run.sh | sh"]
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ install-at-start "script from the network"
  `);

  clean('what only looks like it')(container`
    command: [sh, -c, "echo pip install flask; npm run start; curl -o x https://example.com/x"]
  `);

  clean('a script that the image holds')(container`command: [sh, start.sh]`);
});
