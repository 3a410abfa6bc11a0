/** Every entry of `docs/disagreements.md` still disagrees. Needs the labelled cases, which lie beside the repository and are not part of it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../../tools/root.ts';
import { commandLine } from '../harness/programs.ts';

const corpora = join(root, '..', 'shared', 'corpora');
const score = join(corpora, 'score.mjs');

interface Entry {
  readonly peer: string;
  readonly rule: string;
  readonly case: string;
}

const entries: readonly Entry[] = readFileSync(join(root, 'docs/disagreements.md'), 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => /^[a-z-]+\/[0-9a-f]{12}$/.test(cells[3] ?? ''))
  .map(([, peer = '', rule = '', name = '']) => ({ peer, rule, case: name }));

/** Families whose every row is right, stands in the table, or is out of scope by the rule's id. */
const covered = new Set(['workload', 'config', 'dockerfile', 'rbac', 'network', 'control-plane', 'other']);

type Wrong = readonly [what: string, row: Entry & { readonly family: string }, rules: readonly string[]];
let known: readonly Wrong[] | undefined;

/** The rows that are scored otherwise than labelled. */
function scored(): readonly Wrong[] {
  if (known !== undefined) return known;
  const program = [process.execPath, join(root, commandLine)];
  const done = spawnSync(process.execPath, [score, '--json', '--', ...program], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  assert.equal(done.status, 0, done.stderr);
  known = (JSON.parse(done.stdout) as { wrong: readonly Wrong[] }).wrong;
  return known;
}

/** Every row of every tool. */
function labelled(): readonly { readonly peer: string; readonly family: string }[] {
  const peers = join(corpora, 'peers');
  return readdirSync(peers).flatMap((peer) =>
    readFileSync(join(peers, peer, 'expected.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly peer: string; readonly family: string }),
  );
}

/** Ids of rules by `tool rule`, from the table of what is out of scope. */
const outOfScope = new Set(
  (readFileSync(join(root, 'docs/disagreements.md'), 'utf8').split('## Out of scope')[1] ?? '')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .flatMap(([, tool = '', ids = '']) => ids.split(', ').map((id) => `${tool} ${id}`)),
);

describe('docs/disagreements.md', () => {
  it('names cases, each once', () => {
    const keys = entries.map((entry) => `${entry.case} ${entry.rule}`);
    assert.ok(keys.length > 0);
    assert.deepEqual(
      keys.filter((key, i) => keys.indexOf(key) !== i),
      [],
    );
  });

  it('names only cases that still disagree', {
    skip: existsSync(score) ? false : 'the labelled cases are not here',
  }, () => {
    const wrong = scored();
    const disagrees = ({ peer, rule, case: name }: Entry): boolean =>
      wrong.some(([what, row]) => what !== 'unmapped' && row.peer === peer && row.rule === rule && row.case === name);
    assert.deepEqual(
      entries.filter((entry) => !disagrees(entry)),
      [],
      'these agree now: take them out',
    );
  });

  it('speaks of every row of the covered families that is not right', {
    skip: existsSync(score) ? false : 'the labelled cases are not here',
  }, () => {
    const explained = new Set(entries.map((entry) => `${entry.rule} ${entry.case}`));
    assert.deepEqual(
      scored()
        .filter(([, row]) => covered.has(row.family))
        .filter(([what, row]) =>
          what === 'unmapped' ? !outOfScope.has(`${row.peer} ${row.rule}`) : !explained.has(`${row.rule} ${row.case}`),
        )
        .map(([what, row]) => `${what} ${row.peer} ${row.rule} ${row.case}`),
      [],
    );
  });

  it('speaks of at most three rows in a hundred', {
    skip: existsSync(score) ? false : 'the labelled cases are not here',
  }, () => {
    const wrong = scored();
    const unmapped = wrong.filter(([what]) => what === 'unmapped').length;
    const disagreeing = wrong.length - unmapped;
    const all = labelled().length - unmapped;
    assert.ok(disagreeing <= 0.03 * all, `${disagreeing} of ${all}`);
  });
});
