import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { progress } from '../../../server/cli/progress.ts';

describe('progress', () => {
  const told = (isTTY: boolean, each: number): string => {
    let now = 0;
    const parts: string[] = [];
    const stream = { isTTY, write: (text: string) => parts.push(text) > 0 };
    const own = progress(stream, () => now);
    own?.found(100);
    for (let i = 0; i < 100; i++) {
      now += each;
      own?.read();
    }
    own?.end();
    return parts.join('');
  };

  it('is told at a terminal alone, after a while, now and then, and leaves nothing', () => {
    assert.equal(told(false, 100), '');
    assert.equal(told(true, 1), '', 'it was quick');
    const lines = told(true, 50).split('\r');
    assert.equal(lines.length, 48);
    assert.equal(lines[1], '\u001b[KChecked 10 of 100 files');
    assert.equal(lines.at(-1), '\u001b[K');
  });
});
