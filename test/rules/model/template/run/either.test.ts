import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bothTexts } from '../../../../../rules/model/template/run/either.ts';
import { Text, unknownBlock, unknownText } from '../../../../../rules/model/template/value/text.ts';

const text = (said: string): Text =>
  new Text([{ text: said, template: 't', start: 0, end: said.length, literal: true }]);
const both = (a: string, b: string): string => bothTexts(text(a), text(b), 'why').toString();

describe('two texts of which one is there', () => {
  it('agree in all that both say', () => {
    assert.equal(both('same', 'same'), 'same');
    assert.equal(both('a: one\n', 'a: two\n'), `a: ${unknownText('why')}\n`);
  });

  it('may differ in lines', () => {
    assert.equal(both('a: 1\n', 'a: 1\nb: 2\n'), `a: 1\n${unknownBlock('why')}`);
  });

  it('never cut the mark of what is unknown already', () => {
    assert.equal(both(`p: ${unknownText('a')}`, `p: ${unknownText('ab')}`), `p: ${unknownText('why')}`);
  });
});
