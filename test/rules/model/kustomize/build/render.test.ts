import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderKustomization } from '../../../../../rules/model/kustomize/build/render.ts';

describe('a rendered kustomization', () => {
  it('is text and objects', () => {
    const files: Readonly<Record<string, string>> = {
      'a/kustomization.yaml': 'resources: [x.yaml]\nnamePrefix: p-\n',
      'a/x.yaml':
        'kind: ConfigMap\napiVersion: v1\nmetadata: {name: x}\ndata: {n: "1000000"}\n---\nkind: A\nmetadata: {name: y}\nn: 1000000\n',
    };
    assert.deepEqual(renderKustomization({ read: (path) => files[path] }, 'a'), {
      yaml: 'apiVersion: v1\ndata:\n  "n": "1000000"\nkind: ConfigMap\nmetadata:\n  name: p-x\n---\nkind: A\nmetadata:\n  name: p-y\n"n": 1000000\n',
      objects: [
        Object.assign(Object.create(null), {
          kind: 'ConfigMap',
          apiVersion: 'v1',
          metadata: Object.assign(Object.create(null), { name: 'p-x' }),
          data: Object.assign(Object.create(null), { n: '1000000' }),
        }),
        Object.assign(Object.create(null), {
          kind: 'A',
          metadata: Object.assign(Object.create(null), { name: 'p-y' }),
          n: 1000000,
        }),
      ],
      unknown: [],
    });
  });

  it('is refused with a reason', () => {
    assert.deepEqual(renderKustomization({ read: () => undefined }, 'a'), {
      refused: 'there is no file, and no kustomization: a',
    });
  });
});
