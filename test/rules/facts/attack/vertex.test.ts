import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  isPlaced,
  namespaceOfObject,
  nodeNamed,
  nodeVertex,
  objectVertex,
  placedVertex,
  setVertex,
  workloadVertex,
} from '../../../../rules/facts/attack/vertex.ts';

describe('names of what steps lead from and to', () => {
  it('say again what they are put together from', () => {
    const web = workloadVertex('Deployment', 'shop', 'web');
    assert.equal(web, 'deployment/shop/web');
    assert.deepEqual(nodeNamed(nodeVertex(web)), { workload: web, part: undefined });
    assert.deepEqual(nodeNamed(nodeVertex(web, 'tokens')), { workload: web, part: 'tokens' });
    assert.equal(nodeNamed(web), undefined);
    assert.equal(namespaceOfObject('sa', objectVertex('sa', 'shop', 'web')), 'shop');
    assert.equal(namespaceOfObject('sa', objectVertex('secret', 'shop', 'web')), undefined);
    assert.equal(namespaceOfObject('sa', setVertex('sa', '*')), undefined);
    assert.ok(isPlaced(placedVertex(3)) && isPlaced(placedVertex(3, 'tokens')) && !isPlaced(web));
  });

  it('are of a set for every namespace, or for one', () => {
    assert.equal(setVertex('secret', '*'), 'secret/*');
    assert.equal(setVertex('secret', 'shop'), 'secret/shop/*');
  });
});
