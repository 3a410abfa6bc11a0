import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readKustomization } from '../../../../rules/model/kustomize/kustomization.ts';
import { Kustomizations } from '../../../../rules/model/kustomize/kustomizations.ts';
import { UnitKustomizations } from '../../../../rules/model/kustomize/unit-kustomizations.ts';
import { parseDocument } from '../../../../rules/yaml/parse.ts';

const folders = {
  base: 'resources: [a.yaml]\nnamespace: inner\ncommonLabels: {app: a}',
  dev: 'resources: [../base]\nnamespace: dev\ncommonLabels: {stage: dev}',
  prod: 'resources: [../base]\nnamespace: prod\ncomponents: [../part]',
  part: 'kind: Component\nnamespace: part\ncommonLabels: {part: p}',
  both: 'resources: [../dev, ../prod]',
};

function unit(...tops: readonly (keyof typeof folders)[]): UnitKustomizations {
  const all = new Kustomizations();
  for (const [folder, text] of Object.entries(folders))
    all.learn(`${folder}/k.yaml`, readKustomization(`${folder}/k.yaml`, parseDocument(text)));
  return new UnitKustomizations(all, new Set(['base/a.yaml', 'base/k.yaml', ...tops.map((top) => `${top}/k.yaml`)]));
}

describe('what the kustomizations of a unit make of a file', () => {
  it('is what its own overlay makes of it', () => {
    assert.equal(unit('dev').namespaceFor('base/a.yaml'), 'dev');
    assert.deepEqual(unit('dev').labelsFor('base/a.yaml'), { app: 'a', stage: 'dev' });
  });

  it('counts its components', () => {
    assert.equal(unit('prod', 'part').namespaceFor('base/a.yaml'), 'prod', 'which come before it');
    assert.deepEqual(unit('prod', 'part').labelsFor('base/a.yaml'), { app: 'a', part: 'p' });
  });

  it('is open where it deploys the file in two ways', () => {
    const both = unit('dev', 'prod', 'both');
    assert.equal(both.namespaceFor('base/a.yaml'), undefined);
    assert.equal(both.labelsFor('base/a.yaml'), undefined);
  });

  it('is the same object for the same file, and of others what all make of them', () => {
    const dev = unit('dev');
    assert.equal(dev.labelsFor('base/a.yaml'), dev.labelsFor('base/a.yaml'));
    assert.equal(dev.namespaceFor('other.yaml'), undefined);
    assert.deepEqual(dev.labelsFor('other.yaml'), {});
  });
});
