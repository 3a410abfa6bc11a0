import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ChartReleases } from '../../../../../rules/engine/analyse/charts/chart-releases.ts';
import { defaultSettings } from '../../../../../rules/engine/settings/settings.ts';
import type { DeployedChart } from '../../../../../rules/model/kubernetes/deployed-charts.ts';
import { chartWorkspace, podWith, toldAt } from '../../../../harness/chart.ts';

const deployed = (name: string, files: DeployedChart['files'], values?: string): DeployedChart => ({
  name,
  folder: { path: './charts/shop', from: 'root' },
  files,
  values,
});

describe('releases of charts', () => {
  it('are told with the files that lie in the chart, from wherever they are named', () => {
    const releases = new ChartReleases();
    const file = { path: 'charts/shop/a.yaml', from: 'root' } as const;
    assert.deepEqual(
      releases.learn('/w/apps/r.yaml', '/w', [deployed('A', [file, { path: 'b.yaml', from: 'chart' }])]),
      ['/w/charts/shop'],
    );
    assert.deepEqual(releases.of('/w/charts/shop'), [
      { name: 'A', over: { files: ['a.yaml', 'b.yaml'], set: undefined } },
    ]);
    assert.deepEqual(releases.of('/w/charts/other'), []);
    const outside = deployed('A', [{ path: '../b.yaml', from: 'chart' }]);
    assert.deepEqual(
      releases.learn('/w/apps/r.yaml', '/w', [outside]),
      ['/w/charts/shop'],
      'nobody knows what it says',
    );
    assert.deepEqual(releases.of('/w/charts/shop'), []);
    assert.deepEqual(releases.learn('/w/apps/r.yaml', '/w', []), ['/w/charts/shop']);
    assert.deepEqual(releases.learn('/w/apps/r.yaml', '/w', []), []);
  });

  it('count with values files outside of the chart once these are known, in whatever order', () => {
    const file = { path: '../../env/values-prod.yaml', from: 'chart' } as const;
    const scenario = {
      name: 'A',
      over: {
        files: ['a.yaml', '/w/env/values-prod.yaml'],
        set: undefined,
        outside: new Map([['/w/env/values-prod.yaml', 'a: 1\n']]),
      },
    };
    const named = deployed('A', [{ path: 'a.yaml', from: 'chart' }, file]);
    const first = new ChartReleases();
    first.learn('/w/r.yaml', '/w', [named]);
    assert.deepEqual(first.of('/w/charts/shop'), []);
    assert.deepEqual(first.learnText('/w/env/values-prod.yaml', 'a: 1\n'), ['/w/charts/shop']);
    assert.deepEqual(first.of('/w/charts/shop'), [scenario]);
    assert.deepEqual(first.learnText('/w/env/values-prod.yaml', 'a: 1\n'), [], 'as it was');
    assert.deepEqual(first.learnText('/w/env/values-prod.yaml', undefined), ['/w/charts/shop']);
    assert.deepEqual(first.of('/w/charts/shop'), []);
    const last = new ChartReleases();
    assert.deepEqual(last.learnText('/w/env/values-prod.yaml', 'a: 1\n'), []);
    assert.deepEqual(last.learnText('/w/env/other.yaml', 'a: 1\n'), []);
    last.learn('/w/r.yaml', '/w', [named]);
    assert.deepEqual(last.of('/w/charts/shop'), [scenario]);
  });

  it('say nothing where they set nothing', () => {
    const releases = new ChartReleases();
    releases.learn('/w/r.yaml', '/w', [deployed('A', [])]);
    assert.deepEqual(releases.of('/w/charts/shop'), []);
  });
});

describe('a chart that somebody deploys', () => {
  const pod = podWith(
    'securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, privileged: {{ .Values.privileged }}}',
  );
  const release = (values: string): string =>
    `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: shop, namespace: apps}\nspec:\n  chart: {spec: {chart: ./shop, sourceRef: {kind: GitRepository, name: x}}}\n  values: ${values}\n`;
  const settings = { ...defaultSettings, root: '/w' };

  it('is judged with those values, too, at what works with them', () => {
    const workspace = chartWorkspace({ 'values.yaml': 'privileged: false\n', 'templates/pod.yaml': pod }, settings);
    const give = (values: string): readonly string[] => {
      workspace.update({ path: '/w/apps/r.yaml', text: release(values) }, settings, { retain: true });
      workspace.refresh();
      return toldAt(workspace, 'templates/pod.yaml', pod).filter((told) => told.startsWith('privileged-container'));
    };
    const at = 'privileged-container @ {{ .Values.privileged }} (with HelmRelease shop)';
    assert.deepEqual(give('{privileged: true}'), [at]);
    const [found] = workspace
      .findings('/w/shop/templates/pod.yaml')
      .filter(({ rule }) => rule === 'privileged-container');
    const fixes = found === undefined ? [] : workspace.fixes(found);
    assert.ok(
      fixes.every((fix) => !('edits' in fix)),
      'no file of the chart decides',
    );
    assert.deepEqual(give('{privileged: false}'), []);
    assert.deepEqual(give('{privileged: true}'), [at]);
    workspace.remove('/w/apps/r.yaml');
    workspace.refresh();
    assert.deepEqual(toldAt(workspace, 'templates/pod.yaml', pod), []);
  });
});

it('a chart is judged with a values file that lies beside it', () => {
  const pod = podWith(
    'securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, privileged: {{ .Values.privileged }}}',
  );
  const settings = { ...defaultSettings, root: '/w' };
  const workspace = chartWorkspace({ 'values.yaml': 'privileged: false\n', 'templates/pod.yaml': pod }, settings);
  const application =
    'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: shop, namespace: argocd}\nspec:\n  source: {repoURL: x, path: shop, helm: {valueFiles: [../env/prod.yaml]}}\n';
  const told = (): readonly string[] =>
    toldAt(workspace, 'templates/pod.yaml', pod).filter((one) => one.startsWith('privileged-container'));
  const give = (path: string, text: string): void => {
    workspace.update({ path, text }, settings, { retain: true });
    workspace.refresh();
  };
  give('/w/apps/a.yaml', application);
  assert.deepEqual(told(), []);
  give('/w/env/prod.yaml', 'privileged: true\n');
  assert.deepEqual(told(), ['privileged-container @ {{ .Values.privileged }} (with Application shop)']);
  const [found] = workspace
    .findings('/w/shop/templates/pod.yaml')
    .filter(({ rule }) => rule === 'privileged-container');
  assert.ok(
    found !== undefined && workspace.fixes(found).every((fix) => !('edits' in fix)),
    'no file of the chart decides',
  );
  give('/w/env/prod.yaml', 'privileged: false\n');
  assert.deepEqual(told(), []);
  give('/w/helmfile.yaml', 'releases:\n  - {name: a, chart: ./shop, values: [{privileged: true}]}\n');
  assert.deepEqual(told(), ['privileged-container @ {{ .Values.privileged }} (with release a)']);
  workspace.remove('/w/helmfile.yaml');
  workspace.refresh();
  assert.deepEqual(told(), []);
});
