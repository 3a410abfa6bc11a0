/** Mixes files of all types and looks whether the laws hold. Every input has a number: with the seed, it can be made again. */
import { heapInUse } from '../tools/heap.ts';
import { Broken, hold, slowestStep } from './holds.ts';
import type { FileSet } from './ingredients.ts';
import { spliced } from './mangle.ts';
import { Random } from './random.ts';

export interface SpliceOptions {
  readonly sets: readonly FileSet[];
  readonly count: number;
  readonly seed: number;
  /** Told now and then how far it is. */
  readonly onProgress?: (line: string) => void;
}

export interface SpliceRun {
  readonly inputs: number;
  readonly findings: number;
  /** Milliseconds of the processor. */
  readonly slowest: number;
  /** Megabytes in use after a tenth, two tenths, ... of the inputs. */
  readonly memory: readonly number[];
  /** One for each law and rule that broke it, with the smallest files that were found. */
  readonly failures: readonly string[];
}

export async function runSplice({ sets, count, seed, onProgress }: SpliceOptions): Promise<SpliceRun> {
  const failures = new Map<string, { times: number; readonly report: string }>();
  const memory: number[] = [];
  let findings = 0;
  for (let number = 0; number < count; number++) {
    const set = spliced(sets, new Random(seed + number));
    try {
      findings += await hold(set, new Random(number));
    } catch (error) {
      const name = nameOf(error);
      const known = failures.get(name);
      if (known === undefined) {
        const files = await smallest(set, name, number);
        failures.set(name, { times: 1, report: `input ${number}: ${textOf(error)}\n${shown(files)}` });
        onProgress?.(`input ${number}: ${name}`);
      } else known.times++;
    }
    if ((number + 1) % Math.ceil(count / 10) === 0) {
      memory.push(Math.round(heapInUse() / 2 ** 20));
      onProgress?.(`${number + 1} inputs, ${findings} findings, ${memory.at(-1)} MB, slowest step ${slowestStep()} ms`);
    }
  }
  const reports = [...failures.values()].map(({ times, report }) => `${times} times. ${report}`);
  return { inputs: count, findings, slowest: slowestStep(), memory, failures: reports };
}

const textOf = (error: unknown): string =>
  error instanceof Broken
    ? error.message
    : error instanceof Error
      ? `throws: ${error.stack ?? error.message}`
      : String(error);

/** Failures of one kind have one name: the law and who broke it, without what differs from text to text. */
function nameOf(error: unknown): string {
  const place = error instanceof Broken ? '' : /\n\s+at (\S+)/.exec((error as Error).stack ?? '')?.[1];
  return `${textOf(error).split('\n')[0]} ${place}`.replaceAll(/"[\s\S]*|\d+/g, '').slice(0, 80);
}

/** Takes away files and lines as long as the same law is broken. */
async function smallest(set: FileSet, name: string, number: number): Promise<FileSet> {
  if (name.startsWith('takes long')) return set;
  let left = 400;
  const breaks = async (files: FileSet): Promise<boolean> => {
    if (left-- <= 0) return false;
    try {
      await hold(files, new Random(number));
      return false;
    } catch (error) {
      return nameOf(error) === name;
    }
  };
  let files = set;
  for (const path of Object.keys(set)) {
    const { [path]: _, ...rest } = files;
    if (await breaks(rest)) files = rest;
  }
  for (const path of Object.keys(files)) {
    let lines = (files[path] ?? '').split(/(?<=\n)/);
    for (let size = Math.ceil(lines.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let at = 0; at < lines.length; ) {
        const fewer = [...lines.slice(0, at), ...lines.slice(at + size)];
        if (await breaks({ ...files, [path]: fewer.join('') })) lines = fewer;
        else at += size;
      }
    }
    files = { ...files, [path]: lines.join('') };
  }
  return files;
}

const shown = (files: FileSet): string =>
  Object.entries(files)
    .map(([path, text]) => `  === ${path}\n  ${JSON.stringify(text)}`)
    .join('\n');
