/** Arbitrary Kubernetes objects: keys in any order, any part missing, values good and bad. Says nothing of how they are written. */
import fc from 'fast-check';

export type Tree = string | number | boolean | null | readonly Tree[] | { readonly [key: string]: Tree };
type Arbitrary = fc.Arbitrary<Tree>;

/** A map of some of these keys, in any order; `always` are never left out. */
function some(parts: { readonly [key: string]: Arbitrary }, always: readonly string[] = []): Arbitrary {
  const keys = Object.keys(parts);
  const optional = keys.filter((key) => !always.includes(key));
  return fc
    .tuple(fc.subarray(optional), fc.record(parts))
    .chain(([chosen, values]) =>
      fc
        .shuffledSubarray([...always, ...chosen], { minLength: always.length + chosen.length })
        .map(
          (order): Tree =>
            Object.fromEntries(order.map((key) => [key, (values as { [key: string]: Tree })[key] as Tree])),
        ),
    );
}

const of = (...values: readonly Tree[]): Arbitrary => fc.constantFrom(...values);
const boolean = of(true, false);
const list = (item: Arbitrary, maxLength: number): Arbitrary => fc.array(item, { minLength: 1, maxLength });
const listOf = (...values: readonly string[]): Arbitrary =>
  fc.shuffledSubarray([...values], { minLength: 1, maxLength: 3 });

const capabilities = fc.oneof(
  some({
    add: listOf('NET_BIND_SERVICE', 'NET_ADMIN', 'SYS_TIME', 'ALL', 'CHOWN'),
    drop: listOf('ALL', 'NET_RAW', 'all', 'MKNOD'),
  }),
  of({}),
);
const seccomp = of(
  { type: 'RuntimeDefault' },
  { type: 'Unconfined' },
  { type: 'Localhost', localhostProfile: 'a.json' },
  null,
);
const containerContext = fc.oneof(
  {
    weight: 8,
    arbitrary: some({
      privileged: boolean,
      allowPrivilegeEscalation: boolean,
      runAsNonRoot: boolean,
      runAsUser: of(0, 101, 10001),
      readOnlyRootFilesystem: boolean,
      capabilities,
      seccompProfile: seccomp,
      appArmorProfile: of({ type: 'RuntimeDefault' }, { type: 'Unconfined' }),
      procMount: of('Default', 'Unmasked'),
      seLinuxOptions: of({ level: 's0:c1,c2' }, { type: 'spc_t' }),
    }),
  },
  { weight: 1, arbitrary: of({}) },
  { weight: 1, arbitrary: of(null) },
);
const mount = some(
  { name: of('data', 'logs'), mountPath: of('/data', '/var/log', '/tmp'), readOnly: boolean, subPath: of('a') },
  ['name', 'mountPath'],
);
const quantity = of('100m', '1', '64Mi', '1Gi');
const container = some(
  {
    name: of('web', 'side', 'job'),
    image: of('registry.example.com/web:1.2.3', 'nginx', 'nginx:1.29', 'redis:latest', 'alpine'),
    imagePullPolicy: of('Always', 'IfNotPresent'),
    command: of(['sh', '-c', 'run'], ['/bin/server']),
    env: of([{ name: 'MODE', value: 'on' }], [{ name: 'DB_PASSWORD', value: 'correct-horse-7' }]),
    ports: of([{ containerPort: 8080 }], [{ containerPort: 80, hostPort: 80, name: 'http' }]),
    resources: some({
      limits: some({ cpu: quantity, memory: quantity }),
      requests: some({ cpu: quantity, memory: quantity }),
    }),
    volumeMounts: list(mount, 2),
    securityContext: containerContext,
    livenessProbe: of({ httpGet: { path: '/', port: 8080 } }),
  },
  ['name', 'image'],
);
const volume = of(
  { name: 'data', hostPath: { path: '/srv/data' } },
  { name: 'logs', hostPath: { path: '/var/log', type: 'Directory' } },
  { name: 'data', emptyDir: {} },
  { name: 'logs', emptyDir: { sizeLimit: '1Gi' } },
);
const podSpec = some(
  {
    containers: list(container, 3),
    initContainers: list(container, 1),
    volumes: list(volume, 2),
    securityContext: fc.oneof(
      some({
        runAsNonRoot: boolean,
        runAsUser: of(0, 10001),
        fsGroup: of(0, 2000),
        seccompProfile: seccomp,
        sysctls: of([{ name: 'kernel.msgmax', value: '1' }]),
      }),
      of({}),
    ),
    serviceAccountName: of('default', 'web'),
    automountServiceAccountToken: boolean,
    hostNetwork: boolean,
    hostPID: boolean,
    hostIPC: boolean,
    hostAliases: of([{ ip: '127.0.0.1', hostnames: ['a'] }]),
    restartPolicy: of('Always', 'Never'),
    shareProcessNamespace: boolean,
  },
  ['containers'],
);
const labels = of({ app: 'web' }, { 'app.kubernetes.io/name': 'web', tier: 'front' });
const metadata = some(
  {
    name: of('web', 'shop'),
    namespace: of('shop', 'default'),
    labels,
    annotations: of({ note: 'one\ntwo\n' }, { owner: 'team' }),
  },
  ['name'],
);
const template = some({ metadata: some({ labels }, ['labels']), spec: podSpec }, ['metadata', 'spec']);

