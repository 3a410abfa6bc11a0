import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LineTable, lineEnd, lineEndingOf, lineStart, nextLine } from '../../../rules/text/source.ts';

describe('LineTable', () => {
  const text = '\uFEFFa\r\nb😀c\n\nd\re';
  const table = new LineTable(text);

  it('counts lines by LF and CRLF, never by a lone CR', () => {
    assert.equal(table.lineCount, 4);
    assert.deepEqual(table.positionAt(text.indexOf('e')), { line: 3, character: 2 });
  });

  it('counts columns in UTF-16 units, the byte order mark among them', () => {
    assert.deepEqual(table.positionAt(text.indexOf('a')), { line: 0, character: 1 });
    assert.deepEqual(table.positionAt(text.indexOf('c')), { line: 1, character: 3 });
  });

  it('takes every offset to a position and back', () => {
    for (let offset = 0; offset <= text.length; offset++)
      assert.equal(table.offsetAt(table.positionAt(offset)), offset);
  });

  it('clamps what lies outside', () => {
    assert.deepEqual(table.positionAt(1000), table.positionAt(text.length));
    assert.deepEqual(table.positionAt(-1), { line: 0, character: 0 });
    assert.equal(table.offsetAt({ line: 99, character: 0 }), text.length);
    assert.equal(table.offsetAt({ line: -1, character: 5 }), 0);
  });
});

describe('lines around an offset', () => {
  const text = 'ab\r\ncd\nef';

  it('end before their line break', () => {
    assert.equal(lineEnd(text, 0), 2);
    assert.equal(lineEnd(text, 4), 6);
    assert.equal(lineEnd(text, 7), 9);
  });

  it('begin after the last one', () => {
    assert.deepEqual(
      [0, 1, 3, 4, 5, 9].map((offset) => lineStart(text, offset)),
      [0, 0, 0, 4, 4, 7],
    );
    assert.deepEqual(
      [0, 4, 7].map((offset) => nextLine(text, offset)),
      [4, 7, 9],
    );
  });

  it('have the ending of the first line', () => {
    assert.equal(lineEndingOf(text), '\r\n');
    assert.equal(lineEndingOf('a\nb\r\n'), '\n');
    assert.equal(lineEndingOf('a'), '\n');
  });
});
