import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readFully } from '../../../rules/yaml/full-reader.ts';
import { joinLooseQuotes } from '../../../rules/yaml/loose-quotes.ts';

const loose = `a:
  description: 'Conference is the Schema
  of conferences, and isn''t
    more'
  type: "of
  text"
b: 1
`;

describe('quoted texts whose lines stand no deeper than their key', () => {
  it('are read as the reader of Kubernetes does', () => {
    const { root, problems } = readFully(loose, undefined);
    assert.deepEqual(problems, []);
    assert.ok(root?.kind === 'map');
    const inner = root.pairs[0]?.value;
    assert.ok(inner?.kind === 'map');
    assert.deepEqual(
      inner.pairs.map(({ name, value }) => [name, value?.kind === 'scalar' ? value.text : '']),
      [
        ['description', "Conference is the Schema of conferences, and isn't more"],
        ['type', 'of text'],
      ],
    );
    assert.equal(root.pairs[1]?.name, 'b');
    assert.equal(root.pairs[1]?.value?.start, loose.indexOf('1'));
  });

  it('keep their length, in either line ending', () => {
    for (const text of [loose, loose.replaceAll('\n', '\r\n')]) {
      const joined = joinLooseQuotes(text);
      assert.equal(joined?.text.length, text.length);
      assert.deepEqual(readFully(text, undefined).problems, []);
    }
  });

  it('are none where lines stand deeper, or the quote is never closed', () => {
    assert.equal(joinLooseQuotes("a: 'x\n  y'\nb: 1\n"), undefined);
    assert.equal(joinLooseQuotes("a: 'x\nb: 1\n"), undefined);
    const { problems } = readFully("a: 'x\nb: 1\n", undefined);
    assert.ok(problems.some(({ message }) => /Missing closing/.test(message)));
  });
});
