/** `npm run soak [STEPS [SEED]]`: a long day in an editor, and what it cost. */
import { soak } from './soak.ts';

const [steps = 5000, seed = 1] = process.argv.slice(2).map(Number);
const started = performance.now();
const { differences, failures, latencies, memory, compared } = await soak({
  seed,
  steps,
  files: 200,
  every: Math.max(1, Math.round(steps / 10)),
  onRest: (line) => console.log(line),
});
const at = (share: number): string => (latencies[Math.ceil(share * latencies.length) - 1] ?? 0).toFixed(1);
const megabytes = (bytes: number | undefined): string => `${Math.round((bytes ?? 0) / 2 ** 20)} MB`;
console.log(`
${steps} steps with seed ${seed} in ${((performance.now() - started) / 1000).toFixed(0)} s, ${compared} files compared at rest
diagnostics after an edit: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms
memory of the server: ${megabytes(memory[0])} at first, ${megabytes(memory.at(-1))} at last, ${megabytes(Math.max(...memory))} at most
differences: ${differences.length}, failures: ${failures.length}`);
for (const line of [...differences, ...failures].slice(0, 20)) console.log(line);
if (differences.length + failures.length > 0) process.exitCode = 1;
