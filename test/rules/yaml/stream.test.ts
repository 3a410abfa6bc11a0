import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readStream, slices } from '../../../rules/yaml/stream.ts';

const cut = (text: string): string[] => slices(text).map(({ slice }) => slice);

describe('documents of a file', () => {
  it('are cut at --- in the first column', () => {
    assert.deepEqual(cut('a: 1\n---\nb: 2\n--- # c\nc: 3\n'), ['a: 1\n', '---\nb: 2\n', '--- # c\nc: 3\n']);
    assert.deepEqual(cut('---\na: 1\r\n---\r\nb: 2\r\n'), ['---\na: 1\r\n', '---\r\nb: 2\r\n']);
  });

  it('are not cut inside an indented block scalar, nor at ----', () => {
    assert.equal(cut('a: |\n  ---\n  x\n').length, 1);
    assert.equal(cut('a: 1\n----\n').length, 1);
  });

  it('cover the whole text', () => {
    const text = '# first\n---\na: 1\n---\n---\nb: 2';
    assert.equal(cut(text).join(''), text);
  });

  it('are taken over when they did not change, wherever they moved', () => {
    const before = readStream('a: 1\n---\nb: 2\n---\nc: 3\n');
    const after = readStream('a: 111\n---\nb: 2\n---\nc: 3\n', before);
    assert.equal(after.documents[1]?.document, before.documents[1]?.document);
    assert.notEqual(after.documents[0]?.document, before.documents[0]?.document);
    assert.equal(after.documents[2]?.offset, (before.documents[2]?.offset ?? 0) + 2);
  });

  it('do not damage each other', () => {
    const { documents } = readStream('a: [\n---\nb: 2\n');
    assert.deepEqual(
      documents.map(({ document }) => document.problems.length > 0),
      [true, false],
    );
  });
});
