import assert from 'node:assert/strict';
import { it } from 'node:test';
import { repositories } from '../../../tools/corpus/repositories.ts';

it('names each repository once, at a whole commit', () => {
  assert.equal(new Set(repositories.map(({ name }) => name)).size, repositories.length);
  for (const { name, commit } of repositories) {
    assert.match(name, /^[\w.-]+\/[\w.-]+$/);
    assert.match(commit, /^[0-9a-f]{40}$/, name);
  }
});
