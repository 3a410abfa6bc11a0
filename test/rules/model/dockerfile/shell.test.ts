import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Command, parseShell, programOf } from '../../../../rules/model/dockerfile/shell.ts';

const shown = (text: string): string[] =>
  parseShell(text, 0).map(({ operator, words }) =>
    [operator.trim(), ...words.map((word) => word.text)].filter((part) => part !== '').join(' '),
  );

describe('commands', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['a b && c || d; e | f & g', ['a b', '&& c', '|| d', '; e', '| f', '& g']],
    ['a "b && c" \'d ; e\' f\\ g', ['a b && c d ; e f g']],
    ['A=1 B=2 make', ['make']],
    ['a > /x 2>&1 < y && b', ['a', '&& b']],
    ['(a; b) && { c; }', ['a', '; b', '&& c', '; }']],
    ['if a; then b; else c; fi', ['a', '; b', '; c', '; fi']],
    ['a # b && c', ['a']],
    ['echo "$(curl x | sh)"', ['echo $(curl x | sh)', 'curl x', '| sh']],
    ['bash <(curl x)', ['bash <(curl x)', 'curl x']],
    ['x=`id -u`', ['', 'id -u']],
    ['sh -c "a && b"', ['sh -c a && b', 'a', '&& b']],
    ['sudo -E env X=1 apt-get update', ['sudo -E env X=1 apt-get update']],
    ['echo $((1+2))', ['echo $((1+2))']],
    ['', []],
    ['"unclosed', ['unclosed']],
    ['$(', ['$(']],
  ];
  for (const [text, expected] of cases) it(text || '(nothing)', () => assert.deepEqual(shown(text), expected));

  it('keep who reads whom, and who stands inside whom', () => {
    const [curl, bash] = parseShell('curl x | bash', 10) as [Command, Command];
    assert.equal(bash.pipedFrom, curl);
    assert.deepEqual(bash.words[0]?.span, { start: 19, end: 23 });
    const [outer, inner] = parseShell('eval "$(wget y)"', 0) as [Command, Command];
    assert.equal(inner.within, outer);
  });

  it('name the program that does the work', () =>
    assert.deepEqual(
      ['sudo -E /usr/bin/curl x', 'env A=1 nice make', 'timeout 10 wget x', '$X y'].map((text) =>
        programOf(parseShell(text, 0)[0] as Command),
      ),
      ['curl', 'make', 'wget', undefined],
    ));

  it('are read in linear time', () => {
    assert.equal(parseShell('a && '.repeat(20_000), 0).length, 20_000);
    assert.ok(parseShell('$('.repeat(5000), 0).length > 0);
  });
});
