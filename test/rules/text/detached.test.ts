import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { detached, detachedRecord } from '../../../rules/text/detached.ts';

describe('a text that is kept for long', () => {
  it('stays the same', () => {
    for (const text of ['', 'short', 'a text that is long enough', '\ud800 half a character, and 😀'])
      assert.equal(detached(text), text);
  });

  it('is copied wherever it stands in a record, and nothing else is', () => {
    const set = new Set(['a']);
    const record = JSON.parse('{"__proto__": "own", "list": ["one", {"two": null}], "number": 1}') as object;
    const copy = detachedRecord({ record, set, none: undefined });
    assert.deepEqual(copy, { record, set, none: undefined });
    assert.equal(Object.getOwnPropertyDescriptor(copy.record, '__proto__')?.value, 'own');
    assert.notEqual(copy.record, record);
    assert.equal(copy.set, set);
  });
});
