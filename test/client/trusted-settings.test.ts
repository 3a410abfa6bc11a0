import assert from 'node:assert/strict';
import { it } from 'node:test';
import { withoutPrograms } from '../../client/trusted-settings.ts';

it('no setting that starts a program is handed on in Restricted Mode, and all others are', () => {
  const settings = { enable: true, newSince: 'origin/main', levels: { high: 'error' } };
  assert.deepEqual(withoutPrograms(settings), { enable: true, levels: { high: 'error' } });
  assert.equal(settings.newSince, 'origin/main');
  for (const other of [null, undefined, 'newSince', 3, ['newSince']]) assert.deepEqual(withoutPrograms(other), other);
});
