import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outdated, tables } from '../../../tools/refresh-data/tables.ts';

describe('every table of data', () => {
  for (const { name, hasSource, read, isUndated } of tables())
    it(`${name} says where it comes from and when that was read`, () => {
      assert.ok(hasSource, 'its first comment names no source');
      assert.ok(
        read.length > 0 !== isUndated,
        'its first comment says a day, `read 2026-12-31`, or that the day of reading was not noted',
      );
    });

  it('is found, whatever its size', () => {
    assert.ok(tables().some(({ name }) => name === 'kubernetes.ts'));
  });
});

it('names what was read more than a year ago, or nobody knows when', () => {
  const table = (read: readonly string[]) => ({ name: 'a.ts', hasSource: true, read, isUndated: read.length === 0 });
  assert.deepEqual(outdated('2026-12-31', [table(['2025-12-31'])]), []);
  assert.deepEqual(outdated('2027-01-01', [table(['2025-12-31', '2026-12-01'])]), [
    'a.ts: read 2025-12-31, more than a year ago',
  ]);
  assert.deepEqual(outdated('2026-12-31', [table([])]), ['a.ts: nobody noted when it was read']);
});
