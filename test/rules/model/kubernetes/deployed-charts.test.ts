import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chartsOfHelmfile, deployedChartsOf, isHelmfile } from '../../../../rules/model/kubernetes/deployed-charts.ts';
import { Field } from '../../../../rules/yaml/field.ts';
import { parseDocument } from '../../../../rules/yaml/parse.ts';
import { resource } from './read.ts';

const charts = (kind: string, spec: string, apiVersion: string): unknown =>
  deployedChartsOf(resource(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: shop}\n${spec}`)).map(
    ({ name, folder, files, values }) => [
      name,
      `${folder.from}:${folder.path}`,
      ...files.map(({ path, from }) => `${from}:${path}`),
      values,
    ],
  );

describe('charts that are deployed', () => {
  it('by Flux have the values of the release', () => {
    const flux = (chart: string, rest = ''): unknown =>
      charts('HelmRelease', `spec:\n  chart: {spec: {${chart}}}\n${rest}`, 'helm.toolkit.fluxcd.io/v2');
    const here = 'chart: ./charts/shop, sourceRef: {kind: GitRepository, name: x}';
    assert.deepEqual(flux(here, '  values: {a: {b: 1}}\n'), [
      ['HelmRelease shop', 'root:./charts/shop', '{"a":{"b":1}}'],
    ]);
    assert.deepEqual(flux(`${here}, valuesFiles: [charts/shop/v.yaml]`), [
      ['HelmRelease shop', 'root:./charts/shop', 'root:charts/shop/v.yaml', undefined],
    ]);
    assert.deepEqual(flux(here, '  valuesFrom: [{kind: Secret, name: x}]\n'), [], 'what a cluster holds');
    assert.deepEqual(flux('chart: shop, sourceRef: {kind: HelmRepository, name: x}'), [], 'from elsewhere');
  });

  it('by Argo CD have files, values and parameters, the last of which win', () => {
    const argo = (helm: string): unknown =>
      charts('Application', `spec: {source: {path: charts/shop, helm: {${helm}}}}\n`, 'argoproj.io/v1alpha1');
    assert.deepEqual(argo('valueFiles: [prod.yaml], values: "a: 1"'), [
      ['Application shop', 'root:charts/shop', 'chart:prod.yaml', 'a: 1'],
    ]);
    assert.deepEqual(
      argo(
        'valuesObject: {a: {b: 1, c: 2}}, parameters: [{name: a.b, value: "3"}, {name: d, value: "4", forceString: true}]',
      ),
      [['Application shop', 'root:charts/shop', '{"a":{"b":3,"c":2},"d":"4"}']],
    );
    for (const unknown of [
      'valueFiles: ["$values/prod.yaml"]',
      'valueFiles: ["{{ .name }}.yaml"]',
      'parameters: [{name: "a[0]", value: "1"}]',
      'valuesObject: {a: 1}, parameters: [{name: a.b, value: "1"}]',
      'fileParameters: [{name: a, path: b}]',
    ])
      assert.deepEqual(argo(unknown), [], unknown);
  });

  it('by Skaffold have what is set, from the folder of its file', () =>
    assert.deepEqual(
      charts(
        'Config',
        'deploy: {helm: {releases: [{name: shop, chartPath: chart, valuesFiles: [chart/v.yaml], setValues: {a.b: true}}, {name: far, remoteChart: x}]}}\n',
        'skaffold/v4beta11',
      ),
      [['release shop', 'file:chart', 'file:chart/v.yaml', '{"a":{"b":true}}']],
    ));

  it('by nothing else', () => assert.deepEqual(charts('Deployment', 'spec: {}\n', 'apps/v1'), []));
});

describe('charts that Helmfile deploys', () => {
  const made = (release: string): unknown =>
    chartsOfHelmfile(
      Field.root(parseDocument(`releases:\n  - name: shop\n    chart: ../charts/shop\n${release}`), true),
    ).map(({ name, folder, files, values }) => [
      name,
      `${folder.from}:${folder.path}`,
      ...files.map(({ path }) => path),
      values,
    ]);

  it('have values files, then what is written in place and set', () => {
    assert.deepEqual(
      made('    values: [a.yaml, env/b.yaml, {c: {d: 1, e: 2}}, {c: {d: 3}}]\n    set: [{name: c.f, value: 4}]\n'),
      [['release shop', 'file:../charts/shop', 'a.yaml', 'env/b.yaml', '{"c":{"d":3,"e":2,"f":4}}']],
    );
  });

  it('are left out where something fills them in, or they come from elsewhere', () => {
    for (const other of [
      '    values: ["{{ .Environment.Name }}.yaml"]\n',
      '    values: [a.yaml.gotmpl]\n',
      '    values: [{a: 1}, b.yaml]\n',
      '    secrets: [s.yaml]\n',
      '    installed: false\n',
    ])
      assert.deepEqual(made(other), [], other);
    assert.deepEqual(
      chartsOfHelmfile(Field.root(parseDocument('releases: [{name: a, chart: bitnami/redis}]\n'), true)),
      [],
    );
  });

  it('stand in files of its names', () => {
    assert.ok(isHelmfile('/w/helmfile.yaml') && isHelmfile('helmfile.d/10-shop.yaml'));
    assert.ok(!isHelmfile('/w/my-helmfile.yaml') && !isHelmfile('/w/helmfile.d/x/a.yaml'));
  });
});
