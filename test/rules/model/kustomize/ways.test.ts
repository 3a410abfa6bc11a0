import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readKustomization } from '../../../../rules/model/kustomize/kustomization.ts';
import { Kustomizations } from '../../../../rules/model/kustomize/kustomizations.ts';
import { Ways } from '../../../../rules/model/kustomize/ways.ts';
import { parseDocument } from '../../../../rules/yaml/parse.ts';

/** @param folders what the kustomization of each says. @returns the folders on each way, without those of the files that are left out. */
function ways(folders: Readonly<Record<string, string>>, path: string, without: readonly string[] = []): string[][] {
  const all = new Kustomizations();
  const files = new Set<string>();
  for (const [folder, text] of Object.entries(folders)) {
    const file = `${folder}/kustomization.yaml`;
    all.learn(file, readKustomization(file, parseDocument(text)));
    if (!without.includes(folder)) files.add(file);
  }
  return new Ways(all, files).to(path).map((way) => way.map(({ folder }) => folder));
}

describe('the ways on which a file is deployed', () => {
  it('lead from the inside to the outside', () =>
    assert.deepEqual(
      ways({ base: 'resources: [a.yaml]', mid: 'resources: [../base]', top: 'resources: [../mid]' }, 'base/a.yaml'),
      [['base', 'mid', 'top']],
    ));

  it('are one for each way up, within the unit', () => {
    const folders = {
      base: 'resources: [a.yaml]',
      one: 'resources: [../base]',
      two: 'resources: [../base]',
      top: 'resources: [../one, ../two]',
    };
    assert.deepEqual(ways(folders, 'base/a.yaml'), [
      ['base', 'one', 'top'],
      ['base', 'two', 'top'],
    ]);
    assert.deepEqual(ways(folders, 'base/a.yaml', ['two']), [['base', 'one', 'top']]);
  });

  it('lead through the components that change what is taken in', () => {
    const folders = {
      base: 'resources: [a.yaml]',
      top: 'resources: [../base]\ncomponents: [../c, ../d]',
      c: 'components: [../inner]\nresources: [c.yaml]',
      inner: 'namePrefix: x-',
      d: 'namePrefix: y-',
    };
    assert.deepEqual(ways(folders, 'base/a.yaml'), [['base', 'inner', 'c', 'd', 'top']]);
    assert.deepEqual(ways(folders, 'c/c.yaml'), [['inner', 'c', 'd', 'top']], 'of what a component brings');
  });

  it('are one empty way for what nobody takes in', () =>
    assert.deepEqual(ways({ base: 'resources: [a.yaml]' }, 'b.yaml'), [[]]));

  it('end where kustomizations take in each other, and are few', () => {
    assert.deepEqual(ways({ a: 'resources: [../b, x.yaml]', b: 'resources: [../a]' }, 'a/x.yaml'), []);
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`o${i}`, 'resources: [../base]'] as const));
    assert.equal(ways({ base: 'resources: [a.yaml]', ...many }, 'base/a.yaml').length, 8);
  });
});
