import assert from 'node:assert/strict';
import { it } from 'node:test';
import { deepEqual } from '../../../../../rules/model/template/value/value.ts';
import { readYaml } from '../../../../../rules/model/template/yaml/read.ts';
import { toYaml, toYamlSegments } from '../../../../../rules/model/template/yaml/write.ts';

it('sorts keys as goyaml does, and does not indent lists below their key', () => {
  const value = readYaml('{z: [1, {b: 2, a: 3}], a10: x, a2: "y", B: {}, _c: [], d: [[1], [2]]}');
  assert.equal(toYaml(value), '_c: []\nB: {}\na2: "y"\na10: x\nd:\n- - 1\n- - 2\nz:\n- 1\n- a: 3\n  b: 2');
});

it('writes what it reads', () => {
  for (const text of [
    'a: {b: {c: [1, "x", null, true]}}',
    '[[], {}, [{}]]',
    'a: "x\\ny"\nb: " x"\nc: "1e3"\nd: 1000000',
  ]) {
    const value = readYaml(text);
    assert.ok(deepEqual(readYaml(toYaml(value)), value), text);
  }
});

it('names the path of each value whose map has one', () => {
  const value = readYaml('{a: {b: 1}, c: [x]}') as object;
  const segments = toYamlSegments(value as never, (one) => (one === value ? ['top'] : undefined));
  assert.deepEqual(
    segments
      .filter(({ text, path }) => path !== undefined && text !== '')
      .map(({ text, path }) => [text, path?.join('/')]),
    [
      ['a:', 'top/a'],
      ['b:', 'top/a/b'],
      ['1', 'top/a/b'],
      ['c:', 'top/c'],
      ['x', 'top/c/0'],
    ],
  );
});
