import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/pod/naked-pod.ts';
import { showsItself, yaml } from '../../../harness/index.ts';
import { Scope } from '../../../harness/scope.ts';

// The same pod inside a Deployment is no finding, so that the laws on other forms of a snippet do not apply.
it('naked-pod names pods without an owner', () => {
  const found = (text: string): number => new Scope([rule], { ...yaml``, text }).findings.length;
  const pod = (metadata: string): string =>
    `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n${metadata}spec:\n  containers:\n    - name: web\n      image: nginx:1.29\n`;
  assert.equal(found(pod('')), 1);
  assert.equal(found(pod('  namespace: kube-system\n')), 0);
  assert.equal(found(pod('  ownerReferences: [{kind: Job, name: x, apiVersion: batch/v1, uid: u}]\n')), 0);
});

it('shows itself', () => showsItself(rule));
