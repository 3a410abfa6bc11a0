/**
 * How work grows with its input, for every family of `families/`: `npm run bench -- growth [PART OF A NAME] [CHARACTERS]`. Prints milliseconds of the
 * processor at each doubling and the exponent of the line through them: 1 is linear, 2 quadratic. Each family has a process of its own, which is ended when it
 * takes too long.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundled } from './bundle.ts';
import { families } from './families/index.ts';
import type { Growth } from './growth-child.ts';

/** Characters; up to where a family is measured: a part more still fits into what a Dockerfile may have. */
const largest = 504 * 1024;
/** Milliseconds on the wall, for machines that have other work. */
const timeLimit = 300_000;
/** Milliseconds; less is all noise. */
const noise = 60;
export const exponentLimit = 1.3;

interface FamilyGrowth extends Growth {
  readonly name: string;
  /** False: it was ended, or it failed. */
  readonly finished: boolean;
  /** Whether it takes so little time that the exponent says nothing. */
  readonly short: boolean;
}

/**
 * Measures families one after the other.
 * @param wanted whether a family is measured, by its name. @param most characters of the largest text.
 */
export async function* growthOf(wanted: (name: string) => boolean, most = largest): AsyncGenerator<FamilyGrowth> {
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-growth-'));
  try {
    const program = await bundled('test/bench/growth-child.ts', folder);
    for (const { name } of families) if (wanted(name)) yield await inChild(program, name, most);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function inChild(program: string, name: string, most: number): Promise<FamilyGrowth> {
  const child = spawn(process.execPath, [program, name, String(most)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  const timer = setTimeout(() => {
    child.kill('SIGKILL');
  }, timeLimit);
  return new Promise((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      const last = out.trim().split('\n').at(-1) ?? '';
      const none: Growth = { times: [], exponent: Number.NaN, findings: 0 };
      const growth = last === '' ? none : (JSON.parse(last) as Growth);
      resolve({ ...growth, name, finished: code === 0, short: (growth.times.at(-1) ?? 0) < noise });
    });
  });
}

/** Prints the table. @param part of the names of families. */
export async function growth(part: string, most?: number): Promise<void> {
  for await (const { name, times, exponent, findings, finished, short } of growthOf(
    (family) => family.includes(part),
    most,
  )) {
    const good = finished && (short || exponent <= exponentLimit);
    const shown = !finished ? 'unfinished' : short ? 'short' : exponent.toFixed(2);
    console.log(
      `${good ? ' ok ' : 'MISS'}  ${name}: n^${shown} (${times.map((ms) => ms.toFixed(0)).join(', ')} ms; ${findings} findings)`,
    );
  }
}
