import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readKustomization } from '../../../../rules/model/kustomize/kustomization.ts';
import { deployed, Layer } from '../../../../rules/model/kustomize/layers.ts';
import { longestPatch } from '../../../../rules/model/kustomize/patch.ts';
import { parseDocument } from '../../../../rules/yaml/parse.ts';

const web = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop', labels: { tier: 'front' }, annotations: { team: 'a' } },
  spec: { replicas: 1 },
};
type Web = typeof web;

const layer = (written: object, files: Readonly<Record<string, string>> = {}, before?: Layer): Layer =>
  new Layer(
    readKustomization('k/kustomization.yaml', parseDocument(JSON.stringify(written))),
    (path) => files[path],
    before,
  );

const made = (layers: readonly Layer[], names: readonly string[] = ['web']): Web | undefined => {
  const result = deployed(
    web,
    layers.flatMap((one) => one.for(names)),
  );
  return result === undefined ? undefined : (JSON.parse(JSON.stringify(result)) as Web);
};

const three = '[{"op": "replace", "path": "/spec/replicas", "value": 3}]';
const replicas = (patch: string, target?: object): unknown =>
  made([layer({ patches: [{ patch, ...(target === undefined ? {} : { target }) }] })])?.spec.replicas;

describe('a patch', () => {
  it('is for what it names', () => {
    const of = (kind: string, name: string, rest = ''): string =>
      `apiVersion: apps/v1\nkind: ${kind}\nmetadata: {name: ${name}${rest}}\nspec: {replicas: 3}\n`;
    assert.equal(replicas(of('Deployment', 'web', ', namespace: shop')), 3);
    assert.equal(replicas('kind: Deployment\nmetadata: {name: web}\nspec: {replicas: 3}\n'), 3, 'without a version');
    for (const other of [
      of('Deployment', 'api', ', namespace: shop'),
      of('StatefulSet', 'web', ', namespace: shop'),
      of('Deployment', 'web', ', namespace: bank'),
    ])
      assert.equal(replicas(other), 1, other);
    assert.equal(deployed(web, layer({ patches: [{ patch: of('Deployment', 'api') }] }).for(['web'])), web);
  });

  it('is for its target, whose names are expressions', () => {
    for (const target of [
      { kind: 'Deployment' },
      { kind: 'Deployment', name: 'web' },
      { kind: 'Deployment|StatefulSet', name: 'w.*' },
      { group: 'apps', version: 'v1', kind: 'Deployment', name: '^.*b$' },
      { name: '(web|api)' },
      {},
      { labelSelector: 'tier in (front, back)' },
      { annotationSelector: 'team=a,!old' },
    ])
      assert.equal(replicas(three, target), 3, JSON.stringify(target));
    for (const target of [
      { kind: 'Deploy' },
      { name: 'we' },
      { name: '.*a' },
      { group: 'batch' },
      { version: 'v1beta1' },
      { labelSelector: 'tier=back' },
      { annotationSelector: 'team!=a' },
    ])
      assert.equal(replicas(three, target), 1, JSON.stringify(target));
  });

  it('with several documents is several patches', () =>
    assert.equal(
      replicas('kind: Job\nmetadata: {name: web}\n---\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 3}\n'),
      3,
    ));

  it('that is very long, broken or a template changes nothing', () => {
    for (const text of [' '.repeat(longestPatch) + three, '{{ .Values.patch }}', 'a: [', ''])
      assert.equal(replicas(text, { kind: 'Deployment' }), 1, text.slice(0, 20));
  });

  it('that is typed counts as it was until it can be read again', () => {
    const written = { patches: [{ path: 'p.yaml', target: { kind: 'Deployment' } }] };
    const first = layer(written, { 'k/p.yaml': three });
    assert.equal(made([first])?.spec.replicas, 3);
    assert.equal(made([layer(written, { 'k/p.yaml': '[{"op": "rep' }, first)])?.spec.replicas, 3);
    assert.equal(
      made([layer(written, { 'k/p.yaml': '[{"op": "rep' })])?.spec.replicas,
      1,
      'of which nothing was known',
    );
    const again = layer(written, { 'k/p.yaml': three }, first);
    assert.equal(again.for(['web'])[0], first.for(['web'])[0], 'the very step');
  });

  it('is looked up by the names it is for', () => {
    const of = (...patches: readonly object[]): number => layer({ patches }).for(['web']).length;
    assert.equal(of({ patch: three, target: { name: 'web' } }), 1);
    assert.equal(of({ patch: three, target: { name: 'api' } }), 0);
    assert.equal(of({ patch: three, target: { name: 'w.*' } }, { patch: three, target: { kind: 'Job' } }), 2);
    assert.equal(of({ patch: 'kind: A\nmetadata: {name: web}\n---\nkind: B\nmetadata: {name: two}\n' }), 1);
  });

  it('that deletes the object, or that Kustomize would refuse, leaves open what is deployed', () => {
    assert.equal(
      made([layer({ patches: [{ patch: '$patch: delete\nkind: Deployment\nmetadata: {name: web}\n' }] })]),
      undefined,
    );
    const nowhere = '[{"op": "replace", "path": "/spec/nothing/here", "value": 3}]';
    assert.equal(made([layer({ patches: [{ patch: nowhere, target: { kind: 'Deployment' } }] })]), undefined);
  });
});

describe('kustomizations around an object', () => {
  it('patch it under the name that those within gave it, which stays its own', () => {
    const inner = layer({ namePrefix: 'dev-', namespace: 'dev', commonLabels: { app: 'x' } });
    const outer = layer({ replicas: [{ name: 'dev-web', count: 2 }] });
    const result = made([inner, outer], ['web', 'dev-web']);
    assert.deepEqual(result?.metadata, {
      name: 'web',
      namespace: 'shop',
      labels: { tier: 'front', app: 'x' },
      annotations: { team: 'a' },
    });
    assert.equal(result.spec.replicas, 2);
  });

  it('run their fields in the order of Kustomize', () => {
    const patch = 'kind: Deployment\nmetadata: {name: web, labels: {app: patched}}\n';
    assert.equal(
      JSON.stringify(made([layer({ commonLabels: { app: 'common' }, patches: [{ patch }] })])?.metadata.labels),
      JSON.stringify({ tier: 'front', app: 'common' }),
    );
  });

  it('leave what none of them patches as it is', () => {
    const steps = layer({ namePrefix: 'dev-', namespace: 'dev', labels: [{ pairs: { a: 'b' } }] }).for(['web']);
    assert.equal(steps.length, 3);
    assert.equal(deployed(web, steps), web);
  });
});
