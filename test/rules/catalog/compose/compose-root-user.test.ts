import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/compose/compose-root-user.ts';
import { compose, service, testRule } from '../../../harness/index.ts';
import { found } from '../../../harness/recommended.ts';

testRule(rule, ({ check, clean }) => {
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

  clean('others, and variables')(service`user: '\${UID}:0'`);

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

it('root that gives files to another user and ends is told to those who are strict', () => {
  const service = (command: string): string =>
    `services:\n  init:\n    image: busybox:1.37\n    user: root\n    command: ${command}\n`;
  assert.deepEqual(found('compose.yaml', service('chown -R 1000:1000 /data')), []);
  assert.deepEqual(found('compose.yaml', service('chown -R 1000:1000 /data && exec server')), ['compose-root-user']);
});
