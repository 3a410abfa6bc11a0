import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Running } from '../../client/running.ts';

it('begins the same work once while it runs, and again when it has ended, well or not', async () => {
  const running = new Running<number>();
  let begun = 0;
  let end = (): void => undefined;
  const slow = async (): Promise<number> => {
    const own = ++begun;
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    return own;
  };
  const both = [running.of('all', slow), running.of('all', slow)];
  end();
  assert.deepEqual(await Promise.all(both), [1, 1]);
  const again = running.of('all', slow);
  end();
  assert.equal(await again, 2);
  await assert.rejects(running.of('all', () => Promise.reject(new Error('no'))));
  assert.equal(await running.of('all', () => Promise.resolve(9)), 9);
});

it('begins other work beside it', async () => {
  const running = new Running<string>();
  const of = (key: string): Promise<string> => running.of(key, () => Promise.resolve(key));
  assert.deepEqual(await Promise.all([of('a'), of('b')]), ['a', 'b']);
});
