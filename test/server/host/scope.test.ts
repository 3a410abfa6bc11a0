import assert from 'node:assert/strict';
import { it } from 'node:test';
import { scopeOf } from '../../../server/host/scope.ts';
import { memoryFiles } from './memory-files.ts';

it('a scope is the nearest folder with a configuration, else the repository, else the path itself', async () => {
  const files = memoryFiles({
    '/r/.git/HEAD': '',
    '/r/a/.seaworthy.yaml': '',
    '/r/a/b/x.yaml': '',
    '/r/c/x.yaml': '',
    '/other/x.yaml': '',
  });
  assert.equal(await scopeOf(files, '/r/a/b/x.yaml'), '/r/a');
  assert.equal(await scopeOf(files, '/r/c'), '/r');
  assert.equal(await scopeOf(files, '/other'), '/other');
  assert.equal(await scopeOf(files, '/other/x.yaml'), '/other/x.yaml');
});
