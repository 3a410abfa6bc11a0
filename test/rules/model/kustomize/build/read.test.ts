import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KustomizeError, UnknownError } from '../../../../../rules/model/kustomize/build/errors.ts';
import { jsonOf } from '../../../../../rules/model/kustomize/build/node.ts';
import { readNodes } from '../../../../../rules/model/kustomize/build/read.ts';

const values = (text: string, words?: 'booleans'): unknown =>
  JSON.parse(JSON.stringify(readNodes(text, 'x.yaml', words).map(jsonOf)));

describe('a file as nodes', () => {
  it('has its words as the reader has them that Kustomize uses for it', () => {
    assert.deepEqual(values('on: yes\nt: true\nd: 2020-01-02'), [{ on: 'yes', t: true, d: '2020-01-02T00:00:00Z' }]);
    assert.deepEqual(values('on: yes', 'booleans'), [{ true: true }]);
  });

  it('ends a block without a line feed where the file does', () => {
    assert.deepEqual(values('a: |\n  x\n  y'), [{ a: 'x\ny' }]);
    assert.deepEqual(values('a: |\n  x\n  y\n'), [{ a: 'x\ny\n' }]);
    assert.deepEqual(values('a: >-\n  x\n  y'), [{ a: 'x y' }]);
  });

  it('has what its anchors stand for', () => {
    assert.deepEqual(values('a: &a {x: 1}\nb: *a\nc: {<<: *a, x: 2, y: 3}\n---\n---\n# nothing\n'), [
      { a: { x: 1 }, b: { x: 1 }, c: { x: 2, y: 3 } },
    ]);
  });

  it('is refused where it is no YAML, and unknown where it stands for too much', () => {
    assert.throws(() => readNodes('a: [', 'x.yaml'), KustomizeError);
    let text = `l0: &l0 [${'x,'.repeat(20)}]\n`;
    for (let level = 1; level < 3; level++) text += `l${level}: &l${level} [${`*l${level - 1},`.repeat(100)}]\n`;
    assert.throws(
      () => readNodes(text, 'x.yaml'),
      (error) => error instanceof UnknownError || error instanceof KustomizeError,
    );
  });
});
