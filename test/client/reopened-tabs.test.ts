import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ReopenedTabs } from '../../client/reopened-tabs.ts';

it('tells of a file that is opened soon after it was closed, once', () => {
  let now = 0;
  const tabs = new ReopenedTabs(() => now);
  assert.equal(tabs.changed(['a'], []), false);
  assert.equal(tabs.changed(['b'], ['a']), false);
  now = 9_000;
  assert.equal(tabs.changed(['a'], ['b']), true);
  assert.equal(tabs.changed(['a'], []), false);
  now = 20_000;
  assert.equal(tabs.changed(['b'], []), false, 'that was long ago');
});

it('tells of a tab that is moved, which is closed and opened at once', () => {
  assert.equal(new ReopenedTabs(() => 0).changed(['a'], ['a']), true);
});
