import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Field } from '../../../rules/yaml/field.ts';
import { parseDocument } from '../../../rules/yaml/parse.ts';
import { resolvePlain } from '../../../rules/yaml/scalar.ts';

/** Verdicts of sigs.k8s.io/yaml 1.6.0, the reader of kubectl and the API server. */
const readings: readonly (readonly [string, string | number | boolean | null])[] = [
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ['tRUE', 'tRUE'],
  ['0644', 420],
  ['0o17', 15],
  ['0x1F', 31],
  ['0b101', 5],
  ['-0x10', -16],
  ['1_000', 1000],
  ['+12', 12],
  ['089', 89],
  ['1e3', 1000],
  ['.5', 0.5],
  ['12:30:45', '12:30:45'],
  ['1.2.3', '1.2.3'],
  ['-', '-'],
  ['.inf', Number.POSITIVE_INFINITY],
  ['nginx:1.29', 'nginx:1.29'],
];

describe('plain scalars', () => {
  for (const [text, value] of readings)
    it(`${text || '(nothing)'} is ${JSON.stringify(value)}`, () => assert.equal(resolvePlain(text), value));
});

describe('scalars in a document', () => {
  const at = (text: string, key: string): Field => Field.root(parseDocument(text), true).at(key);

  it('are strings when quoted or in blocks', () => {
    assert.equal(at('a: "true"\n', 'a').value, 'true');
    assert.equal(at('a: |\n  1\n', 'a').value, '1\n');
  });

  it('follow their tag', () => {
    assert.equal(at('a: !!str 1\n', 'a').value, '1');
    assert.equal(at('a: !!bool "true"\n', 'a').value, true);
  });

  it('that are keys are read the same way', () => {
    assert.equal(at('y: 1\n', 'true').integer, 1);
    assert.equal(at('0x10: 1\n', '16').integer, 1);
    for (const key of ['.nan', '.inf', '-.inf']) assert.equal(at(`${key}: 1\n`, key).integer, 1);
    assert.equal(at('.NaN: 1\n', '.nan').integer, 1);
  });
});
