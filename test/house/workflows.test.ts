/** What the workflows of the repository may do. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { load } from 'js-yaml';
import { root } from '../../tools/root.ts';
import { read } from './sources.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
type Permissions = Readonly<Record<string, string>>;
interface Job {
  readonly steps: readonly Step[];
  readonly permissions?: Permissions;
}
interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, { readonly workflows?: readonly string[] } | null>>;
  readonly permissions?: Permissions;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = '.github/workflows';
const workflows = readdirSync(join(root, folder)).map((file) => {
  const text = read(`${folder}/${file}`);
  const workflow = load(text) as Workflow;
  const jobs = Object.values(workflow.jobs);
  return { file, text, workflow, jobs, steps: jobs.flatMap((job) => job.steps) };
});

describe('every workflow', () => {
  it('runs actions of a pinned commit, with its version beside it', () => {
    for (const { file, text } of workflows)
      for (const [line] of text.matchAll(/^.*\buses:.*$/gm))
        assert.match(line, /uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, file);
  });

  it('says what its token may do', () => {
    for (const { file, workflow } of workflows) assert.ok(workflow.permissions !== undefined, file);
  });

  it('runs scripts that there are, and nothing that an event says', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    for (const { file, text, steps } of workflows) {
      for (const [, script = ''] of text.matchAll(/npm run (?:--silent )?([\w:-]+)/g))
        assert.ok(Object.hasOwn(scripts, script), `${file}: ${script}`);
      for (const { run = '' } of steps) assert.doesNotMatch(run, /\$\{\{\s*(?:github\.(?:event|head)|inputs)/, file);
    }
  });

  it('on a pull request has no right to write, and leaves no token behind for its code', () => {
    const started = workflows.filter(({ workflow }) => Object.hasOwn(workflow.on, 'pull_request'));
    assert.ok(started.length > 1);
    for (const { file, workflow, jobs, steps } of started) {
      for (const permissions of [workflow.permissions, ...jobs.map((job) => job.permissions)])
        for (const right of Object.values(permissions ?? {})) assert.equal(right, 'read', file);
      for (const step of steps.filter(({ uses = '' }) => uses.startsWith('actions/checkout@')))
        assert.equal(step.with?.['persist-credentials'], false, file);
    }
  });

  it('with rights that a pull request has not checks nothing out, and follows one that exists', () => {
    const names = workflows.map(({ workflow }) => workflow.name);
    for (const { file, text, workflow, steps } of workflows) {
      assert.doesNotMatch(text, /pull_request_target/, file);
      const { workflow_run: followed } = workflow.on;
      if (followed === undefined) continue;
      assert.deepEqual(
        steps.filter(({ uses, run = '' }) => uses !== undefined || /\bgit\b|\bnpm\b|\bnode\b/.test(run)),
        [],
        file,
      );
      for (const name of followed?.workflows ?? []) assert.ok(names.includes(name), `${file}: ${name}`);
    }
  });
});

describe('the comment on findings', { skip: process.platform !== 'linux' && 'it runs on Linux' }, () => {
  const ground = mkdtempSync(join(tmpdir(), 'seaworthy-workflow-'));
  after(() => rmSync(ground, { recursive: true, force: true }));
  const { run = '' } = workflows.find(({ file }) => file === 'findings-comment.yml')?.steps[0] ?? {};

  /** @param number what GitHub says of the pull request. @returns the comment, and where it was posted. */
  function posted(findings: string, number = '7'): { readonly comment: string; readonly to: string } | undefined {
    writeFileSync(join(ground, 'made.txt'), findings);
    const stub = [
      '#!/bin/bash',
      `case "$1 $2" in`,
      `'api --method') echo '${number}' ;;`,
      `'run download') mkdir -p "$RUNNER_TEMP/findings" && cp '${ground}/made.txt' "$RUNNER_TEMP/findings/findings.txt" ;;`,
      `'pr comment') echo "$*" > '${ground}/posted' ;;`,
      '*) exit 1 ;;',
      'esac',
    ];
    writeFileSync(join(ground, 'gh'), stub.join('\n'), { mode: 0o755 });
    rmSync(join(ground, 'posted'), { force: true });
    const { status, stderr } = spawnSync('bash', ['-e', '-c', run], {
      encoding: 'utf8',
      env: {
        PATH: `${ground}${delimiter}${process.env.PATH ?? ''}`,
        RUNNER_TEMP: ground,
        GH_REPO: 'a/b',
        HEAD: 'someone:branch',
        HEAD_SHA: '0'.repeat(40),
        RUN_ID: '1',
        RUN_URL: 'https://example.com/1',
      },
    });
    assert.equal(status, 0, stderr);
    if (!existsSync(join(ground, 'posted'))) return undefined;
    const to = readFileSync(join(ground, 'posted'), 'utf8').trim();
    return { comment: readFileSync(join(ground, 'comment.md'), 'utf8'), to };
  }

  it('says how many there are, and which', () => {
    const { comment, to } = posted('repo: 1 findings before, 0 after\ngone    r  f:1  m\n1 differences\n') ?? {};
    assert.match(to ?? '', /^pr comment 7 --edit-last --create-if-none --body-file /);
    assert.match(comment ?? '', /```text\n1 differences\n\nrepo: 1 findings before, 0 after\ngone {4}r {2}f:1 {2}m\n/);
  });

  it('is text, whatever the pull request made', () => {
    const { comment } = posted(`\`\`\`\n<img src=x> @everyone\u001b[31m\0\n${'x'.repeat(100_000)}\n`) ?? {};
    assert.equal(comment?.match(/`/g)?.length, 6, 'nothing ends the block');
    assert.ok([...(comment ?? '')].every((letter) => letter === '\n' || letter >= ' '));
    assert.ok(comment !== undefined && comment.length < 65_536);
  });

  it('is not posted where the pull request went on', () => assert.equal(posted('0 differences\n', ''), undefined));
});
