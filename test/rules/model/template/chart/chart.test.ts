import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Chart, loadChart } from '../../../../../rules/model/template/chart/chart.ts';

const head = 'apiVersion: v2\nname: shop\nversion: 1.0.0\n';
const load = (files: Readonly<Record<string, string>>): Chart =>
  loadChart(Object.entries({ 'Chart.yaml': head, ...files }).map(([path, text]) => ({ path, text })));

describe('a chart', () => {
  it('has its templates, its other files and its values', () => {
    const chart = load({
      'values.yaml': 'a: 1\n',
      'templates/a.yaml': 'a',
      'templates/tests/t.yaml': 't',
      'config/x.conf': 'x',
      'values.schema.json': '{}',
      'Chart.lock': '',
    });
    assert.deepEqual(
      chart.templates.map(({ path }) => path),
      ['templates/a.yaml', 'templates/tests/t.yaml'],
    );
    assert.deepEqual(
      chart.files.map(({ path }) => path),
      ['config/x.conf'],
    );
    assert.deepEqual([...chart.values], [['a', 1]]);
    assert.equal(chart.schema, '{}');
  });

  it('holds other charts in folders, and nothing else in charts/', () => {
    const { dependencies } = load({
      'charts/db/Chart.yaml': head.replace('shop', 'db'),
      'charts/db/templates/a.yaml': 'a',
      'charts/db/charts/deep/Chart.yaml': head.replace('shop', 'deep'),
      'charts/_hidden/Chart.yaml': 'broken: [',
      'charts/README.md': 'no chart',
    });
    assert.deepEqual(
      dependencies.map(({ name, folder, templates }) => [name, folder, templates.length]),
      [['db', 'charts/db/', 1]],
    );
    assert.deepEqual(
      dependencies[0]?.dependencies.map(({ folder }) => folder),
      ['charts/db/charts/deep/'],
    );
  });

  it('asks for charts in Chart.yaml; those of the first version in requirements.yaml', () => {
    const wanted = 'dependencies: [{name: db, version: 1.x.x, condition: db.enabled, tags: [data], alias: store}]\n';
    const names = (files: Readonly<Record<string, string>>): readonly string[] =>
      load(files).wanted.map(({ name, alias, condition, tags }) => [name, alias, condition, ...tags].join(' '));
    assert.deepEqual(names({ 'Chart.yaml': head + wanted }), ['db store db.enabled data']);
    assert.deepEqual(names({ 'requirements.yaml': wanted }), [], 'which the second does not read');
    assert.deepEqual(names({ 'Chart.yaml': head.replace('v2', 'v1'), 'requirements.yaml': wanted }), [
      'db store db.enabled data',
    ]);
  });

  it('that Helm does not load is refused with the reason', () => {
    assert.throws(() => loadChart([]), /Chart\.yaml file is missing/);
    for (const [manifest, reason] of [
      ['- a\n', /it is no map/],
      ['apiVersion: v3\nname: a\nversion: 1.0.0\n', /unsupported chart version/],
      ['apiVersion: v2\nversion: 1.0.0\n', /metadata\.name is required/],
      ['apiVersion: v2\nname: ../a\nversion: 1.0.0\n', /"\.\.\/a" is invalid/],
      ['apiVersion: v2\nname: a\nversion: one\n', /metadata\.version "one" is invalid/],
      [`${head}type: plugin\n`, /type must be application or library/],
    ] as const)
      assert.throws(() => load({ 'Chart.yaml': manifest }), reason, manifest);
  });
});
