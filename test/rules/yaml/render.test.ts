import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Field } from '../../../rules/yaml/field.ts';
import { parseDocument } from '../../../rules/yaml/parse.ts';
import { type Quotes, renderScalar } from '../../../rules/yaml/render.ts';

describe('a text as a value', () => {
  it('has quotes where it has to, in the style that was asked for where it can', () => {
    assert.equal(renderScalar('web', 'none'), 'web');
    assert.equal(renderScalar('web', 'single'), "'web'");
    assert.equal(renderScalar('true', 'none'), '"true"');
    assert.equal(renderScalar("it's", 'single'), '"it\'s"');
  });

  it('is the same once it was written as UTF-8 and read again', () => {
    for (const value of [
      '\ud800',
      'a\udfff',
      '\u0000',
      'a\nb',
      '\u001b[2J',
      '\ufeffa',
      'a\u2028b',
      '😀',
      'é',
      'a: b',
      '# a',
    ])
      for (const quotes of ['none', 'single', 'double'] satisfies Quotes[]) {
        const written = Buffer.from(`key: ${renderScalar(value, quotes)}\n`).toString('utf8');
        const document = parseDocument(written);
        assert.deepEqual(document.problems, [], written);
        assert.equal(Field.root(document, true).at('key').string, value, written);
      }
  });
});
