/** Every fix that is offered in a real Dockerfile builds a file that is still one, without the finding and without touching its neighbours. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { before, describe, it } from 'node:test';
import { rules } from '../../rules/catalog/index.ts';
import type { Finding, ResolvedEdit } from '../../rules/engine/findings/finding.ts';
import { parseDockerfile } from '../../rules/model/dockerfile/file.ts';
import { isDockerfileName } from '../../rules/model/dockerfile/name.ts';
import { applyEdits } from '../../rules/text/edit.ts';
import { root } from '../../tools/root.ts';
import { Scope } from '../harness/scope.ts';
import { askOracle } from '../oracle/dockerfile/oracle.ts';
import { oracleMissing } from '../oracle/go.ts';

const corpora = join(root, '..', 'shared', 'corpora');

interface Fixed {
  readonly path: string;
  readonly text: string;
  readonly finding: Finding;
  readonly fix: ResolvedEdit;
  readonly result: string;
  /** How many of its rule there were before. */
  readonly alike: number;
}

const scopeOf = (text: string): Scope => new Scope(rules, { language: 'dockerfile', text });
/** What is written in each instruction, without the lines between them. */
const instructionsOf = (text: string): readonly string[] =>
  parseDockerfile(text).instructions.map(({ span }) => text.slice(span.start, span.end));

function fixesOf(path: string): readonly Fixed[] {
  const text = readFileSync(path, 'utf8');
  const scope = scopeOf(text);
  const { findings } = scope;
  return findings.flatMap((finding) =>
    scope
      .fixes(finding)
      // What adds a file beside the Dockerfile is tried where there are folders.
      .filter((fix): fix is ResolvedEdit => 'edits' in fix && fix.creates === undefined)
      .map((fix) => ({
        path,
        text,
        finding,
        fix,
        result: applyEdits(text, fix.edits),
        alike: findings.filter(({ rule }) => rule === finding.rule).length,
      })),
  );
}

describe('fixes of real Dockerfiles', { skip: existsSync(corpora) ? false : 'the corpora are not here' }, () => {
  let all: readonly Fixed[] = [];
  let paths: readonly string[] = [];
  before(() => {
    paths = readdirSync(corpora, { recursive: true, encoding: 'utf8' })
      .filter((path) => isDockerfileName(basename(path)))
      .map((path) => join(corpora, path));
    all = paths.flatMap(fixesOf);
  });

  it('take the finding away', () => {
    assert.ok(all.length > 500, `${all.length}`);
    for (const { path, finding, fix, result, alike } of all) {
      const left = scopeOf(result).findings.filter(({ rule }) => rule === finding.rule).length;
      assert.ok(left < alike, `${path}: ${finding.rule}: ${fix.title}\n${result}`);
    }
  });

  it('leave the other instructions as they were, when they are safe', () => {
    for (const { path, finding, fix, text, result } of all.filter((fixed) => fixed.fix.level === 'safe')) {
      const [from, to] = [instructionsOf(text), instructionsOf(result)];
      let head = 0;
      while (head < from.length && from[head] === to[head]) head++;
      let tail = 0;
      while (tail < from.length - head && tail < to.length - head && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
      assert.ok(from.length - head - tail <= 1, `${path}: ${finding.rule}: ${fix.title}`);
      assert.ok(to.length - head - tail <= 1, `${path}: ${finding.rule}: ${fix.title}`);
    }
  });

  it('go together, and twice changes nothing', () => {
    for (const path of paths) {
      const scope = scopeOf(readFileSync(path, 'utf8'));
      const once = scope.fixAll();
      if (once === undefined) continue;
      const again = scopeOf(once);
      assert.equal(again.fixAll(), undefined, path);
    }
  });

  it("make files that BuildKit's parser takes", { skip: oracleMissing() ?? false }, (test) => {
    let seen: ReturnType<typeof askOracle>;
    try {
      seen = askOracle(all.flatMap(({ text, result }) => [text, result]));
    } catch (error) {
      test.skip(error instanceof Error ? error.message : String(error));
      return;
    }
    all.forEach(({ path, finding, fix, result }, i) => {
      if (seen[2 * i] === null) return;
      assert.notEqual(seen[2 * i + 1], null, `${path}: ${finding.rule}: ${fix.title}\n${result}`);
    });
  });
});
