import assert from 'node:assert/strict';
import { it } from 'node:test';
import { maskUnknown, Provenance } from '../../../../../rules/model/template/chart/provenance.ts';
import { Text, unknownBlock, unknownText } from '../../../../../rules/model/template/value/text.ts';

const piece = (text: string, start: number, literal: boolean) => ({
  text,
  template: 't',
  start,
  end: start + 9,
  literal,
});

it('a stretch is what wrote it, cut to it', () => {
  const provenance = new Provenance(
    new Text([piece('abc', 10, true), piece('', 0, true), piece('XY', 20, false), piece('def', 30, true)]),
  );
  assert.equal(provenance.text, 'abcXYdef');
  const found = provenance.within(1, 6).map(({ start, end, piece: { text, start: from } }) => [start, end, text, from]);
  assert.deepEqual(found, [
    [1, 3, 'bc', 11],
    [3, 5, 'XY', 20],
    [5, 6, 'd', 30],
  ]);
  assert.deepEqual(
    provenance.within(4, 4).map(({ piece: { text } }) => text),
    ['Y'],
  );
});

it('unknown values are hidden in their line, and unknown lines as lines', () => {
  assert.equal(maskUnknown('a: b\n'), undefined);
  const [value, block] = [unknownText('why'), unknownBlock('why')];
  const text = `a: ${value}\n  ${block}\nb: ${block}\n`;
  const masked = maskUnknown(text);
  assert.equal(masked?.text.length, text.length);
  assert.deepEqual([masked?.inline.length, masked?.lines.length], [2, 1]);
  assert.match(masked?.text ?? '', /^a: x+\n +\nb: x+\n$/);
});
