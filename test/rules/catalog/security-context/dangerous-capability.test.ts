import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/security-context/dangerous-capability.ts';
import { podOf } from '../../../../rules/contract/example.ts';
import { container, testRule } from '../../../harness/index.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('names outside the default set, ALL among them')(container`
    securityContext:
      capabilities:
        add:
          - SYS_ADMIN
    #       ^^^^^^^^^ dangerous-capability 💡 "SYS_ADMIN"
          - ALL
    #       ^^^ dangerous-capability 💡 "every capability"
          - CHOWN
  `);

  check('the long form is reported as written: its short form would be granted')(container`
    securityContext:
      capabilities:
        add: [CAP_SYS_ADMIN]
    #         ^^^^^^^^^^^^^ dangerous-capability 💡 "CAP_SYS_ADMIN"
  `);

  clean('dropping is no adding')(container`
    securityContext:
      capabilities:
        drop: [SYS_ADMIN, ALL]
        add: [NET_BIND_SERVICE]
  `);

  fix('takes one name away and keeps the others')(container`
      securityContext:
        capabilities:
    -     add: [NET_ADMIN, CHOWN]
    +     add: [CHOWN]
  `);
});

it('what takes nothing but time and memory weighs little', () => {
  const of = (name: string): string | undefined =>
    new Scope(
      [rule],
      podOf(`containers: [{ name: a, image: a:1, securityContext: { capabilities: { add: [${name}] } } }]`),
      {},
    ).findings[0]?.severity;
  assert.equal(of('SYS_NICE'), 'low');
  assert.equal(of('SYS_PTRACE'), 'high');
});
