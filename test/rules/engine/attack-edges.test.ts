import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { edgesOf } from '../../../rules/engine/attack-edges.ts';
import { bound, factsOf, type Manifest, pod, podWith } from '../../harness/attack.ts';

const listed = (objects: readonly Manifest[], edge: string): readonly string[] =>
  edgesOf(factsOf(objects)).flatMap((one) => (one.edge === edge ? [`${one.from} > ${one.to}`] : []));
const privileged = (spec: Manifest = {}): Manifest => pod(spec, { securityContext: { privileged: true } });
const other = (spec: Manifest = {}): Manifest => pod({ serviceAccountName: 'other', ...spec }, {}, { name: 'other' });

describe('the list of steps', () => {
  it('has the pods and tokens that a node may run, and no others', () => {
    assert.deepEqual(listed([privileged(), other()], 'node.pod'), ['node-of:pod/app/web > pod/app/other']);
    assert.ok(listed([privileged(), other()], 'node.token').includes('node-of:pod/app/web > sa/app/other'));
    const apart = [privileged({ nodeSelector: { pool: 'a' } }), other({ nodeSelector: { pool: 'b' } })];
    assert.deepEqual(listed(apart, 'node.pod'), []);
    assert.ok(!listed(apart, 'node.token').includes('node-of:pod/app/web > sa/app/other'));
    assert.deepEqual(listed([pod(), other()], 'node.pod'), []);
    const unknown = [privileged(), other({ nodeSelector: 7 })];
    assert.deepEqual(listed(unknown, 'node.pod'), []);
    const reading = [podWith('/var/lib/kubelet/pods', { readOnly: true }), other()];
    assert.deepEqual(listed(reading, 'node.pod'), []);
    assert.ok(listed(reading, 'node.token').includes('node-of:pod/app/web > sa/app/other'));
  });

  it('spells a set by its name, and by a pattern of its members', () => {
    const everybody = bound('ClusterRole', [':secrets:list', ':pods/exec:create'], [{ kind: 'User', name: 'ann' }]);
    assert.deepEqual(listed(everybody, 'api.secret'), ['user/ann > secrets/*', 'user/ann > secret/*']);
    assert.deepEqual(listed(everybody, 'api.exec'), ['user/ann > */*/*']);
  });

  it('has what accounts may do by their groups', () => {
    const group = bound('ClusterRole', [':pods/exec:create'], [{ kind: 'Group', name: 'system:serviceaccounts:app' }]);
    const found = listed([pod(), other(), pod({}, {}, { namespace: 'far' }), ...group], 'api.exec');
    assert.ok(found.includes('sa/app/other > */*/*'));
    assert.ok(!found.some((arrow) => arrow.startsWith('sa/far/')));
  });
});
