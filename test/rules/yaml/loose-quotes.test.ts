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

  it('are read where they are items of a list, and with breaks that a backslash hides', () => {
    const text = String.raw`a:
  command:
    - "sh"
    - "wait\
    \ for it;\
   do  it"
    - 'two
   lines'
  opts: "one\
    two"
b: 1
`;
    const { root, problems } = readFully(text, undefined);
    assert.deepEqual(problems, []);
    assert.ok(root?.kind === 'map' && root.pairs[0]?.value?.kind === 'map');
    const [command, opts] = root.pairs[0].value.pairs.map(({ value }) => value);
    assert.ok(command?.kind === 'sequence' && opts?.kind === 'scalar');
    assert.deepEqual(
      command.items.map((item) => (item?.kind === 'scalar' ? item.text : '')),
      ['sh', 'wait for it;do  it', 'two lines'],
    );
    assert.equal(opts.text, 'onetwo');
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
