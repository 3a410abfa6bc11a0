import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { escapes } from '../../../../rules/facts/attack/escapes.ts';
import { arrows, type Manifest, pod, podWith, stepsIn } from '../../../harness/attack.ts';

const adding = (name: string, spec: Manifest = {}, context: Manifest = {}): Manifest =>
  pod(spec, { securityContext: { capabilities: { add: [name] }, ...context } });
const privileged = (spec: Manifest = {}): Manifest => pod(spec, { securityContext: { privileged: true } });
const user = (runAsUser: number): Manifest => ({ securityContext: { runAsUser } });

/** By row: pods that have it, and pods that do not. */
const cases: { readonly [edge: string]: { readonly must: readonly Manifest[]; readonly not: readonly Manifest[] } } = {
  'escape.privileged-mount': {
    must: [privileged(), pod({ initContainers: [{ name: 'i', image: 'i:1', securityContext: { privileged: true } }] })],
    not: [
      pod(),
      privileged({ hostUsers: false }),
      privileged({ runtimeClassName: 'gvisor' }),
      pod({}, { securityContext: { privileged: '{{ .Values.privileged }}' } }),
    ],
  },
  'escape.nsenter': { must: [privileged({ hostPID: true })], not: [privileged(), pod({ hostPID: true })] },
  'escape.module': {
    must: [privileged(), adding('SYS_MODULE'), adding('ALL')],
    not: [
      adding('NET_ADMIN'),
      adding('SYS_MODULE', { hostUsers: false }),
      adding('SYS_MODULE', {}, { runAsUser: 1000 }),
      adding('SYS_MODULE', { securityContext: { runAsNonRoot: true } }),
    ],
  },
  'escape.ptrace': {
    must: [adding('SYS_PTRACE', { hostPID: true })],
    not: [adding('SYS_PTRACE'), pod({ hostPID: true })],
  },
  'escape.sys-admin': { must: [adding('SYS_ADMIN'), adding('ALL')], not: [adding('SYS_TIME')] },
  'escape.dac-read': { must: [adding('DAC_READ_SEARCH')], not: [adding('DAC_OVERRIDE')] },
  'escape.raw-io': { must: [adding('SYS_RAWIO'), adding('BPF')], not: [adding('NET_RAW')] },
  'escape.core-pattern': {
    must: [podWith('/'), podWith('/proc/sys')],
    not: [podWith('/proc/sys', { readOnly: true }), podWith('/proc/net'), podWith('/sys')],
  },
  'escape.host-write': {
    must: [
      podWith('/etc'),
      podWith('/opt/../usr/lib/'),
      podWith('/var/lib', { subPath: 'kubelet/plugins' }),
      podWith('/'),
    ],
    not: [
      podWith('/etc', { readOnly: true }),
      podWith('/data'),
      podWith('/var/lib', { subPath: 'app' }),
      podWith('/var/lib', { subPathExpr: '$(POD)' }),
      podWith('/etc', {}, user(1000)),
      podWith('/etc', {}, {}, { hostUsers: false }),
      podWith('/dev/dri'),
      podWith('/etc/localtime'),
      podWith('{{ .Values.path }}'),
    ],
  },
  'escape.host-read': {
    must: [podWith('/etc/kubernetes', { readOnly: true }), podWith('/root/.ssh', { readOnly: true })],
    not: [
      podWith('/usr', { readOnly: true }),
      podWith('/etc/ssl', { readOnly: true }),
      podWith('/etc', {}, user(1000)),
    ],
  },
  'read.node-tokens': {
    must: [podWith('/var/lib/kubelet//pods/', { readOnly: true }), podWith('/var/lib', { readOnly: true })],
    not: [podWith('/var/lib/kubelet/plugins'), podWith('/var/lib', { subPath: 'app' })],
  },
  'escape.runtime-socket': {
    must: [
      podWith('/run', { readOnly: true }),
      podWith('/var/run/docker.sock'),
      podWith('/run/k3s/containerd'),
      podWith('/'),
    ],
    not: [podWith('/run/udev'), podWith('/var'), podWith('/var/run/docker.sock', {}, user(1000))],
  },
  'escape.host-process': {
    must: [pod({ os: { name: 'windows' }, securityContext: { windowsOptions: { hostProcess: true } } })],
    not: [pod({ os: { name: 'windows' } })],
  },
  'read.processes': {
    must: [pod({ hostPID: true })],
    not: [pod({ hostIPC: true }), pod({ hostPID: true, hostUsers: false })],
  },
};

describe('steps from a pod onto its node', () => {
  it('have cases of both sides for every row', () => {
    assert.deepEqual(Object.keys(cases).sort(), escapes.map(({ id }) => id).sort());
  });

  for (const { id, part } of escapes)
    it(`has ${id} where a pod has what it takes, and nowhere else`, () => {
      const { must = [], not = [] } = cases[id] ?? {};
      assert.ok(must.length > 0 && not.length > 0);
      for (const one of must)
        assert.ok(
          arrows(stepsIn([one]), id).includes(
            `pod/app/web > node-of:pod/app/web${part === undefined ? '' : `:${part}`}`,
          ),
          JSON.stringify(one),
        );
      for (const one of not) assert.deepEqual(arrows(stepsIn([one]), id), [], JSON.stringify(one));
    });

  it('says what is assumed: who the image runs as, when an init container runs', () => {
    const assumed = (one: Manifest, edge: string): readonly string[] =>
      stepsIn([one]).all.find((step) => step.edge === edge)?.assumes ?? ['no such step'];
    assert.deepEqual(assumed(podWith('/etc'), 'escape.host-write'), ['image']);
    assert.deepEqual(assumed(podWith('/etc', {}, user(0)), 'escape.host-write'), []);
    const init = { name: 'i', image: 'i:1', securityContext: { privileged: true } };
    assert.deepEqual(assumed(pod({ initContainers: [init] }), 'escape.privileged-mount'), ['init']);
    assert.deepEqual(
      assumed(pod({ initContainers: [{ ...init, restartPolicy: 'Always' }] }), 'escape.privileged-mount'),
      [],
    );
  });

  it('names the edits that take a step away, each at its place', () => {
    const step = stepsIn([podWith('/etc')]).all.find(({ edge }) => edge === 'escape.host-write');
    assert.deepEqual(
      step?.cuts.map(({ place, edit }) => [place, edit]),
      [
        ['c0.mount0', 'Mount /etc of the node read-only into container web of Pod web'],
        ['c0.mount0', 'Do not mount /etc of the node into container web of Pod web'],
      ],
    );
  });
});
