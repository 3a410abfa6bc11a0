/**
 * How the work of a scan grows with its input, for every family of `families.ts`: `npm run bench -- growth [PART OF A NAME]`. Prints milliseconds of the processor at each
 * doubling and the exponent of the line through them: 1 is linear, 2 quadratic. Each family has a process of its own, which is ended when it takes too long.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { rules } from '../../rules/catalog/index.ts';
import { defaultSettings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';
import { type Family, families } from './families.ts';

/** Characters; up to where a family is measured: a part more still fits into what a Dockerfile may have. */
const largest = 504 * 1024;
const steps = 4;
const timeLimit = 60_000;

interface Growth {
  readonly sizes: readonly number[];
  readonly times: readonly number[];
  readonly exponent: number;
  /** Findings at the largest size. */
  readonly findings: number;
}

/** Everything that a scan does with the texts of a family. @returns the number of findings. */
export function scanFamily(family: Family, size: number): number {
  const workspace = new Workspace(rules);
  const settings = { ...(family.settings ?? defaultSettings), profile: 'all' } as const;
  const files = family.make(size);
  for (const file of files) workspace.update(file, settings);
  workspace.complete = true;
  workspace.refresh();
  let count = 0;
  for (const { path } of files) count += workspace.findings(path).length;
  return count;
}

/** The slope of the line through the logarithms, weighed by nothing. */
function exponentOf(sizes: readonly number[], times: readonly number[]): number {
  const xs = sizes.map(Math.log);
  const ys = times.map(Math.log);
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const over = xs.reduce((sum, x, i) => sum + (x - mx) * ((ys[i] ?? 0) - my), 0);
  return over / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
}

/** @param say called after each size with what is known so far. */
function measure(family: Family, most: number, say: (growth: Growth) => void): void {
  // Warm, so that compiling is nobody's growth.
  for (let i = 0; i < 5; i++) scanFamily(family, most / 2 ** (steps + 2));
  const sizes: number[] = [];
  const times: number[] = [];
  for (let size = most / 2 ** (steps - 1); size <= most; size *= 2) {
    let best = Number.POSITIVE_INFINITY;
    let findings = 0;
    for (let run = 0; run < 3 && (run === 0 || best < 800); run++) {
      const start = process.cpuUsage().user;
      findings = scanFamily(family, size);
      best = Math.min(best, (process.cpuUsage().user - start) / 1000);
    }
    sizes.push(size);
    times.push(best);
    say({ sizes, times, findings, exponent: sizes.length < 2 ? Number.NaN : exponentOf(sizes, times) });
  }
}

function inChild(name: string, most: number): Promise<Growth & { readonly ended: boolean }> {
  const child = spawn(
    process.execPath,
    ['--no-warnings', fileURLToPath(import.meta.url), '--child', name, String(most)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let out = '';
  let ended = true;
  const timer = setTimeout(() => {
    child.kill('SIGKILL');
  }, timeLimit);
  return new Promise((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      ended = code === 0;
      const last = out.trim().split('\n').at(-1) ?? '';
      const none = { sizes: [], times: [], exponent: Number.NaN, findings: 0 };
      resolve({ ...(last === '' ? none : (JSON.parse(last) as Growth)), ended });
    });
  });
}

/** Prints the table. @param part of the names of families. */
export async function growth(part: string, most = largest): Promise<void> {
  for (const { name } of families.filter((family) => family.name.includes(part))) {
    const { times, exponent, findings, ended } = await inChild(name, most);
    // A few milliseconds are all noise.
    const short = (times.at(-1) ?? 0) < 60;
    const good = ended && (short || exponent <= 1.3);
    const shown = !ended ? 'unfinished' : short ? 'short' : exponent.toFixed(2);
    console.log(
      `${good ? ' ok ' : 'MISS'}  ${name}: n^${shown} (${times.map((ms) => ms.toFixed(0)).join(', ')} ms; ${findings} findings)`,
    );
  }
}

if (process.argv[2] === '--child') {
  const family = families.find(({ name }) => name === process.argv[3]);
  if (family !== undefined) measure(family, Number(process.argv[4]), (known) => console.log(JSON.stringify(known)));
} else if (process.argv[1] === fileURLToPath(import.meta.url))
  await growth(process.argv[2] ?? '', Number(process.argv[3] ?? largest));
