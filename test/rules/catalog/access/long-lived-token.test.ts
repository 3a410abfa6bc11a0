import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/access/long-lived-token.ts';
import { objects, testRule } from '../../../harness/index.ts';
import { found } from '../../../harness/recommended.ts';

testRule(rule, ({ check, clean }) => {
  check('the type')(objects`
    Secret ci
      annotations:
        kubernetes.io/service-account.name: ci
      type: kubernetes.io/service-account-token
      #     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ long-lived-token
  `);

  clean('other Secrets')(objects`
    Secret ci
      type: Opaque
  `);
});

it('of a login of Argo Workflows is told to those who are strict', () => {
  const told = (name: string, profile: 'recommended' | 'strict' = 'recommended'): boolean =>
    found(
      'secret.yaml',
      `apiVersion: v1\nkind: Secret\nmetadata: { name: ${name}, annotations: { kubernetes.io/service-account.name: admin } }\ntype: kubernetes.io/service-account-token\n`,
      profile,
    ).includes('long-lived-token');
  assert.equal(told('admin.service-account-token'), false);
  assert.equal(told('admin.service-account-token', 'strict'), true);
  assert.equal(told('admin-token'), true);
});
