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

it('so is what others wait for to end', () => {
  const told = (more: string, condition: string): boolean =>
    found(
      'compose.yaml',
      `services:\n  files:\n    image: app:1\n    user: "0:0"\n    entrypoint: /bin/bash\n    command: ["-c", "mkdir -p /logs && chown -R 50000:0 /logs && exec /entrypoint version"]\n${more}  web:\n    image: web:1\n    depends_on: {files: {condition: ${condition}}}\n`,
    ).includes('compose-root-user');
  assert.equal(told('', 'service_completed_successfully'), false);
  assert.equal(told('', 'service_started'), true);
  assert.equal(told('    restart: always\n', 'service_completed_successfully'), true);
});