const object = (apiVersion: string, kind: string, rest: { readonly [key: string]: Arbitrary }): Arbitrary =>
  some({ apiVersion: of(apiVersion), kind: of(kind), metadata, ...rest }, [
    'apiVersion',
    'kind',
    'metadata',
    ...Object.keys(rest),
  ]);

const verbs = listOf('get', 'list', 'create', '*', 'update', 'impersonate');
const policyRule = some(
  {
    apiGroups: of([''], ['*'], ['', 'apps']),
    resources: listOf('secrets', 'pods', 'pods/exec', 'configmaps', '*', 'nodes/proxy'),
    verbs,
  },
  ['apiGroups', 'resources', 'verbs'],
);
const subject = of(
  { kind: 'ServiceAccount', name: 'web', namespace: 'shop' },
  { kind: 'Group', name: 'system:authenticated', apiGroup: 'rbac.authorization.k8s.io' },
  { kind: 'User', name: 'ann', apiGroup: 'rbac.authorization.k8s.io' },
);

export const manifest: Arbitrary = fc.oneof(
  { weight: 5, arbitrary: object('v1', 'Pod', { spec: podSpec }) },
  {
    weight: 4,
    arbitrary: object('apps/v1', 'Deployment', {
      spec: some({ replicas: of(1, 3), selector: of({ matchLabels: { app: 'web' } }), template }, [
        'selector',
        'template',
      ]),
    }),
  },
  {
    weight: 2,
    arbitrary: object('batch/v1', 'CronJob', {
      spec: some(
        {
          schedule: of('0 3 * * *'),
          concurrencyPolicy: of('Forbid'),
          jobTemplate: some({ spec: some({ template, backoffLimit: of(2) }, ['template']) }, ['spec']),
        },
        ['schedule', 'jobTemplate'],
      ),
    }),
  },
  { weight: 2, arbitrary: object('rbac.authorization.k8s.io/v1', 'ClusterRole', { rules: list(policyRule, 3) }) },
  {
    weight: 1,
    arbitrary: object('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', {
      roleRef: of({ kind: 'ClusterRole', name: 'view', apiGroup: 'rbac.authorization.k8s.io' }),
      subjects: list(subject, 3),
    }),
  },
  {
    weight: 1,
    arbitrary: some({ apiVersion: of('v1'), kind: of('Namespace'), metadata }, ['apiVersion', 'kind', 'metadata']),
  },
  {
    weight: 1,
    arbitrary: object('networking.k8s.io/v1', 'NetworkPolicy', {
      spec: some(
        {
          podSelector: of({}, { matchLabels: { app: 'web' } }),
          policyTypes: of(['Ingress'], ['Ingress', 'Egress']),
          ingress: of([{}], [{ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }] }], []),
        },
        ['podSelector'],
      ),
    }),
  },
);
