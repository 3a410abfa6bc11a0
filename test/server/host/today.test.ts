import assert from 'node:assert/strict';
import { it } from 'node:test';
import { dayAfter } from '../../../server/host/today.ts';

it('a day after another one goes over the end of months and years', () => {
  assert.equal(dayAfter('2026-12-31', 1), '2027-01-01');
  assert.equal(dayAfter('2028-02-28', 1), '2028-02-29');
  assert.equal(dayAfter('2026-13-45', 1), '2026-13-45');
});
