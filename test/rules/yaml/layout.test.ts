import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isExplicitKey } from '../../../rules/yaml/layout.ts';
import { parseDocument } from '../../../rules/yaml/parse.ts';

/** @returns of each key of the first map, whether it is written with a question mark. */
function explicit(text: string): readonly boolean[] {
  const { root } = parseDocument(text);
  assert.equal(root?.kind, 'map', text);
  return root?.kind === 'map' ? root.pairs.map((pair) => isExplicitKey(text, pair)) : [];
}

describe('a key with a question mark', () => {
  for (const [text, expected] of [
    ['? a\n: 1\n', [true]],
    ['?   a\n: 1\nb: 2\n', [true, false]],
    ['{? a : 1, b: 2}', [false, false]],
    ['{ ? a : 1 }', [true]],
    ['? &x a\n: 1\n', [true]],
    ['? !!str &x a\n: 1\n', [true]],
    ['&x a: 1\n!!str b: 2\n', [false, false]],
    ['{"a":1,"b":2, "c":3}', [false, false, false]],
    ['a?: 1\nb: c ?\n', [false, false]],
  ] as const)
    it(`is known in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(explicit(text), expected);
    });
});
