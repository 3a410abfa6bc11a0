/** Counts what families of texts cost, in a process of its own: `npm run bench -- steps [PART OF A NAME]`. The same on any machine, however busy. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { families } from './families/index.ts';
import type { Answer, Question } from './steps-child.ts';

/** In characters, four times the text. */
const sizes = [8 * 1024, 32 * 1024];
/** Four times the text takes four times the steps, and sixteen times where each is looked at for each. */
export const mostGrowth = 5;

export interface StepGrowth extends Answer {
  /** How many times the steps of the small text the large one takes. */
  readonly growth: number;
}

/** @param names of families. Rejects if there is no such family, or if it throws. */
export async function stepsOf(names: readonly string[]): Promise<ReadonlyMap<string, StepGrowth>> {
  const answers = await ask({ names, sizes });
  return new Map(
    [...answers].map(([name, answer]) => {
      const [small = 0, large = 0] = answer.steps;
      return [name, { ...answer, growth: large / small }] as const;
    }),
  );
}

function ask(question: Question): Promise<ReadonlyMap<string, Answer>> {
  const child = fork(join(import.meta.dirname, 'steps-child.ts'), {
    serialization: 'advanced',
    // Of functions that come compiled from a cache, blocks are not counted.
    env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' },
  });
  child.send(question);
  return new Promise((resolve, reject) => {
    child.once('message', (answers) => resolve(answers as ReadonlyMap<string, Answer>));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The process ended with ${code} and said nothing.`)));
  });
}

/** Prints the families that grow most first, and of those that grow too much what grows in them. @returns whether none does. */
export async function printSteps(part: string): Promise<boolean> {
  const all = await stepsOf(families.map(({ name }) => name).filter((name) => name.includes(part)));
  const sorted = [...all].sort(([, a], [, b]) => b.growth - a.growth);
  for (const [name, { growth, steps, suspects }] of sorted) {
    const good = growth <= mostGrowth;
    console.log(`${good ? ' ok ' : 'MISS'}  ${name}: ${growth.toFixed(2)} times (${steps.join(', ')} steps)`);
    if (!good) console.log(suspects.map((suspect) => `        ${suspect}`).join('\n'));
  }
  return sorted.every(([, { growth }]) => growth <= mostGrowth);
}
