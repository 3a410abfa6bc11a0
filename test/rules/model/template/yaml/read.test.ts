import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readYaml } from '../../../../../rules/model/template/yaml/read.ts';
import { toYaml } from '../../../../../rules/model/template/yaml/write.ts';

// sigs.k8s.io/yaml: YAML 1.1 with gaps, through JSON.
const rows: readonly (readonly [string, string])[] = [
  ['a: {{ x }}', 'a:\n  ? map'],
  ['a: "{{ x }}"\nb: 1', "a: '{{ x }}'\nb: 1"],
  ['a: yes\nb: 0644\nc: 1_000\nd: 1e3', 'a: true\nb: 420\nc: 1000\nd: 1000'],
  ['x: &x {k: 1, j: 2}\nz: {<<: *x, k: 3}', 'x:\n  j: 2\n  k: 1\nz:\n  j: 2\n  k: 3'],
  ['# only\n---\na: 1\n---\nb: 2', 'a: 1'],
  ['', 'null'],
  ['a: 1\na: 2', 'a: 2'],
  ['1: a\ntrue: b', '"1": a\n"true": b'],
];

it('reads YAML into values', () => {
  for (const [text, written] of rows.slice(1)) assert.equal(toYaml(readYaml(text)), written, text);
});

it('refuses what is wrong', () => {
  for (const text of ['a: {', 'a: *x', 'null: 1', '[a]: 1', 'a: 1\n b: 2']) assert.throws(() => readYaml(text), text);
});
