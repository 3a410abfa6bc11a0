import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings } from '../../../rules/engine/settings/settings.ts';
import { olderThanAYear, tables } from '../../../tools/refresh-data/tables.ts';

describe('every table of data', () => {
  for (const { name, hasSource, read } of tables())
    it(`${name} says where it comes from and when that was read`, () => {
      assert.ok(hasSource, 'its first comment names no source');
      assert.ok(read.length > 0, 'its first comment says no day: `read 2026-12-31`');
    });

  it('is found, whatever its size', () => {
    assert.ok(tables().some(({ name }) => name === 'kubernetes.ts'));
  });
});

it('names what was read more than a year ago', () => {
  const table = (read: readonly string[]) => ({ name: 'a.ts', hasSource: true, read });
  assert.deepEqual(olderThanAYear('2026-12-31', [table(['2025-12-31'])]), []);
  assert.deepEqual(olderThanAYear('2027-01-01', [table(['2025-12-31', '2026-12-01'])]), ['a.ts: read 2025-12-31']);
  assert.deepEqual(olderThanAYear(defaultSettings.today, [table([])]), []);
});
