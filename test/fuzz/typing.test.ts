import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { rules } from '../../rules/catalog/index.ts';
import { root } from '../../tools/root.ts';
import { typed } from '../harness/typing/typed.ts';
import { typeExample } from './typing.ts';

const catalog = join(root, 'rules', 'catalog');
const subjects = readdirSync(catalog, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? entry.name : [],
);

const shop = readFileSync(join(root, 'test', 'harness', 'typing', 'shop.yaml'), 'utf8');

describe('typed key by key, and nothing is taken back', () => {
  for (const subject of subjects) {
    const files = new Set(readdirSync(join(catalog, subject)));
    const rule = rules.find(({ id }) => files.has(`${id}.ts`));
    it(`an example of ${subject}, good and bad`, async () => {
      const [good, bad] = [rule?.examples.good[0], rule?.examples.bad[0]];
      assert.ok(rule !== undefined && good !== undefined && bad !== undefined);
      assert.deepEqual((await typeExample(good)).failures, []);
      const { failures, seen } = await typeExample(bad);
      assert.deepEqual(failures, []);
      assert.ok(seen.has(rule.id));
    });
  }

  it('a manifest of 300 lines', async () => {
    const { blinks, end, whole } = await typed({ 'shop.yaml': shop }, 'shop.yaml');
    assert.deepEqual(blinks, []);
    assert.deepEqual(end, whole);
  });

  // First and last line, counted from one: a key and its value, whole objects, half of one and half of the next, a line of a list.
  for (const [first, last] of [
    [9, 13],
    [34, 38],
    [49, 50],
    [87, 90],
    [93, 97],
    [160, 164],
    [254, 254],
  ] as const)
    it(`lines ${first} to ${last} of it, while the others are there`, async () => {
      const lines = shop.split('\n');
      const offset = (count: number): number => lines.slice(0, count).join('\n').length;
      const stretch = { start: offset(first - 1), end: offset(last) };
      const { blinks, end, whole } = await typed({ 'shop.yaml': shop }, 'shop.yaml', stretch);
      assert.deepEqual(blinks, []);
      assert.deepEqual(end, whole);
    });
});
