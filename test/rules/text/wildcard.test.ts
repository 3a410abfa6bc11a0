import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { matchesWildcard } from '../../../rules/text/wildcard.ts';

describe('wildcards', () => {
  for (const [name, pattern, expected] of [
    ['kube-system', 'kube-*', true],
    ['kube-system', '*', true],
    ['kube-system', '*system', true],
    ['kube-system', 'k*b*s*m', true],
    ['kube-system', 'kube', false],
    ['kube-system', '*kube', false],
    ['kube', 'kube*', true],
    ['a.b', 'a?b', false],
    ['', '*', true],
    ['', '', true],
    ['aab', 'a*ab', true],
    ['ab', 'a*ab', false],
  ] as const)
    it(`${pattern} and ${name}`, () => assert.equal(matchesWildcard(name, pattern), expected));

  it('have a sign for one character where that is asked for', () => {
    assert.ok(matchesWildcard('a.b', 'a?b', '?'));
    assert.ok(!matchesWildcard('ab', 'a?b', '?'));
  });
});
