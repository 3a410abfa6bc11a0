import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  DeploymentUnits,
  type Unit,
  type UnitFile,
} from '../../../../../rules/engine/analyse/units/deployment-units.ts';
import { readKustomization } from '../../../../../rules/model/kustomize/kustomization.ts';
import { parseDocument } from '../../../../../rules/yaml/parse.ts';

/** Files by path below `/r`: what they define, or the lines of a kustomization. */
function units(
  files: Readonly<Record<string, readonly string[] | string>>,
  deploys: readonly string[] = [],
): DeploymentUnits {
  return new DeploymentUnits(
    new Map(
      Object.entries(files).map(([name, says]) => {
        const path = `/r/${name}`;
        const kustomization = typeof says === 'string' ? readKustomization(path, parseDocument(says)) : undefined;
        const defines = typeof says === 'string' ? [] : says;
        return [path, { path, root: '/r', kustomization, defines, deploys, isOutside: false } satisfies UnitFile];
      }),
    ),
  );
}

const inside = (folder: string): string => folder.slice('/r/'.length) || '.';
/** Folders and the files of each unit, in the order of their names. */
const shown = (all: readonly Unit[]): string[] =>
  all.map(({ folder, files }) => `${inside(folder)}: ${[...files].map(inside).sort().join(' ')}`).sort();

describe('what is deployed together', () => {
  it('is a whole repository, where nothing says otherwise', () =>
    assert.deepEqual(
      shown(units({ 'k8s/rbac/role.yaml': ['role'], 'k8s/apps/web.yaml': ['web'], 'pod.yaml': [] }).all),
      ['.: k8s/apps/web.yaml k8s/rbac/role.yaml pod.yaml'],
    ));

  it('is each child of a collection, and what lies in the collection itself', () =>
    assert.deepEqual(
      shown(
        units({
          'examples/a/deep/x.yaml': [],
          'examples/a/y.yaml': [],
          'examples/b/x.yaml': [],
          'examples/z.yaml': [],
          'main.yaml': [],
        }).all,
      ),
      [
        '.: main.yaml',
        'examples/a: examples/a/deep/x.yaml examples/a/y.yaml',
        'examples/b: examples/b/x.yaml',
        'examples: examples/z.yaml',
      ],
    ));

  it('is each of the folders that define the same object', () =>
    assert.deepEqual(
      shown(units({ 'v1/web.yaml': ['web'], 'v1/np/p.yaml': [], 'v2/web.yaml': ['web'], 'ns.yaml': ['other'] }).all),
      ['.: ns.yaml', 'v1: v1/np/p.yaml v1/web.yaml', 'v2: v2/web.yaml'],
    ));

  it('does not hang on the names above the root', () => {
    const path = '/tests/r/k8s/a.yaml';
    const [unit] = new DeploymentUnits(
      new Map([
        [path, { path, root: '/tests/r', kustomization: undefined, defines: [], deploys: [], isOutside: false }],
      ]),
    ).all;
    assert.equal(unit?.folder, '/tests/r');
  });

  it('is what a kustomization takes in, wherever it lies', () => {
    const all = units({
      'app/base/kustomization.yaml': 'resources: [web.yaml]',
      'app/base/web.yaml': ['web'],
      'app/dev/kustomization.yaml': 'resources: [../base]\npatches: [{path: patch.yaml}]',
      'app/dev/patch.yaml': [],
      'app/dev/unused.yaml': [],
      'app/prod/kustomization.yaml': 'resources: [../base]',
    });
    assert.deepEqual(shown(all.all), [
      'app/dev: app/base/kustomization.yaml app/base/web.yaml app/dev/kustomization.yaml app/dev/patch.yaml',
      'app/dev: app/dev/unused.yaml',
      'app/prod: app/base/kustomization.yaml app/base/web.yaml app/prod/kustomization.yaml',
    ]);
    assert.deepEqual(
      all.of('/r/app/base/web.yaml').map(({ folder }) => inside(folder)),
      ['app/dev', 'app/prod'],
    );
    const [dev] = all.of('/r/app/dev/patch.yaml');
    assert.deepEqual(all.variantsOf(dev as Unit).map(inside), ['app/prod']);
  });

  it('ends in a circle of kustomizations', () =>
    assert.deepEqual(
      shown(units({ 'a/kustomization.yaml': 'resources: [../b]', 'b/kustomization.yaml': 'resources: [../a]' }).all),
      ['a: a/kustomization.yaml b/kustomization.yaml'],
    ));

  it('is what something deploys by its folder', () =>
    assert.deepEqual(shown(units({ 'apps/a/x/a.yaml': [], 'apps/b/b.yaml': [], 'c.yaml': [] }, ['/r/apps/a']).all), [
      '.: apps/b/b.yaml c.yaml',
      'apps/a: apps/a/x/a.yaml',
    ]));

  it('is the same in whatever order files are given', () => {
    const files = { 'v1/a.yaml': ['x'], 'v2/b.yaml': ['x'], 'e2e/c.yaml': [], 'd.yaml': [] };
    const turned = Object.fromEntries(Object.entries(files).reverse());
    assert.deepEqual(shown(units(files).all), shown(units(turned).all));
  });

  it('is a unit more for a base, however many overlays it has', () => {
    const overlays = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`o/${i}/kustomization.yaml`, 'resources: [../../base]']),
    );
    const all = units({ 'base/kustomization.yaml': 'resources: [a.yaml]', 'base/a.yaml': ['a'], ...overlays });
    assert.ok(all.of('/r/base/a.yaml').length <= 8);
    assert.equal(all.all.length, 40);
  });
});
