/** Measures one family at four sizes, each twice the one before: `growth-child NAME CHARACTERS`. Prints what is known after each size as a line of JSON. */
import { runFamily } from './families/family.ts';
import { families } from './families/index.ts';

export interface Growth {
  /** Milliseconds of the processor at each size. */
  readonly times: readonly number[];
  readonly exponent: number;
  /** Findings at the largest size. */
  readonly findings: number;
}

const steps = 4;
/** Milliseconds; what takes longer is measured once. */
const long = 800;

/** The slope of the line through the logarithms, weighed by nothing. */
function exponentOf(sizes: readonly number[], times: readonly number[]): number {
  const xs = sizes.map(Math.log);
  const ys = times.map(Math.log);
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const over = xs.reduce((sum, x, i) => sum + (x - mx) * ((ys[i] ?? 0) - my), 0);
  return over / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
}

const [name, characters] = process.argv.slice(2);
const family = families.find((one) => one.name === name);
const most = Number(characters);
if (family === undefined) throw new Error(`There is no family ${name}.`);
// Warm, so that compiling is nobody's growth.
for (let i = 0; i < 5; i++) await runFamily(family, most / 2 ** (steps + 2));
const sizes: number[] = [];
const times: number[] = [];
for (let size = most / 2 ** (steps - 1); size <= most; size *= 2) {
  let best = Number.POSITIVE_INFINITY;
  let findings = 0;
  for (let run = 0; run < 3 && (run === 0 || best < long); run++) {
    const start = process.cpuUsage().user;
    findings = await runFamily(family, size);
    best = Math.min(best, (process.cpuUsage().user - start) / 1000);
  }
  sizes.push(size);
  times.push(best);
  console.log(JSON.stringify({ times, findings, exponent: exponentOf(sizes, times) } satisfies Growth));
}
