/**
 * Pods in which every field that Pod Security admission reads takes every state, on both levels: each alone, then many at random. The same
 * seed gives the same pods.
 */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Writable = { [key: string]: Json };

/** A way a pod or a container can be changed. */
type Twist = (target: Writable) => void;

const put =
  (path: string, value: Json): Twist =>
  (target) => {
    const keys = path.split('.');
    let at = target;
    for (const key of keys.slice(0, -1)) {
      const below = at[key];
      at[key] = typeof below === 'object' && below !== null && !Array.isArray(below) ? below : {};
      at = at[key] as Writable;
    }
    at[keys.at(-1) ?? ''] = value;
  };

const each = (path: string, values: readonly Json[]): Twist[] => values.map((value) => put(path, value));

/** What exists on both levels. */
const shared: readonly Twist[] = [
  ...each('securityContext', [null, {}]),
  ...each('securityContext.runAsNonRoot', [true, false, null]),
  ...each('securityContext.runAsUser', [0, 1, 10001, null]),
  ...each('securityContext.seccompProfile', [
    { type: 'RuntimeDefault' },
    { type: 'Localhost', localhostProfile: 'p.json' },
    { type: 'Unconfined' },
    null,
  ]),
  ...each('securityContext.appArmorProfile', [
    { type: 'RuntimeDefault' },
    { type: 'Localhost', localhostProfile: 'p' },
    { type: 'Unconfined' },
    null,
  ]),
  ...each('securityContext.seLinuxOptions', [
    {},
    null,
    ...['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t', 'spc_t', 'Container_t'].map(
      (type) => ({ type }),
    ),
    { user: 'system_u' },
    { role: 'object_r' },
    { user: '', role: '' },
    { level: 's0:c1,c2' },
    { type: 'container_t', user: 'u', role: 'r' },
  ]),
  ...each('securityContext.windowsOptions', [
    {},
    { hostProcess: true },
    { hostProcess: false },
    { runAsUserName: 'ContainerUser' },
    null,
  ]),
];

const handlers = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle.postStart', 'lifecycle.preStop'];

const ofContainer: readonly Twist[] = [
  ...shared,
  ...each('securityContext.privileged', [true, false, null]),
  ...each('securityContext.allowPrivilegeEscalation', [true, false, null]),
  ...each('securityContext.procMount', ['Default', 'Unmasked', null]),
  ...each('securityContext.capabilities', [
    null,
    {},
    { drop: [] },
    ...[['ALL'], ['all'], ['All'], ['NET_RAW'], ['ALL', 'NET_RAW'], ['CAP_ALL']].map((drop) => ({ drop })),
    ...[
      'CHOWN',
      'NET_BIND_SERVICE',
      'AUDIT_WRITE',
      'SYS_CHROOT',
      'SYS_ADMIN',
      'NET_RAW',
      'ALL',
      'CAP_CHOWN',
      'CAP_NET_BIND_SERVICE',
      'net_bind_service',
    ].flatMap((name) => [{ add: [name] }, { add: [name], drop: ['ALL'] }]),
    { add: ['NET_BIND_SERVICE', 'CHOWN', 'SYS_TIME'], drop: ['ALL'] },
  ]),
  ...each('ports', [
    [],
    [{ containerPort: 80 }],
    [{ containerPort: 80, hostPort: 0 }],
    [{ containerPort: 80, hostPort: 80 }],
    [{ containerPort: 80 }, { containerPort: 81, hostPort: 8081 }],
  ]),
  ...handlers.flatMap((path) =>
    each(path, [
      { httpGet: { port: 80 } },
      { httpGet: { port: 80, host: '' } },
      { httpGet: { port: 80, host: 'example.com' } },
      { httpGet: { port: 80, host: '127.0.0.1' } },
      { tcpSocket: { port: 80 } },
      { tcpSocket: { port: 80, host: 'example.com' } },
      { exec: { command: ['true'] } },
    ]),
  ),
];

const volumeSources: readonly (readonly [type: string, source: Json])[] = [
  ['configMap', { name: 'c' }],
  ['csi', { driver: 'd' }],
  ['downwardAPI', {}],
  ['emptyDir', {}],
  ['ephemeral', {}],
  ['image', { reference: 'i' }],
  ['persistentVolumeClaim', { claimName: 'c' }],
  ['projected', {}],
  ['secret', { secretName: 's' }],
  ['hostPath', { path: '/etc' }],
  ['hostPath', { path: '/var/run/docker.sock' }],
  ['hostPath', { path: '/srv' }],
  ['gcePersistentDisk', { pdName: 'p' }],
  ['awsElasticBlockStore', { volumeID: 'v' }],
  ['gitRepo', { repository: 'r' }],
  ['nfs', { server: 's', path: '/' }],
  ['iscsi', { targetPortal: 't', iqn: 'i', lun: 0 }],
  ['glusterfs', { endpoints: 'e', path: '/' }],
  ['rbd', { monitors: ['m'], image: 'i' }],
  ['flexVolume', { driver: 'd' }],
  ['cinder', { volumeID: 'v' }],
  ['cephfs', { monitors: ['m'] }],
  ['flocker', {}],
  ['fc', {}],
  ['azureFile', { secretName: 's', shareName: 's' }],
  ['vsphereVolume', { volumePath: 'p' }],
  ['quobyte', { registry: 'r', volume: 'v' }],
  ['azureDisk', { diskName: 'd', diskURI: 'u' }],
  ['portworxVolume', { volumeID: 'v' }],
  ['scaleIO', { gateway: 'g', system: 's', secretRef: null }],
  ['storageos', {}],
  ['photonPersistentDisk', { pdID: 'p' }],
];

