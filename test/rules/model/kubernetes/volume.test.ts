import assert from 'node:assert/strict';
import { it } from 'node:test';
import { resource } from './read.ts';

it('has the mounts of its name; of two of one name the first has them', () => {
  const { pods } = resource(`apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  volumes:
    - {name: data, hostPath: {path: /a}}
    - {name: other, emptyDir: {}}
    - {name: data, hostPath: {path: /b}}
  containers:
    - {name: c, image: "i:1", volumeMounts: [{name: data, mountPath: /x}, {name: data, mountPath: /y}]}
    - {name: d, image: "i:1", volumeMounts: [{name: data, mountPath: /z}]}
`);
  const mounted = pods[0]?.volumes.map(({ mounts }) => mounts.map(({ field }) => field.at('mountPath').text));
  assert.deepEqual(mounted, [['/x', '/y', '/z'], [], []]);
});
