import assert from 'node:assert/strict';
import { it } from 'node:test';
import { found } from '../../../../harness/recommended.ts';

const linux = ['privilege-escalation', 'seccomp-unset', 'undropped-capabilities'];
const about = (spec: string, context: string, profile?: 'strict'): readonly string[] =>
  found(
    'k8s/web.yaml',
    `apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
spec:
  ${spec}
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      securityContext: ${context}
`,
    profile,
  )
    .filter((rule) => linux.includes(rule))
    .sort();

it('what a privileged container has anyway, and what Windows has not, is told to those who are strict', () => {
  assert.deepEqual(about('restartPolicy: Always', '{readOnlyRootFilesystem: true}'), linux);
  assert.deepEqual(about('nodeSelector: {kubernetes.io/os: linux}', '{readOnlyRootFilesystem: true}'), linux);
  assert.deepEqual(about('restartPolicy: Always', '{privileged: true}'), []);
  assert.deepEqual(about('restartPolicy: Always', '{privileged: true}', 'strict'), linux);
  assert.deepEqual(about('nodeSelector: {kubernetes.io/os: windows}', '{readOnlyRootFilesystem: true}'), []);
});
