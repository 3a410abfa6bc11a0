import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Folder } from '../program.ts';

const folder = new Folder();
after(() => folder.remove());

folder.write(
  'shop/Chart.yaml',
  'apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n  - {name: db, version: 1.x, condition: db.enabled}\n',
);
folder.write('shop/values.yaml', 'replicas: 2\ndb: {enabled: true, size: 1}\nglobal: {tier: gold}\n');
folder.write(
  'shop/templates/web.yaml',
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: {{ .Release.Name }}-web, namespace: {{ .Release.Namespace }}}\ndata:\n  replicas: "{{ .Values.replicas }}"\n  token: {{ randAlphaNum 8 | quote }}\n',
);
folder.write('shop/templates/NOTES.txt', 'Thank you');
folder.write('shop/values-prod.yaml', 'replicas: 5\n');

/** A file in a tar, as ustar has it. */
function tarred(path: string, text: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(path, 0);
  header.write(`${text.length.toString(8).padStart(11, '0')} `, 124);
  header.write('0', 156);
  header.write('ustar', 257);
  return Buffer.concat([header, Buffer.from(text), Buffer.alloc((512 - (text.length % 512)) % 512)]);
}
folder.write(
  'shop/charts/db-1.0.0.tgz',
  gzipSync(
    Buffer.concat([
      tarred('db/Chart.yaml', 'apiVersion: v2\nname: db\nversion: 1.2.3\n'),
      tarred('db/values.yaml', 'size: 9\nclass: ssd\n'),
      tarred(
        'db/templates/db.yaml',
        'kind: Db\nmetadata: {name: db}\nspec: {size: {{ .Values.size }}, class: {{ .Values.class }}, tier: {{ .Values.global.tier }}}\n',
      ),
      Buffer.alloc(1024),
    ]),
  ),
);

const objects = (...args: readonly string[]): readonly unknown[] => {
  const { status, out, error } = folder.run('render', 'shop', '--format', 'json', ...args);
  assert.equal(status, 0, error);
  return JSON.parse(out) as readonly unknown[];
};
const web = (replicas: string, namespace = 'default') => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'release-name-web', namespace },
  data: { replicas, token: { $unknown: 'a random value' } },
});

describe('render', () => {
  it('makes objects of a chart, its packed subchart among them', () => {
    const db = { kind: 'Db', metadata: { name: 'db' }, spec: { size: 1, class: 'ssd', tier: 'gold' } };
    assert.deepEqual(objects(), [db, web('2')]);
  });

  it('puts values files and --set over the defaults, in order', () => {
    assert.deepEqual(objects('--values', 'shop/values-prod.yaml', '--set', 'db.enabled=false', '--namespace', 'apps'), [
      web('5', 'apps'),
    ]);
    assert.deepEqual(objects('--values', 'shop/values-prod.yaml', '--set', 'replicas=7,db.enabled=false'), [web('7')]);
  });

  it('shows YAML with the template of each, and says what is unknown', () => {
    const { out } = folder.run('render', 'shop', '--set', 'db.enabled=false');
    assert.match(out, /^---\n# Source: shop\/templates\/web\.yaml\napiVersion: v1\n/);
    assert.match(out, /token: "<unknown: a random value>"/);
    assert.doesNotMatch(out, /Thank you/);
  });

  it('refuses what Helm refuses, in one line', () => {
    folder.write('bad/Chart.yaml', 'apiVersion: v2\nname: bad\nversion: 1.0.0\n');
    folder.write('bad/templates/x.yaml', 'a: {{ required "name it" .Values.name }}');
    const { status, error, out } = folder.run('render', 'bad');
    assert.deepEqual([status, out, error], [3, '', 'seaworthy: bad/templates/x.yaml: name it\n']);
    folder.write(
      'lacks/Chart.yaml',
      'apiVersion: v2\nname: lacks\nversion: 1.0.0\ndependencies: [{name: db, version: 1.x}]\n',
    );
    assert.match(folder.run('render', 'lacks').error, /missing in charts\/ directory: db/);
    assert.equal(folder.run('render', 'nowhere').status, 2);
    assert.equal(folder.run('render').status, 2);
  });

  it('leaves out what a link leads to outside of the chart', () => {
    folder.write('secret.yaml', 'kind: Secret\nmetadata: {name: outside}\n');
    folder.write('linked/Chart.yaml', 'apiVersion: v2\nname: linked\nversion: 1.0.0\n');
    folder.write('linked/templates/a.yaml', 'kind: A\n');
    folder.link('linked/templates/b.yaml', '../../secret.yaml');
    assert.deepEqual(JSON.parse(folder.run('render', 'linked', '--format', 'json').out), [{ kind: 'A' }]);
  });
});

describe('render, of a kustomization', () => {
  it('builds it, with the bases it takes in', () => {
    folder.write('base/kustomization.yaml', 'resources: [a.yaml]\n');
    folder.write('base/a.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n');
    folder.write('over/kustomization.yml', 'resources: [../base]\nnamePrefix: p-\n');
    const { out, status } = folder.run('render', 'over');
    assert.deepEqual([status, out], [0, 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: p-a\n']);
    assert.deepEqual(JSON.parse(folder.run('render', 'over', '--format', 'json').out), [
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'p-a' } },
    ]);
  });

  it('refuses where a part is remote, and follows no link to the outside', () => {
    folder.write('far/kustomization.yaml', 'resources: [https://example.com/a.yaml]\n');
    const far = folder.run('render', 'far');
    assert.deepEqual(
      [far.status, far.out, far.error],
      [3, '', 'seaworthy: remote bases are not fetched: https://example.com/a.yaml\n'],
    );
    folder.write('out/kustomization.yaml', 'resources: [b.yaml]\n');
    folder.link('out/b.yaml', '../base/a.yaml');
    assert.match(folder.run('render', 'out').error, /there is no file/);
  });
});
