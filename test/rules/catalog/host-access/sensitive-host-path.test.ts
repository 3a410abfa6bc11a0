import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/host-access/sensitive-host-path.ts';
import { pod, testRule } from '../../../harness/index.ts';
import { found } from '../../../harness/recommended.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean }) => {
  check('below a sensitive folder and with a trailing slash (kube-linter compares the exact path)')(pod`
    containers:
      - name: agent
        image: registry.example.com/agent:2.4
    volumes:
      - name: certs
        hostPath:
          path: /etc/ssl
    #           ^^^^^^^^ sensitive-host-path "below /etc of the node"
      - name: etc
        hostPath:
          path: /etc/
    #           ^^^^^ sensitive-host-path
      - name: disk
        hostPath:
          path: /
    #           ^ sensitive-host-path "whole disk"
      - name: run
        hostPath:
          path: /run
    #           ^^^^ sensitive-host-path
      - name: networks
        hostPath:
          path: /run/netns/a
    #           ^^^^^^^^^^^^ sensitive-host-path "/run/netns/a, below /run"
  `);

  clean('names that only begin alike, and sockets, which are worse')(pod`
    containers:
      - name: agent
        image: registry.example.com/agent:2.4
    volumes:
      - name: data
        hostPath:
          path: /etcetera
      - name: docker
        hostPath:
          path: /var/run/docker.sock
      - name: work
        emptyDir: {}
  `);
});

it('programs and libraries that are only read weigh less', () => {
  const severity = (path: string, mounts: string): string | undefined => {
    const text = `apiVersion: v1\nkind: Pod\nmetadata:\n  name: agent\nspec:\n  containers:\n    - name: agent\n      image: a:1\n      volumeMounts: ${mounts}\n  volumes:\n    - name: a\n      hostPath: { path: ${path} }\n`;
    return new Scope([rule], { language: 'yaml', text }, {}).findings[0]?.severity;
  };
  const reading = '[{ name: a, mountPath: /a, readOnly: true }]';
  assert.equal(severity('/lib/modules', reading), 'medium');
  assert.equal(severity('/usr/bin', reading), 'medium');
  assert.equal(severity('/etc/os-release', reading), 'medium');
  assert.equal(severity('/etc/kubernetes', reading), 'high');
  assert.equal(severity('/var/lib/kubelet', reading), 'high');
  assert.equal(severity('/lib/modules', '[{ name: a, mountPath: /a }]'), 'high');
  assert.equal(severity('/lib/modules', '[]'), 'high');
  assert.equal(
    severity('/lib/modules', '[{ name: a, mountPath: /a, readOnly: true }, { name: a, mountPath: /b }]'),
    'high',
  );
});

it('the state of one program below /run, its own settings and the sounds of a desktop decide nothing about the machine', () => {
  const told = (path: string): boolean =>
    new Scope(
      [rule],
      {
        language: 'yaml',
        text: `apiVersion: v1\nkind: Pod\nmetadata:\n  name: agent\nspec:\n  containers: []\n  volumes:\n    - name: a\n      hostPath: { path: ${path} }\n`,
      },
      {},
    ).findings.length > 0;
  for (const path of ['/run/promtail', '/var/run/udev', '/run/user/1000/pulse', '/etc/pihole', '/run/web/cache'])
    assert.equal(told(path), false, path);
  for (const path of [
    '/run',
    '/run/secrets/kubernetes.io',
    '/run/systemd/private',
    '/run/user',
    '/run/dbus',
    '/run/udev/rules.d',
    '/run/web/web.sock',
    '/run/netns',
  ])
    assert.equal(told(path), true, path);
});

it('devices that compute weigh less than disks', () => {
  const severityOf = (path: string): string | undefined =>
    new Scope([rule], {
      language: 'yaml',
      text: `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [{name: a, image: registry.example.com/a:1, volumeMounts: [{name: d, mountPath: /d}]}]\n  volumes: [{name: d, hostPath: {path: ${path}}}]\n`,
    }).findings[0]?.severity;
  assert.equal(severityOf('/dev/nvidia0'), 'medium');
  assert.equal(severityOf('/dev/sda'), 'high');
});

it('what every account reads is told to those who are strict; keys of a control plane are grave', () => {
  const told = (path: string, more: string, profile: 'recommended' | 'strict' = 'recommended'): readonly string[] =>
    found(
      'pod.yaml',
      `apiVersion: v1\nkind: Pod\nmetadata: { name: a, namespace: shop }\nspec:\n  containers: [{ name: a, image: "registry.example.com/a:1", volumeMounts: [{ name: v, mountPath: /v${more} }] }]\n  volumes: [{ name: v, hostPath: { path: ${path} } }]\n`,
      profile,
    ).filter((id) => id === 'sensitive-host-path');
  const reading = ', readOnly: true';
  assert.equal(told('/etc/machine-id', reading).length, 0);
  assert.equal(told('/etc/machine-id', reading, 'strict').length, 1);
  assert.equal(told('/etc/machine-id', '').length, 1);
  assert.equal(told('/dev/nvidia0', '').length, 0);
  assert.equal(told('/dev/nvidia0', '', 'strict').length, 1);
  for (const path of ['/system/secrets/etcd', '/var/lib/rancher/k3s/server/tls', '/var/lib/k0s/pki'])
    assert.equal(told(path, reading).length, 1, path);
  assert.equal(told('/var/lib/rancher/k3s/storage', reading).length, 0);
});
