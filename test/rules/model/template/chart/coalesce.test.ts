import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { coalesced, coalesceTables, overlaid } from '../../../../../rules/model/template/chart/coalesce.ts';
import type { Dict } from '../../../../../rules/model/template/value/value.ts';
import { readYaml } from '../../../../../rules/model/template/yaml/read.ts';
import { toYaml } from '../../../../../rules/model/template/yaml/write.ts';

const dict = (text: string): Dict => readYaml(text) as Dict;
interface Made {
  readonly name: string;
  readonly values: Dict;
  readonly dependencies: readonly Made[];
}
const chart = (name: string, values: string, dependencies: readonly Made[] = []): Made => ({
  name,
  values: dict(values),
  dependencies,
});

describe('values put together', () => {
  it('merge maps, replace all else, and drop what null stands over', () => {
    const made = coalesced(
      chart('c', '{a: {b: 1, c: 2}, l: [1], gone: 1, d: null}'),
      dict('{a: {b: 9, c: null}, l: [2], gone: null}'),
    );
    assert.equal(toYaml(made), 'a:\n  b: 9\nl:\n- 2');
  });

  it('hand parents and globals down', () => {
    const sub = chart('s', '{size: 1, keep: 2, global: {tier: low, own: 1}}');
    const made = coalesced(chart('c', '{s: {size: 5}, global: {tier: gold}}', [sub]), dict('{s: {size: 7}}'));
    assert.equal(toYaml(made.get('s')), 'global:\n  own: 1\n  tier: gold\nkeep: 2\nsize: 7');
  });

  it('refuse what is no map where a subchart is', () => {
    assert.throws(() => coalesced(chart('c', '{}', [chart('s', '{}')]), dict('{s: 1}')), /type mismatch on s/);
  });

  it('keep null between files, which is what deletes later', () => {
    assert.equal(toYaml(overlaid(dict('{a: {b: 1}}'), dict('{a: {b: null, c: 2}}'))), 'a:\n  b: null\n  c: 2');
    assert.equal(toYaml(coalesceTables(dict('{a: null}'), dict('{a: 1, b: 2}'), true)), 'a: null\nb: 2');
  });
});
