import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { LatestAnswer } from '../../client/latest-answer.ts';

function asked(): {
  readonly latest: LatestAnswer<number>;
  readonly taken: number[];
  readonly answers: ((failed?: boolean) => Promise<void>)[];
  isWanted: boolean;
} {
  const taken: number[] = [];
  const answers: ((failed?: boolean) => Promise<void>)[] = [];
  const state = { isWanted: true };
  const latest = new LatestAnswer<number>({
    isWanted: () => state.isWanted,
    ask: () =>
      new Promise((resolve, reject) => {
        const number = answers.length + 1;
        answers.push((failed = false) => {
          if (failed) reject(new Error('stopped'));
          else resolve(number);
          return setImmediate();
        });
      }),
    take: (answer) => taken.push(answer),
  });
  return Object.assign(state, { latest, taken, answers });
}

it('asks once while an answer is awaited, and again for what changed meanwhile', async () => {
  const { latest, taken, answers } = asked();
  latest.look();
  latest.outdated();
  latest.outdated();
  assert.equal(answers.length, 1);
  await answers[0]?.();
  assert.deepEqual([answers.length, taken], [2, [1]]);
  await answers[1]?.();
  latest.look();
  assert.deepEqual([answers.length, taken], [2, [1, 2]]);
});

it('asks nothing that nobody sees, until somebody looks', () => {
  const state = asked();
  state.isWanted = false;
  state.latest.outdated();
  assert.equal(state.answers.length, 0);
  state.isWanted = true;
  state.latest.look();
  assert.equal(state.answers.length, 1);
});

it('asks again when the server that stopped runs again', async () => {
  const { latest, taken, answers } = asked();
  latest.look();
  await answers[0]?.(true);
  assert.deepEqual([answers.length, taken], [1, []]);
  latest.outdated();
  await answers[1]?.();
  assert.deepEqual(taken, [2]);
});
