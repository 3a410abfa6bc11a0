import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { partOf, readOperations } from '../../../../rules/model/kustomize/json-patch.ts';

describe('a JSON patch', () => {
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