const sysctls = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_wmem',
  'net.ipv4.tcp_slow_start_after_idle',
  'net.ipv4.tcp_notsent_lowat',
  'kernel.msgmax',
  'net.core.somaxconn',
  'net/ipv4/tcp_syncookies',
];

const ofSpec: readonly Twist[] = [
  ...shared,
  ...['hostNetwork', 'hostPID', 'hostIPC', 'hostUsers'].flatMap((key) => each(key, [true, false, null])),
  ...each('os', [{ name: 'linux' }, { name: 'windows' }, null]),
  ...sysctls.flatMap((name) => each('securityContext.sysctls', [[{ name, value: '1' }]])),
  put('securityContext.sysctls', []),
  put(
    'securityContext.sysctls',
    ['net.ipv4.tcp_rmem', 'kernel.msgmax'].map((name) => ({ name, value: '1' })),
  ),
  ...volumeSources.map(([type, source]) => put('volumes', [{ name: 'v', [type]: source }])),
  put('volumes', [
    { name: 'a', emptyDir: {} },
    { name: 'b', nfs: { server: 's', path: '/' } },
    { name: 'c', hostPath: { path: '/srv' } },
  ]),
];

const annotation = 'container.apparmor.security.beta.kubernetes.io/';
const ofMetadata: readonly Twist[] = [
  'runtime/default',
  'localhost/x',
  'localhost/',
  '',
  'unconfined',
  'docker/default',
].flatMap((value) => [
  put('annotations', { [`${annotation}c`]: value }),
  put('annotations', { [`${annotation}other`]: value }),
]);

interface Draft {
  readonly metadata: Writable;
  readonly spec: Writable;
  readonly containers: Writable[];
  readonly initContainers: Writable[];
  readonly ephemeralContainers: Writable[];
}

function draft(extra: { init?: boolean; ephemeral?: boolean } = {}): Draft {
  const container = (name: string): Writable => ({ name, image: 'i' });
  return {
    metadata: { name: 'p' },
    spec: {},
    containers: [container('c')],
    initContainers: extra.init === true ? [container('i')] : [],
    ephemeralContainers: extra.ephemeral === true ? [container('e')] : [],
  };
}

function pod({ metadata, spec, containers, initContainers, ephemeralContainers }: Draft): Json {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata,
    spec: {
      ...spec,
      containers,
      ...(initContainers.length > 0 ? { initContainers } : {}),
      ...(ephemeralContainers.length > 0 ? { ephemeralContainers } : {}),
    },
  };
}

/** What meets the restricted level, so that a twist on top shows its own effect alone. */
const hardened: Twist = (container) => {
  put('securityContext.allowPrivilegeEscalation', false)(container);
  put('securityContext.runAsNonRoot', true)(container);
  put('securityContext.seccompProfile', { type: 'RuntimeDefault' })(container);
  put('securityContext.capabilities', { drop: ['ALL'] })(container);
};

/** Numerical Recipes' linear congruential generator: the same everywhere, which is all that is asked of it. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** @returns every single twist on a bare and on a hardened pod, and `atRandom` pods with several. */
export function generatePods(atRandom: number): readonly Json[] {
  const pods: Json[] = [];
  const twistsOf: readonly (readonly [keyof Draft, readonly Twist[]])[] = [
    ['metadata', ofMetadata],
    ['spec', ofSpec],
    ['containers', ofContainer],
    ['initContainers', ofContainer],
    ['ephemeralContainers', ofContainer],
  ];
  for (const [where, twists] of twistsOf) {
    for (const twist of twists) {
      for (const hard of [false, true]) {
        const made = draft({ init: where === 'initContainers', ephemeral: where === 'ephemeralContainers' });
        if (hard)
          for (const container of [...made.containers, ...made.initContainers, ...made.ephemeralContainers])
            hardened(container);
        const target = made[where];
        twist(Array.isArray(target) ? (target[0] as Writable) : target);
        pods.push(pod(made));
      }
    }
  }
  const random = randomNumbers(20261123);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  for (let i = 0; i < atRandom; i++) {
    const made = draft({ init: random() < 0.4, ephemeral: random() < 0.2 });
    const all = [...made.containers, ...made.initContainers, ...made.ephemeralContainers];
    for (const container of all) if (random() < 0.7) hardened(container);
    if (random() < 0.3) hardened(made.spec);
    delete (made.spec['securityContext'] as Writable | undefined)?.['allowPrivilegeEscalation'];
    delete (made.spec['securityContext'] as Writable | undefined)?.['capabilities'];
    for (let n = Math.floor(random() * 4); n > 0; n--) pick(ofSpec)(made.spec);
    for (const container of all) for (let n = Math.floor(random() * 3); n > 0; n--) pick(ofContainer)(container);
    if (random() < 0.1) pick(ofMetadata)(made.metadata);
    pods.push(pod(made));
  }
  return pods;
}
