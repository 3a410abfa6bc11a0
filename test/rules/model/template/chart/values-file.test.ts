import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readValues } from '../../../../../rules/model/template/chart/values-file.ts';
import { isDict, type Value } from '../../../../../rules/model/template/value/value.ts';

const plain = (value: Value): unknown =>
  isDict(value) ? Object.fromEntries([...value].map(([key, item]) => [key, plain(item)])) : value;

it('the documents of a values file lie one over the other', () => {
  assert.deepEqual(plain(readValues('a: {one: 1, two: 2}\nb: 1\n---\n# nothing\n---\na: {two: 3}\n', 'v.yaml')), {
    a: { one: 1, two: 3 },
    b: 1,
  });
  assert.equal(readValues('', 'v.yaml').size, 0);
});

it('a values file that is no map, or no YAML, is refused by its name', () => {
  assert.throws(() => readValues('- a\n', 'v.yaml'), /cannot load v\.yaml: it is no map/);
  assert.throws(() => readValues('a: [\n', 'v.yaml'));
});
