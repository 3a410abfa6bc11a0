import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Waiting } from '../../../../server/lsp/typing/waiting.ts';
import { TestClock } from '../in-process.ts';

/** What waits by a clock, and the URIs that it was woken for. The pause ends after 100 ms. */
function waitingBy(clock: TestClock): { readonly waiting: Waiting; readonly woken: readonly string[] } {
  const woken: string[] = [];
  const waiting = new Waiting(
    clock,
    () => 100,
    (uris) => woken.push(...uris),
  );
  return { waiting, woken };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

it('wakes for what is held once the pause is over, and not before', async () => {
  const clock = new TestClock();
  const { waiting, woken } = waitingBy(clock);
  waiting.looked('a', true);
  clock.pass(99);
  await turn();
  assert.deepEqual(woken, []);
  clock.pass(2);
  await turn();
  assert.deepEqual(woken, ['a']);
  clock.pass(1000);
  await turn();
  assert.deepEqual(woken, ['a'], 'once');
});

it('wakes for what somebody else saw, unless the client is told at once', async () => {
  const clock = new TestClock();
  const { waiting, woken } = waitingBy(clock);
  for (const uri of ['seen', 'told', 'closed']) waiting.looked(uri, true);
  clock.jump(100);
  for (const uri of ['seen', 'told', 'never held']) waiting.looked(uri, false);
  waiting.told('told');
  waiting.forget('closed');
  clock.pass(2);
  await turn();
  assert.deepEqual(woken, ['seen']);
});

it('does not wake again and again for what waits for more than time', async () => {
  const clock = new TestClock();
  let woken = 0;
  const waiting = new Waiting(
    clock,
    () => Number.NEGATIVE_INFINITY,
    () => woken++,
  );
  waiting.looked('a', true);
  waiting.told('a');
  clock.pass(10_000);
  await turn();
  assert.equal(woken, 0);
  waiting.wake();
  assert.equal(woken, 1, 'it was still waiting');
});
