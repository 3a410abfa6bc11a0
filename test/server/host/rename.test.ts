import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Platform } from '../../../server/host/paths.ts';
import { renameOver } from '../../../server/host/rename.ts';

/** A file that another program has open for so many attempts. */
function busy(
  platform: Platform,
  attempts: number,
  code: string,
  obstacle: (waits: number) => string | undefined = () => undefined,
) {
  const seen = { tried: 0, waited: 0, waits: 0 };
  const run = (): string | undefined =>
    renameOver({
      platform,
      rename() {
        if (seen.tried++ < attempts) throw Object.assign(new Error(code), { code });
      },
      obstacle: () => obstacle(seen.waits),
      wait(milliseconds) {
        seen.waits++;
        seen.waited += milliseconds;
      },
    });
  return { seen, run };
}

describe('a file that another program has open', () => {
  for (const code of ['EPERM', 'EACCES', 'EBUSY'])
    it(`is replaced on Windows once it is closed: ${code}`, () => {
      const { seen, run } = busy('win32', 3, code);
      assert.equal(run(), undefined);
      assert.deepEqual(seen, { tried: 4, waits: 3, waited: 70 });
    });

  it('is given up after a while', () => {
    const { seen, run } = busy('win32', 100, 'EBUSY');
    assert.throws(run, { code: 'EBUSY' });
    assert.equal(seen.tried, 9);
    assert.ok(seen.waited < 3000);
  });

  it('is not replaced when it was saved meanwhile', () => {
    const { seen, run } = busy('win32', 100, 'EPERM', (waits) => (waits > 1 ? 'it has changed' : undefined));
    assert.equal(run(), 'it has changed');
    assert.equal(seen.tried, 2);
  });

  it('is no reason to wait where a refusal is one, or for another error', () => {
    for (const [platform, code] of [
      ['linux', 'EPERM'],
      ['darwin', 'EACCES'],
      ['win32', 'ENOSPC'],
    ] as const) {
      const { seen, run } = busy(platform, 1, code);
      assert.throws(run, { code });
      assert.deepEqual(seen, { tried: 1, waits: 0, waited: 0 });
    }
  });
});

it('what forbids it from the start is not tried', () => {
  const { seen, run } = busy('linux', 0, '', () => 'it is gone');
  assert.equal(run(), 'it is gone');
  assert.equal(seen.tried, 0);
});
