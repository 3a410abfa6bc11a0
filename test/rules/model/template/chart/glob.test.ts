import assert from 'node:assert/strict';
import { it } from 'node:test';
import { globs } from '../../../../../rules/model/template/chart/glob.ts';

it('patterns match paths as in Helm', () => {
  for (const [pattern, path, is] of [
    ['*.txt', 'a.txt', true],
    ['*.txt', 'conf/a.txt', false],
    ['**.txt', 'conf/a.txt', true],
    ['conf/**', 'conf/a/b.txt', true],
    ['conf/**/b.txt', 'conf/b.txt', false],
    ['a?.txt', 'ab.txt', true],
    ['a?.txt', 'a/.txt', false],
    ['{a,b}.txt', 'b.txt', true],
    ['{a,b}.txt', 'c.txt', false],
    ['[ab].txt', 'a.txt', true],
    ['[!ab].txt', 'a.txt', false],
    ['[!ab].txt', 'c.txt', true],
    ['a\\*.txt', 'a*.txt', true],
    ['a\\*.txt', 'ab.txt', false],
    ['a.txt', 'aXtxt', false],
  ] as const)
    assert.equal(globs(pattern)(path), is, `${pattern} ${path}`);
});

it('a pattern that cannot be read, or has very many stars, matches all', () => {
  for (const pattern of ['{a', '*'.repeat(2).concat('a*b*c*d*')]) assert.ok(globs(pattern)('anything'), pattern);
});

it('a path that is very long matches no star', () => assert.ok(!globs('*')('a'.repeat(300))));
