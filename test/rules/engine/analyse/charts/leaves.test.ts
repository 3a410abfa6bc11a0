import assert from 'node:assert/strict';
import { it } from 'node:test';
import { differing, keysTo, leavesOf } from '../../../../../rules/engine/analyse/charts/leaves.ts';
import { Field } from '../../../../../rules/yaml/field.ts';
import { parseDocument } from '../../../../../rules/yaml/parse.ts';

const leaves = (text: string) => leavesOf(parseDocument(text)) ?? new Map();

it('documents differ in the values that one lacks, or that are others', () => {
  const paths = differing(leaves('a: 1\nb: [x, { c: 2 }]\nd: {}\n'), leaves('a: 1\nb: [x, { c: 3 }]\nd: { e: 4 }\n'));
  assert.deepEqual(paths, [['b', 1, 'c'], ['d'], ['d', 'e']]);
});

it('what is unknown in part is not compared', () => assert.equal(leavesOf(parseDocument('a: {{ b }}\n')), undefined));

it('keys lead from the root to a field, written or not', () => {
  const root = Field.root(parseDocument('a: [{ b: 1 }]\n'), true);
  assert.deepEqual(keysTo(root.at('a', 0, 'b', 'c')), ['a', 0, 'b', 'c']);
});
