/**
 * `npm run fuzz -- [KIND] [NUMBER]`: random input against the laws.
 * Kinds: `examples`, the rules' own examples damaged as typing does, for so many seconds (30);
 * `fixes`, so many generated manifests (20,000) with their fixes alone and composed.
 */
import { runExamples } from './examples.ts';
import { runFixes } from './fixes.ts';

const kinds: Readonly<Record<string, (amount: number | undefined) => string | undefined>> = {
  examples(seconds = 30) {
    const { texts, seed, failure } = runExamples(seconds);
    console.log(`${texts} texts, seed ${seed}`);
    return failure;
  },
  fixes(count = 20_000) {
    const { tally, seed, failure } = runFixes(count);
    const refused = [...tally.refused].map(([reason, times]) => `\n  ${times} refused: ${reason}`);
    console.log(`${tally.objects} manifests, ${tally.edits} edits, seed ${seed}${refused.join('')}`);
    return failure;
  },
};

const [first = 'examples', second] = process.argv.slice(2);
const [kind, amount] = /^\d+$/.test(first) ? ['examples', first] : [first, second];
const run = kinds[kind];
if (run === undefined) {
  console.error(`There is no kind ${kind}; there are: ${Object.keys(kinds).join(', ')}`);
  process.exitCode = 2;
} else {
  const failure = run(amount === undefined ? undefined : Number(amount));
  if (failure !== undefined) {
    console.error(failure);
    process.exitCode = 1;
  }
}
