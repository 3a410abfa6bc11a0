import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resource, resources } from './read.ts';

describe('objects of a document', () => {
  it('need a kind and a version', () => {
    assert.equal(resources('kind: Pod\n').length, 0);
    assert.equal(resources('apiVersion: v1\n').length, 0);
    assert.equal(resources('- apiVersion: v1\n  kind: Pod\n').length, 0);
  });

  it('whose version a template works out are of the one that a cluster has, where it is a kind of Kubernetes', () => {
    const of = (kind: string): readonly string[] =>
      resources(`apiVersion: {{ include "version" . }}\nkind: ${kind}\nmetadata: {name: a}\n`).map(
        ({ apiVersion, refusedAs }) => `${apiVersion} ${refusedAs === undefined}`,
      );
    assert.deepEqual(of('Deployment'), ['apps/v1 true']);
    assert.deepEqual(of('ClusterRole'), ['rbac.authorization.k8s.io/v1 true']);
    assert.deepEqual(of('Shop'), [], 'one of other projects');
    assert.deepEqual(of('{{ .Values.kind }}'), []);
  });

  it('are unfolded from Lists, whose kind fills in what items leave out', () => {
    const names = (text: string): string[] =>
      resources(text).map(({ kind, group, name }) => `${group}/${kind}/${name}`);
    assert.deepEqual(
      names(
        'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    metadata: {name: a}\n  - apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: b}\n',
      ),
      ['/Pod/a', 'apps/Deployment/b'],
    );
    assert.deepEqual(
      names('apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleList\nitems:\n  - metadata: {name: r}\n'),
      ['rbac.authorization.k8s.io/Role/r'],
    );
  });

  it('in JSON are objects like any other', () =>
    assert.equal(resource('{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}}').name, 'a'));

  it('that lack what their kind requires are parts of objects', () => {
    assert.equal(
      resource('apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n  replicas: 2\n').partial,
      true,
    );
    assert.equal(
      resource('apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n  selector: {}\n  template: {}\n')
        .partial,
      false,
    );
  });

  it('are named in messages', () => {
    assert.equal(resource('apiVersion: v1\nkind: Pod\nmetadata: {generateName: web-}\n').label, 'Pod web-');
    assert.equal(resource('apiVersion: v1\nkind: Pod\n').label, 'Pod');
  });
});
