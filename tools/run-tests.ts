/**
 * `npm test`: every check there is; at the end one line each, and how many tests passed in all. `npm test -- NAME...` runs only those steps.
 * Owns the order; must not know what a test does.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { skipped } from '../test/editor/harness/browser.ts';
import type { Counts } from './count-reporter.ts';
import { root } from './root.ts';

type Outcome = Counts & { readonly note?: string };

interface Step {
  /** What it does and how long that usually takes, said before it is quiet for long. */
  readonly about: string;
  readonly run: () => Outcome | Promise<Outcome>;
}

const testFiles = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => join('test', file))
  .sort();
const within = (folder: string, file: string): boolean => file.startsWith(join('test', folder));

const editorFiles = testFiles.filter((file) => within('editor', file));
const unitFiles = testFiles.filter((file) => !editorFiles.includes(file));

/** Those whose files take long each, the longest first. */
const slowFolders = [
  'corpora',
  'fuzz',
  'soak',
  'hostile',
  'oracle',
  join('rules', 'engine', 'fixes'),
  join('server', 'cli'),
  join('server', 'lsp'),
  'tools',
];
/** Files of one process, so that the rules are loaded once for many of them. */
const batchSize = 60;

/** Each is run by a process of its own. */
function batchesOf(files: readonly string[]): readonly (readonly string[])[] {
  const slow = slowFolders.flatMap((folder) => files.filter((file) => within(folder, file)));
  const quick = files.filter((file) => !slow.includes(file));
  const batches = slow.map((file) => [file]);
  for (let at = 0; at < quick.length; at += batchSize) batches.push(quick.slice(at, at + batchSize));
  return batches;
}

const steps: Readonly<Record<string, Step>> = {
  types: { about: 'the compiler, 15 s the first time', run: () => check('tsc', '-b') },
  style: { about: 'the formatter and linter, 3 s', run: () => check('biome', 'check', '--error-on-warnings') },
  'dead-code': { about: 'exports that nobody uses, 5 s', run: () => check('knip') },
  // First, because tests of the command line and of the language server start what is built.
  package: {
    about: 'builds and packs the extension, 5 s',
    async run() {
      const outcome = await check('node', 'tools/package.ts');
      // Tests then start and install what is built, which is faster than the sources (test/harness/programs.ts).
      if (outcome.failed === 0) process.env['SEAWORTHY_BUILT'] = '1';
      return outcome;
    },
  },
  unit: {
    about: `${unitFiles.length} files of tests, as many processes at once as there are cores, two to four minutes on two; a dot is a test`,
    run: () => suites('dot', batchesOf(unitFiles), availableParallelism()),
  },
  editor: {
    about:
      'the packed extension in a real editor, two minutes; the first time on a machine it fetches the editor from npm (50 MB), and nothing is written meanwhile',
    run() {
      const reason = skipped();
      if (reason !== false) return { passed: 0, failed: 0, skipped: editorFiles.length, note: reason };
      // One after the other: two editors at once are too much for two cores that are busy with other things.
      return suites('spec', [editorFiles], 1);
    },
  },
};

/** A step that is right or wrong as a whole counts as one test. */
async function check(command: string, ...args: string[]): Promise<Outcome> {
  return (await run(command, args)) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** @param atOnce how many processes. @returns what all batches came to. */
async function suites(
  reporter: 'dot' | 'spec',
  batches: readonly (readonly string[])[],
  atOnce: number,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-counts-'));
  const outcomes: Outcome[] = [];
  const left = batches.entries();
  const work = async (): Promise<void> => {
    for (const [i, files] of left) outcomes.push(await suite(reporter, files, join(folder, `${i}.json`)));
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return outcomes.reduce((all, one) => ({
    passed: all.passed + one.passed,
    failed: all.failed + one.failed,
    skipped: all.skipped + one.skipped,
    ...(one.note === undefined ? {} : { note: one.note }),
  }));
}

/** @param counts the path of a file that is made, with what became of the tests. */
async function suite(reporter: 'dot' | 'spec', files: readonly string[], counts: string): Promise<Outcome> {
  const shown = [`--test-reporter=${reporter}`, '--test-reporter-destination=stdout'];
  const counted = ['--test-reporter=./tools/count-reporter.ts', `--test-reporter-destination=${counts}`];
  const passed = await run('node', ['--test', '--test-isolation=none', ...shown, ...counted, ...files]);
  const outcome = countsIn(counts);
  // A process that died, or failed outside any test.
  return passed || outcome.failed > 0
    ? outcome
    : { ...outcome, failed: 1, note: `${files.join(', ')} did not end by itself` };
}

function countsIn(file: string): Counts {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Counts;
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** @returns whether it ended well. */
async function run(command: string, args: readonly string[]): Promise<boolean> {
  const child = spawn(command, args, {
    cwd: root,
    stdio: 'inherit',
    // npm's scripts are batch files there, which only a shell starts.
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
      // Hundreds of processes load the same sources.
      NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'),
    },
  });
  try {
    const [status] = await once(child, 'close');
    return status === 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

async function attempt({ run }: Step): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function textOf({ passed, failed, skipped, note }: Outcome): string {
  const text = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return note === undefined ? text : `${text}: ${note}`;
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(steps, name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: ${Object.keys(steps).join(', ')}`);
  process.exit(2);
}
const lines: string[] = [];
const total = { passed: 0, failed: 0, skipped: 0 };
for (const [name, step] of Object.entries(steps)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n== ${name}: ${step.about}`);
  const started = performance.now();
  const outcome = await attempt(step);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  lines.push(`${name.padEnd(10)} ${textOf(outcome)} (${seconds} s)`);
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  total.skipped += outcome.skipped;
}
if (total.failed > 0) process.exitCode = 1;
console.log(`\n${lines.join('\n')}\n\n${textOf(total)}`);
