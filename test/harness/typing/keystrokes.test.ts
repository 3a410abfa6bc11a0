import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../rules/catalog/index.ts';
import { applyEdits } from '../../../rules/text/edit.ts';
import { partsOf } from '../scope.ts';
import { readSnippet } from '../snippet.ts';
import { Typist } from './keystrokes.ts';

const versions = (text: string): string[] => {
  let now = '';
  return [...new Typist().types(text)].map((change) => {
    now = applyEdits(now, [change]);
    return now;
  });
};

describe('keystrokes', () => {
  it('close brackets and quotes, and type over them', () => {
    assert.deepEqual(versions('a: ["b"]'), ['a', 'a:', 'a: ', 'a: []', 'a: [""]', 'a: ["b"]']);
  });

  it('indent, and take indentation back', () => {
    assert.deepEqual(versions('a:\n  b:\nc'), [
      'a',
      'a:',
      'a:\n  ',
      'a:\n  b',
      'a:\n  b:',
      'a:\n  b:\n    ',
      'a:\n  b:\n  ',
      'a:\n  b:\n',
      'a:\n  b:\nc',
    ]);
  });

  it('open a bracket over several lines', () => {
    assert.deepEqual(versions('{\n  "a": 1\n}').at(-1), '{\n  "a": 1\n}');
  });

  it('make every example as it is written', () => {
    for (const { id, examples } of rules)
      for (const example of [...examples.bad, ...examples.good])
        for (const { text } of partsOf(readSnippet(example)))
          assert.equal(versions(text).at(-1) ?? '', text.replaceAll('\r', ''), id);
  });
});
