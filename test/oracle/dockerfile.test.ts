import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { before, describe, it } from 'node:test';
import { isDockerfileName } from '../../rules/model/dockerfile/name.ts';
import { root } from '../../tools/root.ts';
import { generateDockerfiles } from './dockerfile/files.ts';
import { askOracle, fixturePath, type SeenFile } from './dockerfile/oracle.ts';
import { seenByUs } from './dockerfile/ours.ts';
import { oracleMissing } from './go.ts';

const corpora = join(root, '..', 'shared', 'corpora');

/** Every Dockerfile of the corpora, by name. */
function realDockerfiles(): readonly string[] {
  return readdirSync(corpora, { recursive: true, encoding: 'utf8' })
    .filter((path) => isDockerfileName(basename(path)))
    .map((path) => join(corpora, path));
}

/** Asks the oracle, or skips the test when it cannot be built here. */
function asked(test: { skip(why: string): void }, texts: readonly string[]): readonly (SeenFile | null)[] | undefined {
  try {
    return askOracle(texts);
  } catch (error) {
    test.skip(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

describe("BuildKit's parser", () => {
  let recorded: readonly { readonly text: string; readonly seen: SeenFile | null }[] = [];
  before(() => {
    recorded = readFileSync(fixturePath, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  });

  it('sees the same instructions in every recorded file that it takes', () => {
    const taken = recorded.filter(({ seen }) => seen !== null);
    assert.ok(taken.length > 1300);
    for (const { text, seen } of taken) assert.deepEqual(seenByUs(text), seen, JSON.stringify(text));
  });

  it('still says what was recorded', { skip: oracleMissing() ?? false }, (test) => {
    const texts = generateDockerfiles(recorded.length);
    const seen = asked(test, texts);
    if (seen !== undefined)
      assert.deepEqual(
        texts.map((text, i) => ({ text, seen: seen[i] })),
        recorded,
        'run: node test/oracle/dockerfile/record.ts',
      );
  });

  it('sees the same instructions in real Dockerfiles', {
    skip: oracleMissing() ?? (existsSync(corpora) ? false : 'the corpora are not here'),
  }, (test) => {
    const paths = realDockerfiles();
    const texts = paths.map((path) => readFileSync(path, 'utf8'));
    const seen = asked(test, texts);
    seen?.forEach((file, i) => {
      if (file !== null) assert.deepEqual(seenByUs(texts[i] ?? ''), file, paths[i]);
    });
  });
});
