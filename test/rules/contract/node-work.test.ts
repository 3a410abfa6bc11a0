import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from '../../harness/recommended.ts';

const powerful = (image: string): string => `apiVersion: v1
kind: Pod
metadata: {name: agent, namespace: system, annotations: {container.apparmor.security.beta.kubernetes.io/a: unconfined}}
spec:
  hostNetwork: true
  hostPID: true
  containers:
    - name: agent
      image: ${image}
      securityContext:
        seccompProfile: {type: Unconfined}
        appArmorProfile: {type: Unconfined}
        seLinuxOptions: {type: spc_t}
      volumeMounts:
        - {name: etc, mountPath: /etc/cni, mountPropagation: Bidirectional}
    - name: second
      image: ${image}
      securityContext: {capabilities: {add: [SYS_ADMIN]}}
  volumes:
    - {name: etc, hostPath: {path: /etc/cni}}
    - {name: log, hostPath: {path: /var/log}}
    - {name: data, hostPath: {path: /srv/data}}
---
apiVersion: v1
kind: Pod
metadata: {name: bare, namespace: system}
spec:
  containers: [{name: agent, image: ${image}, securityContext: {privileged: true}}]
`;

const access = [
  'apparmor-unconfined',
  'bidirectional-mount',
  'dangerous-capability',
  'host-network',
  'host-path-volume',
  'host-pid',
  'privileged-container',
  'seccomp-unconfined',
  'selinux-options',
  'sensitive-host-path',
];

const hardening = ['privilege-escalation', 'running-as-root', 'seccomp-unset', 'undropped-capabilities'];

const told = (
  image: string,
  profile: 'recommended' | 'strict' = 'recommended',
  edit: (text: string) => string = (text) => text,
): readonly string[] =>
  [...new Set(found('agent.yaml', edit(powerful(image)), profile))].filter((id) => access.includes(id)).sort();

/** Findings on one service, apart from those on its image. */
const toldOfService = (image: string, lines: string, profile: 'recommended' | 'strict' = 'recommended') =>
  found('compose.yaml', `services:\n  agent:\n    image: ${image}\n    ${lines}\n`, profile).filter((id) =>
    ['compose-capability', 'compose-host-namespace', 'compose-privileged'].includes(id),
  );

