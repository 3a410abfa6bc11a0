/** `npm run soak [STEPS [SEED [FOLDER]]]`: a long day in an editor, and what it cost. Snapshots of the heap at the end go to the folder. */
import { grows, mean } from '../tools/heap.ts';
import { megabytes, soak } from './soak.ts';

const [, , stepsText = '5000', seedText = '1', snapshots] = process.argv;
const [steps, seed] = [Number(stepsText), Number(seedText)];
const started = performance.now();
const { differences, failures, latencies, memory, heaps, compared } = await soak({
  seed,
  steps,
  files: 200,
  every: Math.max(1, Math.round(steps / 10)),
  ...(snapshots === undefined ? {} : { snapshots }),
  onRest: (line) => console.log(line),
});
const at = (share: number): string => (latencies[Math.ceil(share * latencies.length) - 1] ?? 0).toFixed(1);
// Files and open documents are more or fewer from time to time, so that a new server says how much of the heap they are worth.
const more = heaps.map(({ used, fresh }) => used - fresh);
const isGrowing = grows(more, mean(heaps.map(({ used }) => used)));
console.log(`
${steps} steps with seed ${seed} in ${((performance.now() - started) / 1000).toFixed(0)} s, ${compared} files compared at rest
diagnostics after an edit: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms
heap in use, collected: ${heaps.map(({ used }) => megabytes(used)).join(', ')}
more than a new server: ${more.map(megabytes).join(', ')}${isGrowing ? ': it grows' : ''}
resident memory: ${memory.map(megabytes).join(', ')}
differences: ${differences.length}, failures: ${failures.length}`);
for (const line of [...differences, ...failures].slice(0, 20)) console.log(line);
if (differences.length + failures.length > 0 || isGrowing) process.exitCode = 1;
