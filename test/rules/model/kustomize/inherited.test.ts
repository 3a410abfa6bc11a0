import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Inherited, learnInherited } from '../../../../rules/model/kustomize/inherited.ts';
import type { Kustomization } from '../../../../rules/model/kustomize/kustomization.ts';

const kustomization = (folder: string, resources: readonly string[], more: Partial<Kustomization> = {}) => ({
  ...{
    folder,
    resources,
    namespace: undefined,
    patches: [],
    images: [],
    labels: {},
    generates: [],
    edits: [],
    components: [],
    changes: '{}',
    selects: false,
  },
  ...more,
});

/** @returns what a path inherits, and how often somebody asked who takes a path in. */
function inherited(path: string, all: readonly Kustomization[]): Inherited & { readonly asked: number } {
  const known = new Map<string, Inherited>();
  let asked = 0;
  const parentsOf = (of: string): readonly Kustomization[] => {
    asked++;
    return all.filter(({ resources }) => resources.includes(of));
  };
  learnInherited(path, parentsOf, known);
  return { ...(known.get(path) as Inherited), asked };
}

const named = (name: string) => ({ images: [{ name, newName: undefined }] });

describe('what kustomizations make of a file', () => {
  it('comes from all that are above it', () => {
    const { namespace, images, labels, selects } = inherited('base/p.yaml', [
      kustomization('base', ['base/p.yaml'], { ...named('a'), namespace: 'inner', labels: { x: '1' } }),
      kustomization('top', ['base'], { ...named('b'), namespace: 'outer', labels: { y: '2' }, selects: true }),
    ]);
    assert.deepEqual(namespace, { unset: false, set: 'outer', many: false });
    assert.deepEqual([...images].sort(), ['a', 'b']);
    assert.deepEqual(labels, { x: '1', y: '2' });
    assert.equal(selects, true);
  });

  it('hangs on the way where several lead out', () => {
    const { namespace, labels } = inherited('p.yaml', [
      kustomization('a', ['p.yaml'], { namespace: 'a', labels: { x: '1' } }),
      kustomization('b', ['p.yaml'], { namespace: 'b', labels: { x: '2' } }),
      kustomization('c', ['p.yaml']),
    ]);
    assert.deepEqual(namespace, { unset: true, set: 'a', many: true });
    assert.equal(labels, undefined);
  });

  it('is the same for all of a circle, whose ways end nowhere', () => {
    const circle = [
      kustomization('a', ['b', 'p.yaml'], { ...named('a'), labels: { x: '1' } }),
      kustomization('b', ['c'], { ...named('b'), namespace: 'b' }),
      kustomization('c', ['a', 'q.yaml'], named('c')),
    ];
    for (const path of ['p.yaml', 'q.yaml']) {
      const { namespace, images, labels } = inherited(path, circle);
      assert.deepEqual(namespace, { unset: false, set: undefined, many: false });
      assert.deepEqual([...images].sort(), ['a', 'b', 'c']);
      assert.deepEqual(labels, { x: '1' });
    }
  });

  it('is found where a circle adds nothing', () => {
    const circle = [kustomization('a', ['b', 'p.yaml']), kustomization('b', ['a'])];
    assert.deepEqual(inherited('p.yaml', circle).labels, {});
  });

  it('is worked out once for each folder above, in whatever order the ways are found', () => {
    const layers = Array.from({ length: 200 }, (_, i) => [
      kustomization(`x${i}`, [`x${i + 1}`, `y${i + 1}`]),
      kustomization(`y${i}`, [`y${i + 1}`, `x${i + 1}`], named(`i${i % 3}`)),
    ]).flat();
    const { images, asked } = inherited('x200', layers);
    assert.deepEqual([...images].sort(), ['i0', 'i1', 'i2']);
    assert.ok(asked < 400 * 8, `${asked}`);
  });
});
