import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KustomizeError } from '../../../../../rules/model/kustomize/build/errors.ts';
import { matches, meets } from '../../../../../rules/model/kustomize/build/select.ts';

describe('selectors of labels', () => {
  const labels = new Map([
    ['app', 'web'],
    ['tier', 'b'],
  ]);

  it('are met by all of their parts', () => {
    for (const selector of ['', 'app=web', 'app==web,tier in (a, b)', 'app!=x,!none', 'none notin (a)', 'app, tier'])
      assert.equal(meets(selector, labels), true, selector);
    for (const selector of ['app=x', 'tier notin (b)', 'none', '!app', 'none in (a)', 'app=web,tier=a'])
      assert.equal(meets(selector, labels), false, selector);
  });

  it('are refused where they are none', () => {
    assert.throws(() => meets('a b c', labels), KustomizeError);
  });
});

describe('expressions', () => {
  it('match a whole text', () => {
    assert.equal(matches('we.', 'web'), true);
    assert.equal(matches('e', 'web'), false);
    assert.equal(matches('a|web', 'web'), true);
    assert.throws(() => matches('(', 'web'), KustomizeError);
  });
});
