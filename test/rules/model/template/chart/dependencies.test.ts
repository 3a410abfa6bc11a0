import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ChartFile, loadChart } from '../../../../../rules/model/template/chart/chart.ts';
import { checkDependencies, processDependencies } from '../../../../../rules/model/template/chart/dependencies.ts';
import type { Dict } from '../../../../../rules/model/template/value/value.ts';
import { readYaml } from '../../../../../rules/model/template/yaml/read.ts';
import { toYaml } from '../../../../../rules/model/template/yaml/write.ts';

function chart(dependencies: string, files: readonly ChartFile[] = []) {
  const sub = (name: string): ChartFile[] => [
    { path: `charts/${name}/Chart.yaml`, text: `apiVersion: v2\nname: ${name}\nversion: 1.2.0\n` },
    { path: `charts/${name}/values.yaml`, text: 'exports: {data: {from: child}}\nport: 80\n' },
  ];
  return loadChart([
    { path: 'Chart.yaml', text: `apiVersion: v2\nname: c\nversion: 1.0.0\ndependencies: ${dependencies}\n` },
    ...sub('a'),
    ...sub('b'),
    ...files,
  ]);
}
const names = (dependencies: string, values = '{}'): string =>
  processDependencies(chart(dependencies), readYaml(values) as Dict)
    .dependencies.map(({ name }) => name)
    .join(' ');

describe('subcharts', () => {
  it('take part unless a condition or a tag says no, and a condition decides first', () => {
    const both = '[{name: a, version: 1.x, condition: a.use, tags: [t]}, {name: b, version: 1.x, tags: [t]}]';
    assert.equal(names(both), 'a b');
    assert.equal(names(both, '{a: {use: false}}'), 'b');
    assert.equal(names(both, '{tags: {t: false}}'), '');
    assert.equal(names(both, '{tags: {t: false}, a: {use: true}}'), 'a');
  });

  it('take part without being asked for, twice by an alias, and not in another version', () => {
    assert.equal(names('[{name: a, version: 1.x}]'), 'b a');
    assert.equal(
      names('[{name: a, version: 1.x, alias: one}, {name: a, version: 1.x, alias: two}, {name: b, version: 1.x}]'),
      'one two b',
    );
    assert.equal(names('[{name: a, version: 2.x}, {name: b, version: 1.x}]'), 'a b');
  });

  it('hand values up', () => {
    const made = processDependencies(
      chart('[{name: a, version: 1.x, import-values: [data, {child: exports.data, parent: below}]}]'),
      new Map(),
    );
    assert.equal(toYaml(made.values.get('from')), 'child');
    assert.equal(toYaml(made.values.get('below')), 'from: child');
  });

  it('are missed where Chart.yaml asks for them', () => {
    assert.throws(() => checkDependencies(chart('[{name: zz, version: 1.x}]')), /missing in charts\/ directory: zz/);
  });
});
