import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import { defaultSettings, type Settings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';

const everything: Settings = { ...defaultSettings, profile: 'all' };

function found(path: string, text: string, settings: Settings = everything): Set<string> {
  const workspace = new Workspace(rules);
  workspace.update({ path, text }, settings);
  return new Set(workspace.findings(path).map(({ rule }) => rule));
}
const inDockerfile = (text: string, settings?: Settings): Set<string> => found('Dockerfile', text, settings);
const inManifest = (text: string, settings?: Settings): Set<string> => found('pod.yaml', text, settings);

describe('in Dockerfiles', () => {
  const two = 'FROM debian:latest AS a\nRUN true\nFROM alpine:latest\nUSER 1\n';
  const tags = (text: string, settings = everything): number => {
    const workspace = new Workspace(rules);
    workspace.update({ path: 'Dockerfile', text }, settings);
    return workspace.findings('Dockerfile').filter(({ rule }) => rule === 'image-tag-latest').length;
  };

  it('the cases show something', () => assert.equal(tags(two), 2));
  it('hadolint: the next instruction', () => {
    assert.equal(tags(`# hadolint ignore=DL3007\n${two}`), 1);
    assert.equal(tags(`# hadolint ignore=DL3007,SC2046\n${two}`), 1);
    assert.equal(tags(`# hadolint ignore=DL3006\n${two}`), 2, 'another rule');
    assert.equal(tags(`# hadolint ignore=DL3007\n\n${two}`), 2, 'not the next line');
  });
  it('hadolint: everywhere', () => assert.equal(tags(`# hadolint global ignore=DL3007\n${two}`), 0));
  it('hadolint: its configuration', () =>
    assert.ok(
      !inDockerfile('FROM debian:latest\n', { ...everything, hadolintIgnored: ['DL3007'] }).has('image-tag-latest'),
    ));
  it('hadolint: a stage', () => {
    const sudo = 'FROM debian:13\nRUN sudo a\nFROM debian:13\nRUN sudo b\n';
    const lines = (text: string): number[] => {
      const workspace = new Workspace(rules);
      workspace.update({ path: 'Dockerfile', text }, everything);
      return workspace
        .findings('Dockerfile')
        .filter(({ rule }) => rule === 'sudo-in-run')
        .map(({ span }) => text.slice(0, span.start).split('\n').length);
    };
    assert.deepEqual(lines(sudo), [2, 4]);
    assert.deepEqual(lines(`# hadolint stage ignore=DL3004\n${sudo}`), [5]);
  });
  it('Checkov: the file', () => {
    assert.ok(inDockerfile('FROM debian:13\n').has('missing-user'));
    assert.ok(!inDockerfile('# checkov:skip=CKV_DOCKER_3: built by a job\nFROM debian:13\n').has('missing-user'));
  });
  it('Trivy: an instruction, in every spelling, until the day it names', () => {
    for (const id of ['DS-0001', 'DS001', 'AVD-DS-0001']) assert.equal(tags(`#trivy:ignore:${id}\n${two}`), 1, id);
    const until = `#trivy:ignore:DS-0001:exp:2026-12-31\n${two}`;
    assert.equal(tags(until, { ...everything, today: '2026-12-31' }), 1);
    assert.equal(tags(until, { ...everything, today: '2027-01-01' }), 2);
  });
  it('KICS: the next line, or the file', () => {
    assert.equal(tags(`# kics-scan ignore-line\n${two}`), 1);
    assert.equal(tags(`# kics-scan ignore\n${two}`), 0);
    assert.equal(tags(`# kics-scan ignore-block\n${two}`), 1);
  });
  it('BuildKit: names, among the directives alone', () => {
    const secret = 'FROM debian:13\nUSER 1\nENV API_TOKEN=hunter2hunter2\n';
    assert.ok(inDockerfile(secret).has('literal-secret'));
    assert.ok(!inDockerfile(`# check=skip=SecretsUsedInArgOrEnv\n${secret}`).has('literal-secret'));
    assert.ok(!inDockerfile(`# check=skip=all;error=true\n${secret}`).has('literal-secret'));
    assert.ok(inDockerfile(`FROM debian:13 AS x\n# check=skip=all\n${secret}`).has('literal-secret'));
  });
  it('count for nothing when they are switched off', () =>
    assert.ok(
      inDockerfile('# hadolint global ignore=DL3007\nFROM debian:latest\n', { ...everything, otherIgnores: false }).has(
        'image-tag-latest',
      ),
    ));
  it('are never blamed', () =>
    assert.ok(![...inDockerfile('# hadolint global ignore=DL3007\nFROM debian:13\n')].some((id) => /ignore/.test(id))));
});

describe('in manifests', () => {
  const pod = (annotation: string): string =>
    `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n${annotation === '' ? '' : `  annotations:\n    ${annotation}\n`}spec:\n  hostPID: true\n  containers:\n    - name: web\n      image: nginx:1.29\n`;
  const ignores = (annotation: string): void => {
    assert.ok(inManifest(pod('')).has('host-pid'));
    assert.ok(!inManifest(pod(annotation)).has('host-pid'), annotation);
    assert.ok(inManifest(pod(annotation), { ...everything, otherIgnores: false }).has('host-pid'), annotation);
  };
  const keeps = (annotation: string): void => assert.ok(inManifest(pod(annotation)).has('host-pid'), annotation);

  it('KubeLinter: a check, or all', () => {
    ignores('ignore-check.kube-linter.io/host-pid: an agent');
    ignores('kube-linter.io/ignore-all: an agent');
    keeps('ignore-check.kube-linter.io/host-ipc: an agent');
  });
  it('Checkov: annotations and comments', () => {
    ignores('checkov.io/skip1: CKV_K8S_17=an agent');
    ignores('bridgecrew.io/skip1: CKV_K8S_17=an agent');
    keeps('checkov.io/skip1: CKV_K8S_18=an agent');
    assert.ok(!inManifest(`# checkov:skip=CKV_K8S_17:an agent\n${pod('')}`).has('host-pid'));
  });
  it('Polaris: a check, or all, when it says so', () => {
    ignores('polaris.fairwinds.com/hostPIDSet-exempt: "true"');
    ignores('polaris.fairwinds.com/exempt: "true"');
    keeps('polaris.fairwinds.com/exempt: "false"');
  });
  it('kube-score: a list', () => {
    const open = (annotation: string): boolean => inManifest(pod(annotation)).has('writable-root-filesystem');
    assert.ok(open(''));
    assert.ok(!open('kube-score/ignore: pod-networkpolicy, container-security-context-readonlyrootfilesystem'));
  });
  it('kubeaudit: labels of a pod or of one container', () => {
    const found = (label: string): boolean =>
      inManifest(
        `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels:\n    ${label}\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        privileged: true\n`,
      ).has('privileged-container');
    assert.ok(found('app: web'));
    assert.ok(!found('kubeaudit.io/allow-privileged: an-agent'));
    assert.ok(!found('container.kubeaudit.io/web.allow-privileged: an-agent'));
    assert.ok(found('container.kubeaudit.io/log.allow-privileged: an-agent'));
    assert.ok(found('kubeaudit.io/allow-run-as-root: an-agent'));
  });
  it('kubeaudit: what a label names, and nothing beside it', () => {
    const lines = (label: string, settings = everything): number[] => {
      const text = `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    ${label}
spec:
  hostPID: true
  hostNetwork: true
  volumes:
    - {name: engine, hostPath: {path: /var/run/docker.sock}}
    - {name: other, hostPath: {path: /run/containerd/containerd.sock}}
  containers:
    - name: web
      image: nginx:1.29
      volumeMounts: [{name: engine, mountPath: /e}, {name: other, mountPath: /o}]
      securityContext:
        capabilities:
          add: [SYS_ADMIN]
    - name: log
      image: nginx:1.29
      securityContext:
        capabilities:
          add:
            - SYS_ADMIN
            - SYS_MODULE
`;
      const workspace = new Workspace(rules);
      workspace.update({ path: 'pod.yaml', text }, settings);
      return workspace
        .findings('pod.yaml')
        .filter(({ rule }) => /^(?:dangerous-capability|host-pid|host-network|runtime-socket)$/.test(rule))
        .map(({ span }) => text.slice(0, span.start).split('\n').length);
    };
    const all = [8, 9, 11, 12, 19, 25, 26];
    const without = (...hidden: number[]): number[] => all.filter((line) => !hidden.includes(line));
    assert.deepEqual(lines('app: web'), all);
    assert.deepEqual(lines('kubeaudit.io/allow-capability-chown: x'), all);
    assert.deepEqual(lines('kubeaudit.io/allow-capability-sys-admin: x'), without(19, 25));
    assert.deepEqual(lines('container.kubeaudit.io/log.allow-capability-sys-admin: x'), without(25));
    assert.deepEqual(lines('container.audit.kubernetes.io/log.allow-capability-sys-module: x'), without(26));
    assert.deepEqual(lines('kubeaudit.io/allow-namespace-host-PID: x'), without(8));
    assert.deepEqual(lines('audit.kubernetes.io/pod.allow-namespace-host-network: x'), without(9));
    assert.deepEqual(lines('kubeaudit.io/allow-host-path-mount-engine: x'), without(11));
    assert.deepEqual(lines('container.kubeaudit.io/log.allow-host-path-mount-engine: x'), all);
    assert.deepEqual(lines('kubeaudit.io/allow-capability-sys-admin: x', { ...everything, otherIgnores: false }), all);
  });
  it('speak of their own object alone', () =>
    assert.ok(inManifest(`${pod('kube-linter.io/ignore-all: x')}---\n${pod('')}`).has('host-pid')));
});
