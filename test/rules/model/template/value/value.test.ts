import assert from 'node:assert/strict';
import { it } from 'node:test';
import { unknownText } from '../../../../../rules/model/template/value/text.ts';
import {
  compareText,
  deepCopy,
  deepEqual,
  Int,
  isTrue,
  kindOf,
  ofType,
  StringDict,
  sortedKeys,
  typeOf,
  Unknown,
  unknownIn,
  ValuesDict,
} from '../../../../../rules/model/template/value/value.ts';

it('is true as Go has it: what is empty or zero is not', () => {
  for (const value of [null, undefined, false, 0, '', new Int(0), [], new Map()]) assert.equal(isTrue(value), false);
  for (const value of [true, 1, '0', 'false', new Int(-1), [null], new Map([['a', null]])])
    assert.equal(isTrue(value), true);
});

it('has the kinds and types of Go', () => {
  assert.deepEqual(['a', 1.5, new Int(1), new Int(1, 'int64'), true, [], new Map(), null].map(kindOf), [
    'string',
    'float64',
    'int',
    'int64',
    'bool',
    'slice',
    'map',
    'invalid',
  ]);
  assert.deepEqual([new StringDict(), new ValuesDict(), ofType('[]string', ['a']), ['a']].map(typeOf), [
    'map[string]string',
    'common.Values',
    '[]string',
    '[]interface {}',
  ]);
});

it('overflows as 64 bits do', () => {
  assert.equal(new Int(1n << 63n).value, -(1n << 63n));
});

it('is ordered by bytes', () => {
  assert.deepEqual(
    sortedKeys(
      new Map([
        ['b', 1],
        ['B', 1],
        ['a', 1],
        ['\u{1F600}', 1],
        ['\uFFFD', 1],
      ]),
    ),
    ['B', 'a', 'b', '\uFFFD', '\u{1F600}'],
  );
  assert.ok(compareText('a', 'ab') < 0);
});

it('is copied to its depths, and equal to its copy', () => {
  const value = new Map([['a', [new Map([['b', 1]])]]]);
  const copy = deepCopy(value);
  assert.ok(deepEqual(copy, value) && copy !== value);
  assert.ok(!deepEqual(new Int(1), 1));
});

it('is unknown where a part of it is', () => {
  assert.equal(unknownIn(new Unknown('why')), 'why');
  assert.equal(unknownIn([`a${unknownText('why')}`]), 'why');
  assert.equal(unknownIn(['a']), undefined);
});
