import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KustomizeError } from '../../../../../rules/model/kustomize/build/errors.ts';
import { operated } from '../../../../../rules/model/kustomize/build/json-operations.ts';
import { type Json, jsonOf, type MapNode, nodeOfJson } from '../../../../../rules/model/kustomize/build/node.ts';

const after = (base: Json, ...operations: readonly Json[]): unknown =>
  JSON.parse(JSON.stringify(jsonOf(operated(nodeOfJson(base) as MapNode, nodeOfJson(operations)))));

describe('a JSON patch', () => {
  it('adds, replaces, removes, moves, copies and tests', () => {
    assert.deepEqual(after({ a: 1 }, { op: 'add', path: '/b', value: 2 }), { a: 1, b: 2 });
    assert.deepEqual(after({ a: { b: [1, 2] } }, { op: 'replace', path: '/a/b/1', value: 3 }), { a: { b: [1, 3] } });
    assert.deepEqual(after({ a: [1, 2] }, { op: 'remove', path: '/a/0' }), { a: [2] });
    assert.deepEqual(after({ a: [1] }, { op: 'add', path: '/a/-', value: 2 }, { op: 'add', path: '/a/0', value: 0 }), {
      a: [0, 1, 2],
    });
    assert.deepEqual(after({ 'a/b': { '~c': 1 } }, { op: 'replace', path: '/a~1b/~0c', value: 2 }), {
      'a/b': { '~c': 2 },
    });
    assert.deepEqual(after({ a: 1 }, { op: 'move', from: '/a', path: '/b' }, { op: 'copy', from: '/b', path: '/c' }), {
      b: 1,
      c: 1,
    });
    assert.deepEqual(after({ a: { b: [1] } }, { op: 'test', path: '/a', value: { b: [1] } }), { a: { b: [1] } });
  });

  it('is refused where it leads to what is not there, or a test fails', () => {
    for (const operation of [
      { op: 'remove', path: '/a/x' },
      { op: 'remove', path: '/none' },
      { op: 'add', path: '/x/y', value: 1 },
      { op: 'add', path: '/a/7', value: 1 },
      { op: 'replace', path: '/a/7', value: 1 },
      { op: 'test', path: '/a', value: [2] },
      { op: 'copy', from: '/none', path: '/b' },
      { op: 'nonsense', path: '/a' },
    ])
      assert.throws(() => after({ a: [1] }, operation), KustomizeError, JSON.stringify(operation));
  });
});
