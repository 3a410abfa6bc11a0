import assert from 'node:assert/strict';
import { it } from 'node:test';
import { differing, keysTo, leavesOf } from '../../../../../rules/engine/analyse/charts/leaves.ts';
import { readRendered } from '../../../../../rules/engine/analyse/charts/rendering.ts';
import { Field } from '../../../../../rules/yaml/field.ts';
import { parseDocument } from '../../../../../rules/yaml/parse.ts';

const leaves = (text: string) => leavesOf(parseDocument(text)) ?? new Map();

it('documents differ in the values that one lacks, or that are others', () => {
  const paths = differing(leaves('a: 1\nb: [x, { c: 2 }]\nd: {}\n'), leaves('a: 1\nb: [x, { c: 3 }]\nd: { e: 4 }\n'));
  assert.deepEqual(paths, [['b', 1, 'c'], ['d'], ['d', 'e']]);
});

it('what is unknown is the same as long as its mark is', () => {
  const mark = (reason: string): string => `\uE0F0${reason}\uE0F2`;
  const read = (text: string) => leavesOf(readRendered(text)) ?? new Map();
  const text = `a: ${mark('\uE101')}\nb: 1\n${'\uE0F1\uE102\uE0F2'}\n`;
  assert.deepEqual(differing(read(text), read(text.replace('b: 1', 'b: 2'))), [['b']]);
  assert.deepEqual(differing(read(text), read(text.replace('\uE101', '\uE103'))), [['unknown marks'], ['a']]);
  assert.deepEqual(differing(read(text), read(text.replace('\uE102', '\uE103'))), [['unknown marks']]);
});

it('keys lead from the root to a field, written or not', () => {
  const root = Field.root(parseDocument('a: [{ b: 1 }]\n'), true);
  assert.deepEqual(keysTo(root.at('a', 0, 'b', 'c')), ['a', 0, 'b', 'c']);
});
