/**
 * `npm test`: every check there is; at the end one line each, and how many tests passed in all. `npm test -- NAME...` runs only those steps.
 * Owns the order; must not know what a test does.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { skipped } from '../test/editor/harness/browser.ts';
import type { Counts } from './count-reporter.ts';
import { root } from './root.ts';

type Outcome = Counts & { readonly note?: string };

interface Step {
  /** What it does and how long that usually takes, said before it is quiet for long. */
  readonly about: string;
  readonly run: () => Outcome;
}

const inOneProcess = ['--test', '--test-isolation=none'];
const testFiles = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => join('test', file))
  .sort();
const editorSuites = join('test', 'editor');
const isEditorSuite = (file: string): boolean => file.startsWith(editorSuites);

const unitFiles = testFiles.filter((file) => !isEditorSuite(file));
const editorFiles = testFiles.filter(isEditorSuite);

const steps: Readonly<Record<string, Step>> = {
  types: { about: 'the compiler, 15 s the first time', run: () => check('tsc', '-b') },
  style: { about: 'the formatter and linter, 3 s', run: () => check('biome', 'check', '--error-on-warnings') },
  'dead-code': { about: 'exports that nobody uses, 5 s', run: () => check('knip') },
  // First, because tests of the command line and of the language server start what is built.
  package: { about: 'builds and packs the extension, 5 s', run: () => check('node', 'tools/package.ts') },
  unit: {
    about: `${unitFiles.length} files of tests, five to nine minutes on two cores; a dot is a test, and before the first one all files are loaded`,
    run: () => suites('dot', unitFiles),
  },
  editor: {
    about:
      'the packed extension in a real editor, two minutes; the first time on a machine it fetches the editor from npm (50 MB), and nothing is written meanwhile',
    run() {
      const reason = skipped();
      if (reason !== false) return { passed: 0, failed: 0, skipped: editorFiles.length, note: reason };
      return suites('spec', editorFiles);
    },
  },
};

/** A step that is right or wrong as a whole counts as one test. */
function check(command: string, ...args: string[]): Outcome {
  return run(command, args) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

function suites(reporter: 'dot' | 'spec', files: readonly string[]): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-counts-'));
  try {
    const counts = join(folder, 'counts.json');
    const shown = [`--test-reporter=${reporter}`, '--test-reporter-destination=stdout'];
    const counted = ['--test-reporter=./tools/count-reporter.ts', `--test-reporter-destination=${counts}`];
    const passed = run('node', [...inOneProcess, ...shown, ...counted, ...files]);
    const outcome = countsIn(counts);
    // A process that died, or failed outside any test.
    return passed || outcome.failed > 0 ? outcome : { ...outcome, failed: 1, note: 'it did not end by itself' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countsIn(file: string): Counts {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Counts;
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** @returns whether it ended well. */
function run(command: string, args: readonly string[]): boolean {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    // npm's scripts are batch files there, which only a shell starts.
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}` },
  });
  if (result.error !== undefined) console.error(result.error.message);
  return result.status === 0;
}

function attempt({ run }: Step): Outcome {
  try {
    return run();
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
  const outcome = attempt(step);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  lines.push(`${name.padEnd(10)} ${textOf(outcome)} (${seconds} s)`);
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  total.skipped += outcome.skipped;
}
if (total.failed > 0) process.exitCode = 1;
console.log(`\n${lines.join('\n')}\n\n${textOf(total)}`);
