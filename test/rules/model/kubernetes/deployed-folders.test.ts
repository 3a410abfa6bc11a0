import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deployedFoldersOf } from '../../../../rules/model/kubernetes/deployed-folders.ts';
import { resourcesOf } from '../../../../rules/model/kubernetes/resource.ts';
import { parseDocument } from '../../../../rules/yaml/parse.ts';

const folders = (text: string): readonly string[] =>
  resourcesOf(parseDocument(text), false).flatMap((resource) =>
    deployedFoldersOf(resource).map(({ path, from }) => `${from} ${path}`),
  );
const argo = (kind: string, spec: string): readonly string[] =>
  folders(`apiVersion: argoproj.io/v1alpha1\nkind: ${kind}\nmetadata: {name: a}\nspec: ${spec}\n`);

describe('folders that are deployed', () => {
  it('by Argo CD, whose sources count before its source', () => {
    assert.deepEqual(argo('Application', '{source: {path: apps/a}}'), ['root apps/a']);
    assert.deepEqual(argo('Application', '{source: {path: a}, sources: [{path: b}, {chart: c}, {path: d}]}'), [
      'root b',
      'root d',
    ]);
  });

  it('by a set of applications, as far as its path is no template', () => {
    assert.deepEqual(argo('ApplicationSet', '{template: {spec: {source: {path: apps/a}}}}'), ['root apps/a']);
    assert.deepEqual(argo('ApplicationSet', "{template: {spec: {source: {path: '{{ path }}'}}}}"), []);
  });

  it('by Flux', () =>
    assert.deepEqual(
      folders(
        'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a}\nspec: {path: ./apps}\n',
      ),
      ['root ./apps'],
    ));
});
