import assert from 'node:assert/strict';
import { it } from 'node:test';
import { purposeOf } from '../../../../../rules/engine/analyse/units/purpose.ts';

const of = (path: string): string | undefined => purposeOf(`/r/${path}`, '/r');

it('folders below the root tell tests and samples', () => {
  for (const path of ['test/pod.yaml', 'pkg/testdata/a/pod.yaml', 'e2e-tests/pod.yaml', 'web/docker-compose.test.yml'])
    assert.equal(of(path), 'test', path);
  for (const path of ['examples/pod.yaml', 'config/samples/a.yaml', 'site/static/examples/simple/a.yaml'])
    assert.equal(of(path), 'sample', path);
  for (const path of ['docker-compose.dev.yml', 'shop/compose.local.yaml', 'compose-development.yaml'])
    assert.equal(of(path), 'sample', path);
  for (const path of [
    'example-app.yaml',
    'k8s/secret.example.yaml',
    'Dockerfile.example',
    'a/web_example.yml',
    'c/values-sample-small.yaml',
  ])
    assert.equal(of(path), 'sample', path);
  for (const path of [
    'counterexample.yaml',
    'exampled-app.yaml',
    'docker-compose.yml',
    'docker-compose.devices.yml',
    'dev.yaml',
    'web.local.yaml',
  ])
    assert.equal(of(path), undefined, path);
  assert.equal(of('examples/test/pod.yaml'), 'test');
  assert.equal(of('clusters/prod/flux-system/gotk-components.yaml'), 'release');
  for (const path of ['_archive/cluster-0/a.yaml', 'k8s/archived/a.yaml', '.attic/a.yaml', 'Deprecated/x/a.yaml'])
    assert.equal(of(path), 'archive', path);
  for (const path of ['apps/archive/a.yaml', 'archivebox/a.yaml', 'archive.yaml', 'namespaces/deprecated/a.yaml'])
    assert.equal(of(path), undefined, path);
  assert.equal(of('archive/tests/a.yaml'), 'test');
  for (const path of ['k8s/old.yml', 'web-old.yaml', 'web.bak.yaml', 'Dockerfile.old', 'unmaintained/a/Dockerfile'])
    assert.equal(of(path), 'archive', path);
  for (const path of ['backup.yaml', 'threshold.yaml', 'golden.yml', 'bakery.yaml', 'old-but-used.yaml'])
    assert.equal(of(path), undefined, path);
  for (const path of ['k8s/pod.yaml', 'examples.yaml', 'contest/pod.yaml', 'latest/pod.yaml', 'attestation/pod.yaml'])
    assert.equal(of(path), undefined, path);
});

it('clusters and working places of whoever develops are thrown away', () => {
  for (const path of [
    'local-clusters/nas/secret.yaml',
    'kubernetes/kind/nginx.yaml',
    '.gitpod.Dockerfile',
    'a/.devcontainer/Dockerfile',
  ])
    assert.equal(of(path), 'test', path);
  for (const path of ['local/pod.yaml', 'clusters/kindred/pod.yaml', 'kind.yaml', 'apps/local-path/a.yaml'])
    assert.equal(of(path), undefined, path);
});

it('an environment that is called test is deployed', () => {
  for (const path of ['overlays/test/pod.yaml', 'clusters/test/apps/pod.yaml', 'environments/testing/pod.yaml'])
    assert.equal(of(path), undefined, path);
});

it('names above the root say nothing', () => {
  assert.equal(purposeOf('/srv/examples/shop/pod.yaml', '/srv/examples/shop'), undefined);
  assert.equal(purposeOf('/srv/examples/shop/pod.yaml', '/srv'), 'sample');
  assert.equal(purposeOf('/elsewhere/examples/pod.yaml', '/srv'), undefined);
});
