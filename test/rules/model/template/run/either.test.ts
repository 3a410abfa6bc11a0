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

  it('may differ in lines, which begin no further left than the mark', () => {
    const block = unknownBlock('why', true);
    assert.equal(both('a: 1\n', 'a: 1\nb: 2\n'), `a: 1\n${block}\n`);
    assert.equal(both('a:\n  b: 1\n  c: 1\n', 'a:\n  c: 1\n'), `a:\n  ${block}\n  c: 1\n`);
    assert.equal(both('a:\n  - b: 1\n    c: 1\n', 'a:\n'), `a:\n  ${block}\n`);
    assert.equal(both('a:\n    b: 1\n  c:\n    d: 1\n', 'a:\n    e: 1\n'), `a:\n  ${block}\n`);
  });

  it('may differ in lines behind what stands before them', () => {
    assert.equal(both('a:', 'a:\n  - b: 2'), `a:\n  ${unknownBlock('why', true)}`);
    assert.equal(both('', '\n  - b: 2'), `\n  ${unknownBlock('why', true)}`);
    assert.equal(both('', 'b: 2\n'), unknownBlock('why'), 'nobody knows where in its line it begins');
    assert.equal(both('a:', 'a: 1\nb: 2'), `a:${unknownBlock('why')}`);
  });

  it('begin nobody knows where, where a line is unknown itself', () => {
    const other = unknownBlock('other');
    assert.equal(both('a:\n', `a:\n  b: 1\n  ${other}\n`), `a:\n${unknownBlock('why')}\n`);
    const bounded = unknownBlock('other', true);
    assert.equal(both('a:\n', `a:\n    b: 1\n  ${bounded}\n`), `a:\n  ${unknownBlock('why', true)}\n`);
  });

  it('never cut the mark of what is unknown already', () => {
    assert.equal(both(`p: ${unknownText('a')}`, `p: ${unknownText('ab')}`), `p: ${unknownText('why')}`);
  });
});
