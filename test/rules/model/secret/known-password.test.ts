import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isKnownPassword } from '../../../../rules/model/secret/known-password.ts';

it('a password that everybody knows stands for itself, or behind a variable that nobody may set', () => {
  for (const value of ['password', 'Admin', 'changeme', '${PASSWORD:-postgres}', '${PASSWORD-root}'])
    assert.equal(isKnownPassword({ name: 'POSTGRES_PASSWORD', value }), true, value);
  for (const value of ['${PASSWORD}', '${PASSWORD:?set it}', 'f7Kq29xLw0', '', 'true'])
    assert.equal(isKnownPassword({ name: 'POSTGRES_PASSWORD', value }), false, value);
  for (const name of ['POSTGRES_USER', 'PASSWORD_FILE', 'PASSWORD_POLICY'])
    assert.equal(isKnownPassword({ name, value: 'postgres' }), false, name);
});
