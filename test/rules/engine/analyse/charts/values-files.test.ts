import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ValuesFiles } from '../../../../../rules/engine/analyse/charts/values-files.ts';
import { loadChart } from '../../../../../rules/model/template/chart/chart.ts';

const texts: Readonly<Record<string, string>> = {
  'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'values.yaml': 'a: 1\nmap:\n  b: [x, y]\nglobal: { g: 2 }\nempty: {}\n---\na: 3\n',
  'charts/db/Chart.yaml': 'apiVersion: v2\nname: db\nversion: 1.0.0\n',
  'charts/db/values.yaml': 'c: 4\n',
  'values-prod.yaml': 'map:\n  b: [z]\n',
};
const chart = loadChart(Object.entries(texts).map(([path, text]) => ({ path, text })));

function found(over: string | undefined, at: readonly string[], isKey = false): string | undefined {
  const place = new ValuesFiles(
    chart,
    over === undefined ? undefined : { files: [over], set: undefined },
    (path) => texts[path],
  ).find(at, isKey);
  return place === undefined
    ? undefined
    : `${place.path} ${texts[place.path]?.slice(place.span.start, place.span.end)}`;
}

it('a value stands in the last document that writes it', () => {
  assert.equal(found(undefined, ['a']), 'values.yaml 3');
  assert.equal(found(undefined, ['map', 'b', '1']), 'values.yaml y');
});

it('a value of several lines is told at its key, and so is a key', () => {
  assert.equal(found(undefined, ['map']), 'values.yaml map');
  assert.equal(found(undefined, ['a'], true), 'values.yaml a');
});

it('a values file over the others comes first, where it says something', () => {
  assert.equal(found('values-prod.yaml', ['map', 'b', '0']), 'values-prod.yaml z');
  assert.equal(found('values-prod.yaml', ['a']), 'values.yaml 3');
});

it('what is set elsewhere is written in no file of the chart', () => {
  const over = { files: ['values-prod.yaml'], set: '{"a": 5}' };
  const values = new ValuesFiles(chart, over, (path) => texts[path]);
  assert.equal(values.find(['a']), undefined);
  assert.equal(values.fieldAt(['a']), undefined);
  assert.equal(values.find(['map', 'b', '0'])?.path, 'values-prod.yaml');
});

it('values of a chart within the chart stand in its own file, and global ones with its parent', () => {
  assert.equal(found(undefined, ['db', 'c']), 'charts/db/values.yaml 4');
  assert.equal(found(undefined, ['db', 'global', 'g']), 'values.yaml 2');
});

it('what no file writes has no place', () => assert.equal(found(undefined, ['db', 'nothing']), undefined));