describe('what a program is made for', () => {
  it('is told to those who are strict of services, too', () => {
    const host = 'network_mode: host\n    pid: host';
    const privileged = 'privileged: true';
    const falco = 'falcosecurity/falco:0.40.0';
    assert.deepEqual([...toldOfService(falco, host), ...toldOfService(falco, privileged)], []);
    assert.equal([...toldOfService(falco, host, 'strict'), ...toldOfService(falco, privileged, 'strict')].length, 3);
    const home = 'homeassistant/home-assistant:2026.1';
    assert.deepEqual(toldOfService(home, host), ['compose-host-namespace']);
    assert.deepEqual(toldOfService(home, privileged), ['compose-privileged']);
    const web = 'registry.example.com/shop/web:1';
    assert.equal([...toldOfService(web, host), ...toldOfService(web, privileged)].length, 3);
  });

  it('of tunnels is NET_ADMIN in a network of their own', () => {
    const tunnel = 'cap_add: [NET_ADMIN]';
    assert.deepEqual(toldOfService('qmcgaw/gluetun:v3', tunnel), []);
    assert.deepEqual(toldOfService('registry.example.com/shop/web:1', tunnel), ['compose-capability']);
    assert.deepEqual(toldOfService('qmcgaw/gluetun:v3', 'cap_add: [SYS_MODULE]'), ['compose-capability']);
    assert.deepEqual(toldOfService('qmcgaw/gluetun:v3', `${tunnel}\n    network_mode: host`).sort(), [
      'compose-capability',
      'compose-host-namespace',
    ]);
    const pod = (more: string): readonly string[] =>
      told('qmcgaw/gluetun:v3', 'recommended', (text) =>
        text.replace('SYS_ADMIN', 'NET_ADMIN').replace('hostNetwork: true', more),
      );
    assert.ok(!pod('hostNetwork: false').includes('dangerous-capability'));
    assert.ok(pod('hostNetwork: true').includes('dangerous-capability'));
  });

  it('is told to those who are strict', () => {
    assert.deepEqual(told('quay.io/cilium/cilium:v1.18.2'), ['host-path-volume', 'host-pid']);
    assert.deepEqual(told('quay.io/cilium/cilium:v1.18.2', 'strict'), access);
    assert.deepEqual(told('mirror.example.com:5000/quay.io/prometheus/node-exporter:v1.9.1'), [
      'apparmor-unconfined',
      'bidirectional-mount',
      'dangerous-capability',
      'host-path-volume',
      'privileged-container',
      'seccomp-unconfined',
      'selinux-options',
      'sensitive-host-path',
    ]);
  });

  it('is to read, of those who watch the node: what they may write is told', () => {
    const agent = (readOnly: boolean): readonly string[] =>
      found(
        'agent.yaml',
        `apiVersion: v1\nkind: Pod\nmetadata: {name: agent, namespace: system}\nspec:\n  hostPID: true\n  containers:\n    - name: a\n      image: netdata/netdata:v2.7\n      volumeMounts: [{name: etc, mountPath: /host/etc, readOnly: ${readOnly}}]\n  volumes: [{name: etc, hostPath: {path: /etc}}]\n`,
      ).filter((id) => access.includes(id));
    assert.deepEqual(agent(true), []);
    assert.deepEqual(agent(false), ['sensitive-host-path']);
    const service = (volume: string): readonly string[] =>
      found(
        'compose.yaml',
        `services:\n  a:\n    image: nicolargo/glances:4.3.3\n    pid: host\n    volumes: ['${volume}']\n`,
      ).filter((id) => /^compose-(?:host|runtime)/.test(id));
    assert.deepEqual(service('/:/rootfs:ro'), []);
    assert.deepEqual(service('/etc:/host/etc'), ['compose-host-path']);
    assert.deepEqual(service('/run/docker.sock:/run/docker.sock:ro'), ['compose-runtime-socket']);
  });

  it('is told of containers beside a program of others, but for what the pod shares', () => {
    const pod = (first: string, second: string): readonly string[] =>
      found(
        'agent.yaml',
        `apiVersion: v1\nkind: Pod\nmetadata: {name: agent, namespace: system}\nspec:\n  hostNetwork: true\n  containers:\n    - {name: a, image: ${first}, securityContext: {privileged: true}}\n    - {name: b, image: ${second}, securityContext: {privileged: true}}\n`,
      ).filter((id) => ['host-network', 'privileged-container'].includes(id));
    assert.deepEqual(pod('quay.io/cilium/cilium:v1.18.2', 'registry.example.com/shop/web:1'), ['privileged-container']);
    assert.deepEqual(pod('quay.io/cilium/cilium:v1.18.2', 'quay.io/cilium/startup-script:1'), []);
    assert.deepEqual(pod('falcosecurity/falco:0.42.0', 'bitnami/redis:8.2.0'), ['privileged-container']);
    assert.deepEqual(
      pod('registry.k8s.io/sig-storage/csi-node-driver-registrar:v2.15.0', 'example.com/shop/disks:1'),
      [],
    );
  });

  it('is told once where it is privileged: a capability adds nothing', () => {
    const both = (text: string): string => text.replace('{capabilities', '{privileged: true, capabilities');
    const web = 'registry.example.com/shop/web:1';
    assert.ok(!told(web, 'recommended', both).includes('dangerous-capability'));
    assert.ok(told(web, 'strict', both).includes('dangerous-capability'));
  });

  it('of single programs is the capability that their documentation asks for', () => {
    const capability = (image: string, name: string): readonly string[] => toldOfService(image, `cap_add: [${name}]`);
    assert.deepEqual(capability('hashicorp/vault:1.20', 'IPC_LOCK'), []);
    assert.deepEqual(capability('registry.example.com/shop/web:1', 'IPC_LOCK'), ['compose-capability']);
    assert.deepEqual(capability('hashicorp/vault:1.20', 'SYS_TIME'), ['compose-capability']);
  });

  it('is told of everybody else, whatever it is called like', () => {
    for (const image of ['registry.example.com/shop/web:1', 'quay.io/cilium/cilium-tool:1', 'cilium:1', '${IMAGE}'])
      assert.deepEqual(told(image), access, image);
  });

  it('holds for what it lacks, where it works with all rights', () => {
    const plain = (image: string): readonly string[] =>
      found(
        'agent.yaml',
        `apiVersion: v1\nkind: Pod\nmetadata: {name: agent, namespace: system}\nspec:\n  containers: [{name: agent, image: "${image}"}]\n`,
      ).filter((id) => hardening.includes(id));
    assert.deepEqual(plain('quay.io/calico/node:v3.31'), []);
    assert.deepEqual(plain('quay.io/prometheus/node-exporter:v1.9.1').toSorted(), hardening);
    const pair = 'quay.io/calico/node:v3.31"}, {name: sidecar, image: "registry.example.com/sidecar:1';
    assert.deepEqual(plain(pair).toSorted(), hardening, 'its neighbour works with none');
  });

  it('of collectors of logs is where logs are', () => {
    const ids = found(
      'agent.yaml',
      powerful('fluent/fluent-bit:4.1').replace('/srv/data', '/var/lib/docker/containers'),
    );
    assert.equal(ids.filter((id) => id === 'host-path-volume').length, 0);
    assert.equal(ids.filter((id) => id === 'sensitive-host-path').length, 1, 'the folder of the network alone');
  });

  it('of routers, of what deploys with Compose and of what bans addresses is that', () => {
    assert.deepEqual(toldOfService('quay.io/frrouting/frr:10.2.1', 'network_mode: host\n    cap_add: [SYS_ADMIN]'), []);
    assert.deepEqual(toldOfService('lscr.io/linuxserver/swag:5.1.0', 'cap_add: [NET_ADMIN]'), []);
    assert.deepEqual(toldOfService('lscr.io/linuxserver/nginx:1.29', 'cap_add: [NET_ADMIN]'), ['compose-capability']);
    const socket = 'volumes: ["/var/run/docker.sock:/var/run/docker.sock"]';
    const told = (image: string): readonly string[] =>
      found('compose.yaml', `services:\n  a:\n    image: ${image}\n    ${socket}\n`).filter(
        (id) => id === 'compose-runtime-socket',
      );
    assert.equal(told('ghcr.io/kimdre/doco-cd:0.40.0').length, 0);
    assert.equal(told('registry.example.com/web:1').length, 1);
  });
});
