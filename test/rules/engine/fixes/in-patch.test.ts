import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';
import { applyEdits } from '../../../../rules/text/edit.ts';

const base = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          image: shop.example/web:1.2.3
`;
const patchOf = (body: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n${body}`;
const overlay = 'resources: [../../base]\npatches:\n  - path: web.yaml\n';

/** Edits that are offered for a rule's finding of the base, each as its title and the text that it makes of its file. */
function offered(
  rule: string,
  patches: Readonly<Record<string, string>>,
  of = base,
): readonly (readonly [string, string])[] {
  const files: Record<string, string> = { 'base/kustomization.yaml': 'resources: [web.yaml]\n', 'base/web.yaml': of };
  for (const [name, text] of Object.entries(patches)) {
    files[`overlays/${name}/kustomization.yaml`] = overlay;
    files[`overlays/${name}/web.yaml`] = text;
  }
  const settings = { ...defaultSettings, root: '/w' };
  const workspace = new Workspace(rules);
  for (const [path, text] of Object.entries(files))
    workspace.update({ path: `/w/${path}`, text }, settings, { retain: true });
  workspace.complete = true;
  workspace.stale();
  workspace.refresh();
  const finding = workspace.findings('/w/base/web.yaml').find((one) => one.rule === rule);
  assert.ok(finding !== undefined, rule);
  return workspace.fixes(finding).flatMap((fix) => {
    if (!('edits' in fix)) return [];
    const path = (fix.path ?? '/w/base/web.yaml').slice('/w/'.length);
    return [[fix.title, applyEdits(files[path] ?? '', fix.edits)] as const];
  });
}

const withContainer = patchOf(
  '  template:\n    spec:\n      containers:\n        - name: web\n          tty: true # here\n',
);

describe('a finding of an object that an overlay patches', () => {
  it('is fixed in the object, or in the patch for its overlay alone', () => {
    const all = offered('privilege-escalation', { prod: withContainer });
    assert.deepEqual(
      all.map(([title]) => title),
      ['Forbid privilege escalation', 'In prod/web.yaml alone: forbid privilege escalation'],
    );
    assert.equal(
      all[1]?.[1],
      withContainer.replace(
        '# here\n',
        '# here\n          securityContext:\n            allowPrivilegeEscalation: false\n',
      ),
    );
  });

  it('is fixed in each of its patches by itself, two at most', () => {
    const titles = offered('privilege-escalation', {
      dev: withContainer,
      prod: withContainer,
      stage: withContainer,
    }).map(([title]) => title);
    assert.deepEqual(titles.slice(1), [
      'In dev/web.yaml alone: forbid privilege escalation',
      'In prod/web.yaml alone: forbid privilege escalation',
    ]);
  });

  it('has its container named in a patch that says nothing of it yet', () => {
    const [, [, made] = []] = offered('undropped-capabilities', { prod: patchOf('  replicas: 2\n') });
    assert.match(made ?? '', /\n {2}replicas: 2\n {2}template:\n {4}spec:\n {6}containers:\n {8}- name: web\n/);
    assert.match(made ?? '', /capabilities:\n {14}drop:\n {16}- ALL\n/);
  });

  it('is fixed in no patch where somebody has to fill in a value', () => {
    const latest = base.replace(':1.2.3', ':latest');
    assert.deepEqual(
      offered('image-tag-latest', { prod: withContainer }, latest).filter(([title]) => title.startsWith('In ')),
      [],
    );
  });

  it('is fixed in no patch that is for something else, or that mends it already', () => {
    const other = withContainer.replace('name: web\nspec', 'name: other\nspec');
    assert.equal(offered('privilege-escalation', { prod: other }).length, 1);
    const mended = withContainer.replace('tty: true', 'securityContext: {allowPrivilegeEscalation: false}');
    const titles = offered('privilege-escalation', { dev: withContainer, prod: mended }).map(([title]) => title);
    assert.deepEqual(titles.slice(1), ['In dev/web.yaml alone: forbid privilege escalation']);
  });
});
