import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Turns } from '../../../server/lsp/turns.ts';

it('begins no work before that of others has ended, well or not', async () => {
  const turns = new Turns();
  const order: string[] = [];
  const first = turns.take(async () => {
    order.push('one begins');
    await new Promise((resolve) => setImmediate(resolve));
    order.push('one ends');
    throw new Error('no');
  });
  const second = turns.take(async () => {
    order.push('two begins');
    return 2;
  });
  await assert.rejects(first, /no/);
  assert.equal(await second, 2);
  assert.deepEqual(order, ['one begins', 'one ends', 'two begins']);
});
