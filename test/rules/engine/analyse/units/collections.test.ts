import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Collections, isCollectionName } from '../../../../../rules/engine/analyse/units/collections.ts';

describe('folders that hold what is deployed apart', () => {
  for (const name of [
    'examples',
    'sample',
    'testdata',
    'tests',
    'test-fixtures',
    'e2e',
    'overlays',
    'clusters',
    '_site',
  ])
    it(`are known by the name ${name}`, () => assert.ok(isCollectionName(`/r/${name}`)));
  for (const name of ['k8s', 'base', 'latest', 'contest', 'deploy', 'rbac'])
    it(`are not known by the name ${name}`, () => assert.ok(!isCollectionName(`/r/examples/${name}`)));
});

describe('folders whose children define the same', () => {
  const of = (...objects: readonly (readonly string[])[]): Collections =>
    new Collections(new Map(objects.map((folders, i) => [`object ${i}`, new Set(folders)])));

  it('are where the ways to the definitions part', () => {
    const found = of(['/r/a/k8s', '/r/b/k8s', '/r/b/old']);
    assert.ok(found.has('/r'));
    assert.ok(found.has('/r/b'));
    assert.ok(!found.has('/r/a'));
    assert.ok(!found.has(''));
  });

  it('are none where one definition lies in the folder itself', () => {
    assert.ok(!of(['/r', '/r/a']).has('/r'));
    assert.ok(of(['/r', '/r/a', '/r/b']).has('/r'));
  });

  it('have variants only among those that define something that the other defines', () => {
    const found = of(['/r/a', '/r/b'], ['/r/b', '/r/c'], ['/r/d']);
    assert.deepEqual([...found.variantsOf('/r', '/r/a')], ['/r/b']);
    assert.deepEqual([...found.variantsOf('/r', '/r/b')].sort(), ['/r/a', '/r/c']);
    assert.deepEqual([...found.variantsOf('/r', '/r/d')], []);
  });
});
