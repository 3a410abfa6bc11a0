/**
 * `npm test`: every check there is, one line each at the end. `npm test -- NAME...` runs only those steps.
 * Owns the order; must not know what a test does.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { skipped } from '../editor/harness/browser.ts';
import { root } from './root.ts';

type Outcome = 'passed' | 'FAILED' | `skipped: ${string}`;

const inOneProcess = ['--test', '--test-isolation=none'];
const testFiles = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => join('test', file))
  .sort();
const editorSuites = join('test', 'editor');
const isEditorSuite = (file: string): boolean => file.startsWith(editorSuites);

const steps: Readonly<Record<string, () => Outcome>> = {
  types: () => run('tsc', '-b'),
  style: () => run('biome', 'check', '--error-on-warnings'),
  'dead-code': () => run('knip'),
  // First, because tests of the command line and of the language server start what is built.
  package: () => run('node', 'test/tools/package.ts'),
  unit: () => run('node', ...inOneProcess, '--test-reporter=dot', ...testFiles.filter((file) => !isEditorSuite(file))),
  editor() {
    const reason = skipped();
    if (reason !== false) return `skipped: ${reason}`;
    return run('node', ...inOneProcess, ...testFiles.filter(isEditorSuite));
  },
};

function run(command: string, ...args: string[]): Outcome {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    // npm's scripts are batch files there, which only a shell starts.
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}` },
  });
  if (result.error !== undefined) console.error(result.error.message);
  return result.status === 0 ? 'passed' : 'FAILED';
}

function attempt(step: () => Outcome): Outcome {
  try {
    return step();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 'FAILED';
  }
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(steps, name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: ${Object.keys(steps).join(', ')}`);
  process.exit(2);
}
const outcomes: string[] = [];
for (const [name, step] of Object.entries(steps)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n== ${name}`);
  const started = performance.now();
  const outcome = attempt(step);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  outcomes.push(`${name.padEnd(10)} ${outcome} (${seconds} s)`);
  if (outcome === 'FAILED') process.exitCode = 1;
}
console.log(`\n${outcomes.join('\n')}`);
