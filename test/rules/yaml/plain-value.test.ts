import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Field } from '../../../rules/yaml/field.ts';
import { parseDocument } from '../../../rules/yaml/parse.ts';
import { plainOf } from '../../../rules/yaml/plain-value.ts';

const of = (text: string): unknown => {
  const value = plainOf(Field.root(parseDocument(text), true));
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
};

it('a document is its values, as Kubernetes reads them', () => {
  assert.deepEqual(of('a: {b: [1, yes, "no", ~, 0644]}\nc: &x {d: 1}\ne: *x\n'), {
    a: { b: [1, true, 'no', null, 420] },
    c: { d: 1 },
    e: { d: 1 },
  });
  assert.deepEqual(of('{"__proto__": 1}'), JSON.parse('{"__proto__": 1}'));
});

it('what a template makes is not known, nor what aliases make without end', () => {
  assert.equal(of('a: {{ .Values.a }}\n'), undefined);
  const lines = Array.from({ length: 20 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`);
  assert.equal(of(`a0: &a0 [x]\n${lines.join('\n')}\n`), undefined);
});
