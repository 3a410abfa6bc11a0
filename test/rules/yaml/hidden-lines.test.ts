import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Field } from '../../../rules/yaml/field.ts';
import { HiddenLines } from '../../../rules/yaml/hidden-lines.ts';
import { parseMasked } from '../../../rules/yaml/parse.ts';

/** A document in which lines of question marks are hidden, and stand for lines that begin no further left; of dots, for any lines. */
function read(text: string): Field {
  const lines = [...text.matchAll(/^( *)(\?+|\.+)$/gm)].map(({ index, 0: line, 1: blanks = '', 2: marks = '' }) => ({
    start: index + blanks.length,
    end: index + line.length,
    ...(marks.startsWith('?') ? { column: blanks.length } : {}),
  }));
  const hidden = text.replaceAll(/^ *(?:\?+|\.+)$/gm, (line) => ' '.repeat(line.length));
  return Field.root(parseMasked(text, { text: hidden, inline: [], lines }), true);
}

const items = 'a:\n  b:\n    - c: 1\n    ??\n    - d: 1\n  e: 1\n';

it('lines that begin right of a map are no part of it, and may be one of the list that they stand in', () => {
  assert.ok(read(items).at('a', 'f').missing);
  assert.ok(!read(items).at('a', 'b', 0, 'f').missing);
  assert.ok(!read(items.replace('??', '..')).at('a', 'f').missing, 'nobody knows where they begin');
  assert.ok(!read(items.replace('    ??', '  ??')).at('a', 'f').missing);
});

it('a key that only such lines follow has a value that nobody knows', () => {
  const value = read('a:\n  b:\n    ??\n  c:\n  d: 1\n');
  assert.equal(value.at('a', 'b').state, 'templated');
  assert.equal(value.at('a', 'c').state, 'null');
  assert.ok(!value.at('a', 'b', 'x').missing);
  assert.ok(value.at('a', 'x').missing);
  assert.equal(read('a:\n  b:\n    ??\n').at('a', 'b').state, 'templated', 'the last one of its map');
  assert.equal(read('a:\n  b:\n  ??\n  d: 1\n').at('a', 'b').state, 'null', 'they may be keys beside it');
});

it('between brackets a hidden line may be anything', () => {
  const text = 'a: {\n       ??\n}\n';
  const lines = [{ start: text.indexOf('?'), end: text.indexOf('?') + 2, column: 7 }];
  const hidden = new HiddenLines(text, lines);
  assert.deepEqual(hidden.partial({ start: 3, end: text.length - 1 }, true), { partial: true });
  assert.equal(hidden.partial({ start: 3, end: text.length - 1 }, false), undefined);
});
