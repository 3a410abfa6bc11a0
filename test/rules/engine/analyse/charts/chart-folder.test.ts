import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ChartFolder } from '../../../../../rules/engine/analyse/charts/chart-folder.ts';
import { chartYaml } from '../../../../harness/chart.ts';

function folder(files: Readonly<Record<string, string>>): ChartFolder {
  const chart = new ChartFolder('/w/shop');
  chart.give(
    Object.entries({ 'Chart.yaml': chartYaml, ...files }).map(([path, text]) => ({ path, text })),
    () => false,
  );
  return chart;
}

it('a file that a document stands for keeps its text when the folder is read again', () => {
  const chart = folder({ 'values.yaml': 'a: 1\n' });
  assert.ok(chart.setText('values.yaml', 'a: 2\n'));
  assert.ok(!chart.setText('values.yaml', 'a: 2\n'));
  const disk = [{ path: 'values.yaml', text: 'a: 3\n' }];
  chart.give(disk, (path) => path === '/w/shop/values.yaml');
  assert.equal(chart.text('values.yaml'), 'a: 2\n');
  chart.give(disk, () => false);
  assert.equal(chart.text('values.yaml'), 'a: 3\n');
});

it('says of a template that takes no part why', () => {
  const chart = folder({ 'templates/a.yaml': '{{ fail "because" }}' });
  const state = chart.state('templates/a.yaml');
  assert.match('refused' in state ? state.refused : '', /because/);
});

it('knows templates that lie in archives', () => {
  const chart = new ChartFolder('/w/shop');
  const packed = { path: 'charts/db/templates/a.yaml', text: 'a: 1\n', isPacked: true };
  chart.give([{ path: 'Chart.yaml', text: chartYaml }, packed], () => false);
  assert.deepEqual(chart.packed, ['charts/db/templates/a.yaml']);
  assert.ok(chart.isVendored('charts/db/templates/a.yaml'));
});
