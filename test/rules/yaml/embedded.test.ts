import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { embeddedSpans } from '../../../rules/yaml/embedded.ts';
import { Field } from '../../../rules/yaml/field.ts';
import { parseDocument } from '../../../rules/yaml/parse.ts';

/** Where a word of the text of `patch` stands. */
function found(text: string, word: string): string {
  const field = Field.root(parseDocument(text), true).at('patch');
  const start = (field.string ?? '').indexOf(word);
  assert.ok(start >= 0, field.string);
  const span = embeddedSpans(field)({ start, end: start + word.length });
  return text.slice(span.start, span.end);
}

describe('a text within a document', () => {
  for (const [what, text] of Object.entries({
    'keeps its lines': 'patch: |\n  a: 1\n  b:\n    word: x\n',
    'has a header with more in it': 'patch: |2-\n    a: 1\n    word: x\n',
    'has empty lines': 'patch: |\n\n  a: 1\n\n  word: x\n\nnext: 1\n',
    'has the line endings of Windows': 'patch: |\r\n  a: 1\r\n  word: x\r\n',
    'is the last': 'a: 1\npatch: |-\n  word',
  }))
    it(`is found to the letter where it ${what}`, () => assert.equal(found(text, 'word'), 'word'));

  it('is found as a whole in other scalars', () => {
    assert.equal(found('patch: "a: 1\\nword: x"\n', 'word'), '"a: 1\\nword: x"');
    assert.equal(found('patch: >\n  a\n  word\n', 'word'), 'patch');
  });
});
