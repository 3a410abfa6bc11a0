import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, partOf, readOperations } from '../../../../rules/model/kustomize/json-patch.ts';
import type { PlainValue } from '../../../../rules/yaml/plain-value.ts';

const after = (base: PlainValue, ...operations: readonly PlainValue[]): unknown => {
  const result = applied(base, readOperations(operations) ?? []);
  return result === undefined ? undefined : JSON.parse(JSON.stringify(result));
};

describe('a JSON patch', () => {
  it('adds, replaces and removes', () => {
    assert.deepEqual(after({ a: 1 }, { op: 'add', path: '/b', value: 2 }), { a: 1, b: 2 });
    assert.deepEqual(after({ a: { b: [1, 2] } }, { op: 'replace', path: '/a/b/1', value: 3 }), { a: { b: [1, 3] } });
    assert.deepEqual(after({ a: [1, 2] }, { op: 'remove', path: '/a/0' }), { a: [2] });
    assert.deepEqual(after({ a: [1] }, { op: 'add', path: '/a/-', value: 2 }, { op: 'add', path: '/a/0', value: 0 }), {
      a: [0, 1, 2],
    });
    assert.deepEqual(after({ 'a/b': { '~c': 1 } }, { op: 'replace', path: '/a~1b/~0c', value: 2 }), {
      'a/b': { '~c': 2 },
    });
  });

  it('fails as a whole where a path leads nowhere', () => {
    for (const operation of [
      { op: 'replace', path: '/b', value: 1 },
      { op: 'remove', path: '/a/x' },
      { op: 'add', path: '/x/y', value: 1 },
      { op: 'add', path: '/a/7', value: 1 },
    ])
      assert.equal(after({ a: [1] }, { op: 'add', path: '/ok', value: 1 }, operation), undefined, operation.path);
  });

  it('is none with operations that say nothing of one place', () => {
    assert.equal(readOperations([{ op: 'move', from: '/a', path: '/b' }]), undefined);
    assert.equal(readOperations({ op: 'add' }), undefined);
    assert.deepEqual(readOperations([]), []);
  });

  it('says a part of an object', () => {
    const [operation] = readOperations([{ op: 'add', path: '/spec/containers/0/stdin', value: true }]) ?? [];
    assert.ok(operation !== undefined);
    assert.deepEqual(partOf(operation), { spec: { containers: [{ stdin: true }] } });
    assert.equal(partOf({ ...operation, op: 'remove' }), undefined);
  });
});
