import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import type { NewFile } from '../../../../rules/contract/finding.ts';
import { byListing, freePath, listingEdits } from '../../../../rules/engine/fixes/own-file.ts';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';
import { applyEdits } from '../../../../rules/text/edit.ts';
import { isRefusal } from '../../../../rules/yaml/change.ts';

const pod = (name: string, namespace = 'shop'): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\n  labels: {app: ${name}}\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      ports: [{containerPort: 80}]\n`;

const kustomization = (...resources: readonly string[]): string =>
  `resources:\n${resources.map((resource) => `  - ${resource}\n`).join('')}`;

/** The file that the first such fix of each file adds, with its title. */
function offered(files: { readonly [path: string]: string }): readonly (NewFile & { readonly title: string })[] {
  const workspace = new Workspace(rules.filter(({ id }) => id === 'unisolated-ingress'));
  for (const [path, text] of Object.entries(files))
    workspace.update({ path: `/r/${path}`, text, name: path }, { ...defaultSettings, profile: 'strict' });
  workspace.complete = true;
  for (const path of workspace.stale()) {
    const text = files[path.slice('/r/'.length)] ?? '';
    workspace.update({ path, text, name: path.slice(3) }, { ...defaultSettings, profile: 'strict' });
  }
  workspace.refresh();
  return Object.keys(files).flatMap((path) => {
    // Fixes are of files that are retained.
    const text = files[path] ?? '';
    workspace.update(
      { path: `/r/${path}`, text, name: path },
      { ...defaultSettings, profile: 'strict' },
      { retain: true },
    );
    workspace.refresh();
    return workspace
      .findings(`/r/${path}`)
      .flatMap((finding) => workspace.fixes(finding))
      .flatMap((fix) => ('edits' in fix ? (fix.creates ?? []).map((file) => ({ ...file, title: fix.title })) : []));
  });
}

const placed = (files: { readonly [path: string]: string }): readonly unknown[] =>
  offered(files).map(({ path, listIn }) => [path, listIn]);

describe('a policy in a file of its own', () => {
  it('lies beside the manifest and holds what would be added to that', () => {
    const [file, ...others] = offered({ 'deploy/web.yaml': pod('web') });
    assert.deepEqual(others, []);
    assert.equal(file?.path, '/r/deploy/web-network-policy.yaml');
    assert.match(file.text, /^apiVersion: networking\.k8s\.io\/v1\nkind: NetworkPolicy\n/);
    assert.match(file.title, /^Add web-network-policy\.yaml: [a-z].*\)$/);
    assert.equal(file.listIn, undefined);
  });

  it('ends like the manifest', () => {
    assert.deepEqual(placed({ 'web.yml': pod('web') }), [['/r/web-network-policy.yml', undefined]]);
  });

  it('takes no name that another file has', () => {
    const files = { 'web.yaml': pod('web'), 'web-network-policy.yaml': '', 'web-network-policy-2.yaml': 'a: 1\n' };
    assert.deepEqual(placed(files), [['/r/web-network-policy-3.yaml', undefined]]);
  });

  it('is listed by the kustomization that lists the manifest', () => {
    const path = '/r/deploy/web-network-policy.yaml';
    const beside = { 'deploy/web.yaml': pod('web'), 'deploy/kustomization.yaml': kustomization('web.yaml') };
    const listIn = { path: '/r/deploy/kustomization.yaml', entry: 'web-network-policy.yaml' };
    assert.deepEqual(placed(beside), [[path, listIn]]);
    assert.match(offered(beside)[0]?.title ?? '', /^Add web-network-policy\.yaml, listed in kustomization\.yaml: /);
    const above = { 'deploy/web.yaml': pod('web'), 'kustomization.yaml': kustomization('deploy/web.yaml') };
    assert.deepEqual(placed(above), [
      [path, { path: '/r/kustomization.yaml', entry: 'deploy/web-network-policy.yaml' }],
    ]);
  });

  it('is not listed where the manifest is not', () => {
    const files = { 'web.yaml': pod('web'), 'other.yaml': 'a: 1\n', 'kustomization.yaml': kustomization('other.yaml') };
    assert.deepEqual(placed(files), [['/r/web-network-policy.yaml', undefined]]);
  });

  it('is not offered where it is open which kustomization would have to list it', () => {
    const twice = (one: string): { [path: string]: string } => ({
      'app/web.yaml': pod('web'),
      [`${one}kustomization.yaml`]: kustomization(one === '' ? 'app/web.yaml' : 'web.yaml'),
      'b/kustomization.yaml': kustomization('../app/web.yaml'),
    });
    assert.deepEqual(placed(twice('')), []);
    // The one beside it is the one that people edit.
    assert.equal(placed(twice('app/')).length, 1);
    const outside = { 'app/web.yaml': pod('web'), 'b/kustomization.yaml': kustomization('../app/web.yaml') };
    assert.deepEqual(placed(outside), []);
  });

  it('has no name that a file makes up', () => {
    for (const name of ['../up', '"a b"', 'x'.repeat(100)])
      assert.deepEqual(placed({ 'web.yaml': pod(name, name) }), [], name);
  });
});

describe('the next free path', () => {
  it('has a number before its ending', () => {
    const taken = new Set(['/a/b.yaml', '/a/b-2.yaml']);
    assert.equal(
      freePath('/a/b.yaml', (path) => taken.has(path)),
      '/a/b-3.yaml',
    );
    assert.equal(
      freePath('/a/c.yml', (path) => taken.has(path)),
      '/a/c.yml',
    );
  });
});

describe('listing files in a kustomization', () => {
  const after = (text: string, ...entries: readonly string[]): string => {
    const edits = listingEdits(text, entries);
    return isRefusal(edits) ? edits.refused : applyEdits(text, edits);
  };

  it('adds them to its resources, whose style stays', () => {
    assert.equal(
      after('resources:\n- a.yaml # first\nnamespace: shop\n', 'b.yaml', 'c.yaml'),
      'resources:\n- a.yaml # first\n- b.yaml\n- c.yaml\nnamespace: shop\n',
    );
    assert.equal(after('resources: [a.yaml]\r\n', 'b.yaml'), 'resources: [a.yaml, b.yaml]\r\n');
    assert.equal(
      after('# ours\n---\nnamespace: shop\n', 'b.yaml'),
      '# ours\n---\nnamespace: shop\nresources:\n  - b.yaml\n',
    );
  });

  it('refuses what cannot be read', () => {
    assert.match(after('resources: [a', 'b.yaml'), /cannot be read/);
    assert.match(after('', 'b.yaml'), /empty/);
  });

  it('is done once for each kustomization', () => {
    const file = (name: string, path?: string): NewFile => ({
      path: name,
      text: '',
      ...(path === undefined ? {} : { listIn: { path, entry: name } }),
    });
    assert.deepEqual(
      [...byListing([file('a', 'k'), file('b'), file('c', 'k'), file('d', 'l')])],
      [
        ['k', ['a', 'c']],
        ['l', ['d']],
      ],
    );
  });
});
