import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/compose/compose-capability.ts';
import { service, testRule } from '../../../harness/index.ts';
import { found } from '../../../harness/recommended.ts';
import { Scope } from '../../../harness/scope.ts';

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

it('what privileged gives already is not told again', () => {
  const of = (more: string): readonly string[] =>
    found('compose.yaml', `services:\n  web:\n    image: nginx:1.29\n    cap_add: [SYS_ADMIN]\n${more}`);
  assert.ok(of('').includes('compose-capability'));
  const both = of('    privileged: true\n');
  assert.ok(both.includes('compose-privileged') && !both.includes('compose-capability'));
});

it('what takes nothing but time and memory weighs little', () => {
  const of = (name: string): string | undefined =>
    new Scope(
      [rule],
      { language: 'compose', text: `services:\n  web:\n    image: nginx:1.29\n    cap_add: [${name}]\n` },
      {},
    ).findings[0]?.severity;
  assert.equal(of('SYS_NICE'), 'low');
  assert.equal(of('SYS_MODULE'), 'high');
});

it('the capabilities of a service are told once, by the worst of them', () => {
  const of = (profile: 'recommended' | 'strict'): readonly string[] =>
    found(
      'compose.yaml',
      'services:\n  web:\n    image: shop/web:1\n    cap_add: [SYS_NICE, SYS_ADMIN, SYS_MODULE]\n',
      profile,
    ).filter((id) => id === rule.id);
  assert.equal(of('recommended').length, 1);
  assert.equal(of('strict').length, 3);
});
