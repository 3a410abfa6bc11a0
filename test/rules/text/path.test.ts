import assert from 'node:assert/strict';
import { it } from 'node:test';
import { baseName, directoryOf, joinPath } from '../../../rules/text/path.ts';

it('paths are keys with slashes', () => {
  assert.equal(directoryOf('file:///a/b.yaml'), 'file:///a');
  assert.equal(baseName('a/b.yaml'), 'b.yaml');
  assert.equal(directoryOf('b.yaml'), '');
});

it('a path is resolved as seen from a folder', () => {
  assert.equal(joinPath('/a/b', '../c/./d.yaml'), '/a/c/d.yaml');
  assert.equal(joinPath('file:///a', 'b.yaml'), 'file:///a/b.yaml');
  assert.equal(joinPath('', 'b.yaml'), 'b.yaml');
  assert.equal(joinPath('/a', '/c/d.yaml'), '/c/d.yaml');
});
