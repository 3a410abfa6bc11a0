import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from '../../harness/recommended.ts';

const parts = [
  'apparmor-unconfined',
  'host-ipc',
  'host-path-volume',
  'host-pid',
  'root-uid',
  'seccomp-unconfined',
  'selinux-options',
  'sensitive-host-path',
  'unmasked-proc',
];

const pod = (privileged: string, more = ''): string => `apiVersion: v1
kind: Pod
metadata: {name: agent, namespace: system}
spec:
  hostPID: true
  hostIPC: true
  containers:
    - name: agent
      image: registry.example.com/agent:1
      securityContext:
        ${privileged}
        runAsUser: 0
        procMount: Unmasked
        seccompProfile: {type: Unconfined}
        appArmorProfile: {type: Unconfined}
        seLinuxOptions: {type: spc_t}
      volumeMounts:
        - {name: etc, mountPath: /etc}
        - {name: data, mountPath: /data}
${more}  volumes:
    - {name: etc, hostPath: {path: /etc}}
    - {name: data, hostPath: {path: /srv/data}}
`;

const told = (text: string, profile: 'recommended' | 'strict' = 'recommended'): readonly string[] =>
  found('agent.yaml', text, profile)
    .filter((id) => parts.includes(id))
    .sort();

describe('what a privileged container has anyway', () => {
  it('is told to those who are strict', () => {
    assert.deepEqual(told(pod('privileged: true')), []);
    assert.deepEqual(told(pod('privileged: true'), 'strict'), parts);
    assert.ok(found('agent.yaml', pod('privileged: true')).includes('privileged-container'));
  });

  it('is told of those that are not', () => {
    assert.deepEqual(told(pod('privileged: false')), parts);
  });

  it('is told of a folder that another container mounts, too, and of what the pod shares with its node', () => {
    const second = `    - name: web
      image: registry.example.com/web:1
      volumeMounts:
        - {name: etc, mountPath: /etc}
`;
    assert.deepEqual(told(pod('privileged: true', second)), ['host-ipc', 'host-pid', 'sensitive-host-path']);
  });

  it('of a service is told to those who are strict', () => {
    const service = (first: string): readonly string[] =>
      found(
        'compose.yaml',
        `services:
  agent:
    image: registry.example.com/agent:1
    ${first}
    user: root
    pid: host
    network_mode: host
    security_opt: ["seccomp:unconfined"]
    devices: [/dev/sda]
    volumes: ["/:/host:ro", "/etc:/etc"]
`,
      ).filter((id) => id.startsWith('compose-'));
    assert.deepEqual(service('privileged: true').toSorted(), ['compose-host-namespace', 'compose-privileged']);
    assert.deepEqual(service('privileged: false').toSorted(), [
      'compose-host-device',
      'compose-host-namespace',
      'compose-host-namespace',
      'compose-host-path',
      'compose-host-path',
      'compose-root-user',
      'compose-unconfined',
    ]);
  });
});
