/**
 * Counts the steps of what families of texts cost: how often each block of our code, and of the packages that it calls, was run. A process of its own, since
 * only code that is loaded after counting began is counted whole. What the engine's own functions do within one call, such as a search in a text, is one step.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Session } from 'node:inspector/promises';

export interface Question {
  readonly names: readonly string[];
  /** In characters. */
  readonly sizes: readonly number[];
}

export interface Answer {
  /** At each size. */
  readonly steps: readonly number[];
  /** The functions whose steps grew most beyond their share between the first size and the last, as `file.ts name: 10, then 100`. */
  readonly suspects: readonly string[];
}

const [{ names, sizes }] = (await once(process, 'message')) as [Question];
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/** Steps of each function since the last time it was asked. */
async function taken(): Promise<ReadonlyMap<string, number>> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const steps = new Map<string, number>();
  for (const { url, functions } of result) {
    if (!url.startsWith('file:') || url.includes('/test/')) continue;
    for (const { functionName, ranges } of functions) {
      const name = `${url.split('/').at(-1)} ${functionName}`;
      steps.set(
        name,
        ranges.reduce((sum, { count }) => sum + count, steps.get(name) ?? 0),
      );
    }
  }
  return steps;
}

const total = (steps: ReadonlyMap<string, number>): number =>
  [...steps.values()].reduce((sum, count) => sum + count, 0);

function answerOf(taken: readonly ReadonlyMap<string, number>[]): Answer {
  const [first, last] = [taken[0] ?? new Map(), taken.at(-1) ?? new Map()];
  const times = (sizes.at(-1) ?? 1) / (sizes[0] ?? 1);
  const suspects = [...last]
    .map(([name, count]) => ({ name, count, before: first.get(name) ?? 0 }))
    .sort((a, b) => b.count - times * b.before - (a.count - times * a.before))
    .slice(0, 4);
  return {
    steps: taken.map(total),
    suspects: suspects.map(({ name, count, before }) => `${name}: ${before}, then ${count}`),
  };
}

const { families } = await import('./families/index.ts');
const { runFamily } = await import('./families/family.ts');
const answers = new Map<string, Answer>();
for (const name of names) {
  const family = families.find((one) => one.name === name);
  assert.ok(family !== undefined, `there is no family ${name}`);
  // What is worked out once for all is no part of it.
  await runFamily(family, 512);
  const all: ReadonlyMap<string, number>[] = [];
  for (const size of sizes) {
    await taken();
    await runFamily(family, size);
    all.push(await taken());
  }
  answers.set(name, answerOf(all));
}
process.send?.(answers);
process.disconnect();
