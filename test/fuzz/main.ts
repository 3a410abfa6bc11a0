/**
 * `npm run fuzz -- [KIND] [NUMBER]`: random input against the laws.
 * Kinds: `examples`, the rules' own examples damaged as typing does, for so many seconds (30);
 * `fixes`, so many generated manifests (20,000) with their fixes alone, in pairs, all at once and in random subsets;
 * `helm`, so many renderings (5,000) of charts with values by chance, by Helm's engine (Go) and here;
 * `splice`, so many folders (20,000) of files of all types mixed, the real ones of ../shared/corpora among them where these are there; a third
 * argument is the seed;
 * `typing`, every example of every rule typed key by key through the server, or of the rules from the given number on.
 */

import { oracleMissing } from '../oracle/go.ts';
import { runExamples } from './examples.ts';
import { runFixes } from './fixes.ts';
import { runHelm } from './helm.ts';
import { limitSteps } from './holds.ts';
import { chartsToRender, corpusSets, exampleSets } from './ingredients.ts';
import { Random } from './random.ts';
import { runSplice } from './splice.ts';
import { runTyping } from './typing.ts';

const kinds: Readonly<
  Record<string, (amount?: number, seed?: number) => string | undefined | Promise<string | undefined>>
> = {
  examples(seconds = 30) {
    const { texts, seed, failure } = runExamples(seconds);
    console.log(`${texts} texts, seed ${seed}`);
    return failure;
  },
  fixes(count = 20_000, given?: number) {
    const { tally, seed, failure } = runFixes(count, given === undefined ? {} : { seed: given });
    const refused = [...tally.refused].map(([reason, times]) => `\n  ${times} refused: ${reason}`);
    console.log(`${tally.objects} manifests, ${tally.edits} edits, seed ${seed}${refused.join('')}`);
    return failure;
  },
  async helm(count = 5_000, seed = Date.now() % 1_000_000_000) {
    const missing = oracleMissing();
    if (missing !== undefined) {
      console.log(`skipped: ${missing}`);
      return undefined;
    }
    const charts = await chartsToRender();
    console.log(`${charts.length} charts, seed ${seed}`);
    const { counts, wrong } = runHelm(charts, count, new Random(seed));
    console.log(JSON.stringify(counts));
    return wrong.length === 0 ? undefined : wrong.join('\n');
  },
  async splice(count = 20_000, seed = Date.now() % 1_000_000_000) {
    const sets = [...exampleSets, ...(await corpusSets())];
    console.log(`${sets.length} sets of files, seed ${seed}`);
    limitSteps(2);
    const { inputs, findings, slowest, memory, failures } = await runSplice({
      sets,
      count,
      seed,
      onProgress: console.log,
    });
    console.log(`${inputs} inputs, ${findings} findings; slowest step ${slowest} ms; memory ${memory.join(', ')} MB`);
    return failures.length === 0 ? undefined : failures.join('\n');
  },
  async typing(from = 0) {
    const { examples, keys, told, failures } = await runTyping({ from, onProgress: console.log });
    console.log(`${examples} examples, ${keys} keys; of ${told} bad ones another rule tells it`);
    return failures.length === 0 ? undefined : `${failures.length} failures`;
  },
};

const [first = 'examples', second, seed] = process.argv.slice(2);
const [kind, amount] = /^\d+$/.test(first) ? ['examples', first] : [first, second];
const run = kinds[kind];
if (run === undefined) {
  console.error(`There is no kind ${kind}; there are: ${Object.keys(kinds).join(', ')}`);
  process.exitCode = 2;
} else {
  const failure = await run(
    amount === undefined ? undefined : Number(amount),
    seed === undefined ? undefined : Number(seed),
  );
  if (failure !== undefined) {
    console.error(failure);
    process.exitCode = 1;
  }
}
