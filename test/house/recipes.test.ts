/** What others paste into their pipelines: it runs here as far as a machine without their services can. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { load } from 'js-yaml';
import { commands } from '../../server/cli/commands/index.ts';
import { root } from '../../tools/root.ts';
import { commandLine } from '../harness/programs.ts';
import { read } from './sources.ts';

const recipes = [
  'action.yml',
  '.pre-commit-hooks.yaml',
  'docs/ci/gitlab.yml',
  'docs/ci/Jenkinsfile',
  'docs/ci/azure-pipelines.yml',
  'docs/ci/Dockerfile',
  'docs/ci.md',
  'docs/editors.md',
];
const { version } = JSON.parse(read('package.json')) as { readonly version: string };

describe('every recipe', () => {
  it('names the version of this release', () => {
    for (const file of recipes.filter((one) => !one.endsWith('.md')))
      assert.deepEqual(
        [...new Set([...read(file).matchAll(/\b\d+\.\d+\.\d+\b/g)].map(([found]) => found))],
        [version],
        file,
      );
  });

  it('gives commands options that they take', () => {
    let count = 0;
    for (const file of recipes)
      for (const [, name, rest = ''] of read(file).matchAll(
        /seaworthy(?:@[\w.$"-]+)? (scan|baseline|fix|mcp)\b([^\n|;`]*)/g,
      )) {
        const command = commands.find((one) => one.name === name);
        for (const [option] of rest.matchAll(/--[a-z-]+/g)) {
          count++;
          assert.ok(command?.usage.includes(option), `${file}: ${name} ${option}`);
        }
      }
    assert.ok(count > 10);
  });

  it('is harmless by our own rules', () => {
    const done = spawnSync(process.execPath, [join(root, commandLine), 'scan', '--profile', 'strict', 'docs/ci'], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.match(done.stdout, /^Nothing found in 1 file /);
  });
});

it('the task of VS Code reads what a scan writes', () => {
  const ground = mkdtempSync(join(tmpdir(), 'seaworthy-task-'));
  writeFileSync(join(ground, 'Dockerfile'), 'FROM debian:13-slim\nUSER root\n');
  const [, task = ''] = /```json\n(\{\n {2}"version"[^`]+)```/.exec(read('docs/ci.md')) ?? [];
  const [{ args, problemMatcher }] = JSON.parse(task).tasks;
  const done = spawnSync(process.execPath, [join(root, commandLine), ...args.slice(2)], {
    cwd: ground,
    encoding: 'utf8',
  });
  rmSync(ground, { recursive: true });
  const [file, line] = problemMatcher.pattern.map(({ regexp }: { readonly regexp: string }) => new RegExp(regexp));
  const [first = '', second = ''] = done.stdout.split('\n');
  assert.equal(file.exec(first)?.[1], 'Dockerfile');
  assert.deepEqual(line.exec(second)?.slice(1, 3), ['2', '6']);
  assert.equal(line.exec(first), null);
});

describe('the action', { skip: process.platform === 'win32' && 'its shell is bash' }, () => {
  const ground = mkdtempSync(join(tmpdir(), 'seaworthy-action-'));
  after(() => rmSync(ground, { recursive: true, force: true }));
  interface Action {
    readonly inputs: { readonly [name: string]: { readonly default: unknown } };
    readonly runs: {
      readonly steps: readonly [{ readonly run: string; readonly env: { readonly [name: string]: string } }];
    };
  }
  const { inputs, runs } = load(read('action.yml')) as Action;
  const [{ run, env }] = runs.steps;
  before(() => {
    // In the place of the package that npx fetches: the sources.
    writeFileSync(
      join(ground, 'npx'),
      `#!/bin/bash\necho "$2" > '${ground}/asked'\nshift 2\nexec '${process.execPath}' '${join(root, commandLine)}' "$@"\n`,
      { mode: 0o755 },
    );
    writeFileSync(join(ground, 'Dockerfile'), 'FROM debian:13-slim\nUSER root\n');
    writeFileSync(join(ground, 'good.yaml'), 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: b}\n');
  });

  /** As the runner does it: each variable is an input by its name. */
  function start(given: { readonly [input: string]: string } = {}): ReturnType<typeof spawnSync> {
    const values = Object.entries(env).map(([name, expression]) => {
      const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression)?.[1] ?? '';
      assert.ok(Object.hasOwn(inputs, input), expression);
      return [name, given[input] ?? String(inputs[input]?.default)];
    });
    return spawnSync('bash', ['-e', '-o', 'pipefail', '-c', run], {
      cwd: ground,
      encoding: 'utf8',
      env: { ...process.env, ...Object.fromEntries(values), PATH: `${ground}${delimiter}${process.env['PATH'] ?? ''}` },
    });
  }

  it('annotates, and fails by what it finds', () => {
    const { status, stdout } = start();
    assert.equal(status, 1);
    assert.match(String(stdout), /^::error file=Dockerfile,line=2,/);
    assert.equal(readFileSync(join(ground, 'asked'), 'utf8'), `seaworthy@${version}\n`);
    assert.equal(start({ paths: 'good.yaml\n' }).status, 0);
    assert.equal(start({ 'fail-on': 'never' }).status, 0);
  });

  it('writes a file for another step', () => {
    assert.equal(start({ format: 'sarif', output: 'out put.sarif' }).status, 1);
    assert.equal(JSON.parse(readFileSync(join(ground, 'out put.sarif'), 'utf8')).version, '2.1.0');
  });

  it('runs nothing of what it is told', () => {
    const evil = '$(touch marked); `touch marked`; touch marked';
    for (const input of Object.keys(inputs)) if (input !== 'output') start({ [input]: `${evil}\n` });
    assert.ok(!existsSync(join(ground, 'marked')));
    assert.equal(start({ version: '0.1.0 --registry=http://example.com' }).status, 2);
    assert.doesNotMatch(run, /\$\{\{/);
  });
});
