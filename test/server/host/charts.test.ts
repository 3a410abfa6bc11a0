import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { it } from 'node:test';
import { rules } from '../../../rules/catalog/index.ts';
import { Workspace } from '../../../rules/engine/workspace.ts';
import { followChart, giveCharts } from '../../../server/host/charts.ts';
import { nodeFiles } from '../../../server/host/node-files.ts';
import { slashed } from '../../../server/host/paths.ts';
import { chartYaml } from '../../harness/chart.ts';

async function inFolder(files: Readonly<Record<string, string>>, body: (root: string) => Promise<void>): Promise<void> {
  const root = slashed(mkdtempSync(join(tmpdir(), 'seaworthy-charts-')));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    await body(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

it('a file brings its chart, and a chart within a chart the outer one', () =>
  inFolder(
    {
      'a/Chart.yaml': chartYaml,
      'a/values.yaml': 'a: 1\n',
      'a/charts/b/Chart.yaml': chartYaml,
      'a/charts/b/templates/x.yaml': 'x: 1\n',
      'c/plain.yaml': 'x: 1\n',
    },
    async (root) => {
      const workspace = new Workspace(rules);
      await giveCharts(workspace, nodeFiles, [`${root}/a/charts/b/templates/x.yaml`, `${root}/c/plain.yaml`]);
      assert.equal(workspace.charts.folderOf(`${root}/a/charts/b/templates/x.yaml`), `${root}/a`);
      assert.equal(workspace.charts.text(`${root}/a/values.yaml`), 'a: 1\n');
      assert.equal(workspace.charts.folderOf(`${root}/c/plain.yaml`), undefined);
    },
  ));

it('what is no file of its own is read with the chart when it changes', () =>
  inFolder({ 'a/Chart.yaml': chartYaml, 'a/notes.conf': 'old' }, async (root) => {
    const workspace = new Workspace(rules);
    await followChart(workspace, nodeFiles, `${root}/a/Chart.yaml`, true, {});
    writeFileSync(join(root, 'a', 'notes.conf'), 'new');
    await followChart(workspace, nodeFiles, `${root}/a/notes.conf`, false, {});
    assert.equal(workspace.charts.text(`${root}/a/notes.conf`), 'new');
  }));

it('a folder without its Chart.yaml is that of no chart, and its files have to be given again', () =>
  inFolder({ 'a/Chart.yaml': chartYaml, 'a/templates/x.yaml': 'x: 1\n', 'a/values.yaml': 'y: 1\n' }, async (root) => {
    const workspace = new Workspace(rules);
    const manifest = `${root}/a/Chart.yaml`;
    assert.deepEqual(await followChart(workspace, nodeFiles, manifest, true, {}), []);
    assert.equal(workspace.charts.folderOf(`${root}/a/templates/x.yaml`), `${root}/a`);
    rmSync(manifest);
    assert.deepEqual(
      [...(await followChart(workspace, nodeFiles, manifest, false, {}))].sort(),
      ['Chart.yaml', 'templates/x.yaml', 'values.yaml'].map((path) => `${root}/a/${path}`),
    );
    assert.equal(workspace.charts.folderOf(`${root}/a/templates/x.yaml`), undefined);
  }));
