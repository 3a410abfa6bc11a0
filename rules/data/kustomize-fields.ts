/**
 * The fields that Kustomize changes: where names, namespaces, labels, annotations, images, replicas and variables stand, and which fields hold the name
 * of another object. Source: api/internal/konfig/builtinpluginconsts, Kustomize 5.8, read 2026-11-28. Configurations of a kustomization add to them.
 */

/** A field of objects of a kind; what is left out is any. */
export interface FieldSpec {
  readonly group?: string;
  readonly version?: string;
  readonly kind?: string;
  /** Keys with `/` between them; a list stands for all of its items, and `[]` behind a key says that it has to be one. */
  readonly path: string;
  /** It is made where it is missing. */
  readonly create?: boolean;
}

/** Pods by the kind that holds them, and the path to their specification. */
const podsOf: readonly (readonly [kind: string, path: string])[] = [
  ['Pod', 'spec'],
  ['Deployment', 'spec/template/spec'],
  ['ReplicaSet', 'spec/template/spec'],
  ['DaemonSet', 'spec/template/spec'],
  ['StatefulSet', 'spec/template/spec'],
  ['Job', 'spec/template/spec'],
  ['CronJob', 'spec/jobTemplate/spec/template/spec'],
];
/** Some references are followed in ReplicationControllers instead of ReplicaSets. */
const holders = podsOf.map(([kind, path]) => [kind === 'ReplicaSet' ? 'ReplicationController' : kind, path] as const);
const withTemplates = [...podsOf, ['PodTemplate', 'template/spec'] as const];

const inPods = (pods: typeof podsOf, paths: readonly string[]): readonly FieldSpec[] =>
  pods.flatMap(([kind, pod]) => paths.map((path) => ({ kind, path: `${pod}/${path}` })));

const ofKinds = (kinds: readonly string[], path: string, rest: Partial<FieldSpec> = {}): readonly FieldSpec[] =>
  kinds.map((kind) => ({ kind, path, ...rest }));

/** Labels of what a workload makes; StatefulSets count with their group for labels alone. */
const templates = (key: string, statefulSet: Partial<FieldSpec>): readonly FieldSpec[] => [
  { path: `metadata/${key}`, create: true },
  { kind: 'ReplicationController', version: 'v1', path: `spec/template/metadata/${key}`, create: true },
  ...ofKinds(['Deployment', 'ReplicaSet', 'DaemonSet'], `spec/template/metadata/${key}`, { create: true }),
  { kind: 'StatefulSet', path: `spec/template/metadata/${key}`, create: true, ...statefulSet },
  { kind: 'Job', group: 'batch', path: `spec/template/metadata/${key}`, create: true },
  { kind: 'CronJob', group: 'batch', path: `spec/jobTemplate/metadata/${key}`, create: true },
  { kind: 'CronJob', group: 'batch', path: `spec/jobTemplate/spec/template/metadata/${key}`, create: true },
];

const templateLabels = templates('labels', { group: 'apps' });
const claimLabels: readonly FieldSpec[] = [
  { kind: 'StatefulSet', group: 'apps', path: 'spec/volumeClaimTemplates[]/metadata/labels', create: true },
];

const affinities = ['podAffinity', 'podAntiAffinity'].flatMap((affinity) => [
  `spec/template/spec/affinity/${affinity}/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/labelSelector/matchLabels`,
  `spec/template/spec/affinity/${affinity}/requiredDuringSchedulingIgnoredDuringExecution/labelSelector/matchLabels`,
]);

const selectors: readonly FieldSpec[] = [
  ...ofKinds(['Service', 'ReplicationController'], 'spec/selector', { version: 'v1', create: true }),
  ...ofKinds(['Deployment', 'ReplicaSet', 'DaemonSet'], 'spec/selector/matchLabels', { create: true }),
  { kind: 'StatefulSet', group: 'apps', path: 'spec/selector/matchLabels', create: true },
  ...[...affinities, 'spec/template/spec/topologySpreadConstraints/labelSelector/matchLabels'].flatMap((path) =>
    ofKinds(['Deployment', 'StatefulSet'], path, { group: 'apps' }),
  ),
  { kind: 'Job', group: 'batch', path: 'spec/selector/matchLabels' },
  { kind: 'CronJob', group: 'batch', path: 'spec/jobTemplate/spec/selector/matchLabels' },
  { kind: 'PodDisruptionBudget', group: 'policy', path: 'spec/selector/matchLabels' },
  ...['spec/podSelector', 'spec/ingress/from/podSelector', 'spec/egress/to/podSelector'].map((path) => ({
    kind: 'NetworkPolicy',
    group: 'networking.k8s.io',
    path: `${path}/matchLabels`,
  })),
];

const containerTexts = ['args', 'command', 'env/value', 'volumeMounts/mountPath'];
const variables: readonly FieldSpec[] = [
  ...inPods(
    podsOf,
    ['containers', 'initContainers'].flatMap((list) => containerTexts.map((text) => `${list}/${text}`)),
  ),
  // The path for CronJobs misses a `spec` at its source, too.
  ...inPods(
    podsOf.filter(([kind]) => kind !== 'CronJob' && kind !== 'StatefulSet'),
    ['volumes/nfs/server'],
  ),
  { kind: 'CronJob', path: 'spec/jobTemplate/spec/template/volumes/nfs/server' },
  { kind: 'StatefulSet', path: 'spec/volumeClaimTemplates/spec/nfs/server' },
  { kind: 'Deployment', path: 'spec/template/metadata/annotations' },
  ...['spec/rules/host', 'spec/tls/hosts', 'spec/tls/secretName'].map((path) => ({ kind: 'Ingress', path })),
  ...['spec/ports/port', 'spec/ports/targetPort'].map((path) => ({ kind: 'Service', path })),
  { kind: 'PersistentVolume', path: 'spec/nfs/server' },
  { path: 'metadata/labels' },
  { path: 'metadata/annotations' },
];

const images: readonly FieldSpec[] = ['spec', 'spec/template/spec'].flatMap((pod) =>
  ['containers[]/image', 'initContainers[]/image', 'volumes[]/image/reference'].map((path) => ({
    path: `${pod}/${path}`,
    create: true,
  })),
);

/** The fields of each transformer. */
export const kustomizeFields = {
  namePrefix: [{ path: 'metadata/name' }],
  nameSuffix: [{ path: 'metadata/name' }],
  namespace: [
    { kind: 'Namespace', path: 'metadata/name', create: true },
    { kind: 'APIService', group: 'apiregistration.k8s.io', path: 'spec/service/namespace', create: true },
    {
      kind: 'CustomResourceDefinition',
      group: 'apiextensions.k8s.io',
      path: 'spec/conversion/webhook/clientConfig/service/namespace',
    },
  ],
  commonLabels: [...selectors, ...templateLabels, ...claimLabels],
  labels: [],
  templateLabels,
  volumeClaimTemplateLabels: claimLabels,
  commonAnnotations: templates('annotations', {}),
  varReference: variables,
  images,
  replicas: ofKinds(['Deployment', 'ReplicationController', 'ReplicaSet', 'StatefulSet'], 'spec/replicas', {
    create: true,
  }),
} satisfies Record<string, readonly FieldSpec[]>;

/** Fields that hold the name of an object of a kind. */
export interface NameReference {
  readonly group?: string;
  readonly version?: string;
  readonly kind?: string;
  readonly fieldSpecs: readonly FieldSpec[];
}

const rbac = 'rbac.authorization.k8s.io';
const admission = 'admissionregistration.k8s.io';
const nginx = 'metadata/annotations/nginx.ingress.kubernetes.io\\/';
const roles: readonly FieldSpec[] = ofKinds(['Role', 'ClusterRole'], 'rules/resourceNames');
const inContainers = (path: string): readonly string[] => [`containers/${path}`, `initContainers/${path}`];

const configMaps: readonly FieldSpec[] = [
  ...inPods(withTemplates, [
    'volumes/configMap/name',
    ...inContainers('env/valueFrom/configMapKeyRef/name'),
    ...inContainers('envFrom/configMapRef/name'),
    'volumes/projected/sources/configMap/name',
  ]),
  { kind: 'Node', path: 'spec/configSource/configMap' },
  ...roles,
  { kind: 'Ingress', path: `${nginx}fastcgi-params-configmap` },
];

const secrets: readonly FieldSpec[] = [
  ...inPods(withTemplates, [
    'volumes/secret/secretName',
    ...inContainers('env/valueFrom/secretKeyRef/name'),
    ...inContainers('envFrom/secretRef/name'),
    'imagePullSecrets/name',
    'volumes/projected/sources/secret/name',
  ]),
  ...[
    'spec/tls/secretName',
    'metadata/annotations/ingress.kubernetes.io\\/auth-secret',
    `${nginx}auth-secret`,
    `${nginx}auth-tls-secret`,
  ].map((path) => ({ kind: 'Ingress', path })),
  { kind: 'ServiceAccount', path: 'imagePullSecrets/name' },
  ...['secretName', 'adminSecretName', 'userSecretName', 'secretRef'].map((key) => ({
    kind: 'StorageClass',
    path: `parameters/${key}`,
  })),
  ...roles,
  {
    kind: 'Service',
    group: 'serving.knative.dev',
    version: 'v1',
    path: 'spec/template/spec/containers/env/valueFrom/secretKeyRef/name',
  },
  { kind: 'PersistentVolume', path: 'spec/azureFile/secretName' },
];

const services: readonly FieldSpec[] = [
  { kind: 'StatefulSet', group: 'apps', path: 'spec/serviceName' },
  ...[
    'spec/rules/http/paths/backend/serviceName',
    'spec/backend/serviceName',
    'spec/rules/http/paths/backend/service/name',
    'spec/defaultBackend/service/name',
  ].map((path) => ({ kind: 'Ingress', path })),
  { kind: 'APIService', group: 'apiregistration.k8s.io', path: 'spec/service/name' },
  ...ofKinds(['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'], 'webhooks/clientConfig/service', {
    group: admission,
  }),
];

export const nameReferences: readonly NameReference[] = [
  ...['Deployment', 'ReplicationController', 'ReplicaSet', 'StatefulSet'].map((kind) => ({
    kind,
    fieldSpecs: [{ kind: 'HorizontalPodAutoscaler', path: 'spec/scaleTargetRef/name' }],
  })),
  { version: 'v1', kind: 'ConfigMap', fieldSpecs: configMaps },
  { version: 'v1', kind: 'Secret', fieldSpecs: secrets },
  { version: 'v1', kind: 'Service', fieldSpecs: services },
  { group: rbac, kind: 'Role', fieldSpecs: [{ kind: 'RoleBinding', group: rbac, path: 'roleRef/name' }] },
  {
    group: rbac,
    kind: 'ClusterRole',
    fieldSpecs: ofKinds(['RoleBinding', 'ClusterRoleBinding'], 'roleRef/name', { group: rbac }),
  },
  {
    version: 'v1',
    kind: 'ServiceAccount',
    fieldSpecs: [
      ...ofKinds(['RoleBinding', 'ClusterRoleBinding'], 'subjects', { group: rbac }),
      ...inPods(holders, ['serviceAccountName']),
    ],
  },
  {
    version: 'v1',
    kind: 'PersistentVolumeClaim',
    fieldSpecs: inPods(holders, ['volumes/persistentVolumeClaim/claimName']),
  },
  {
    version: 'v1',
    kind: 'PersistentVolume',
    fieldSpecs: [
      { kind: 'PersistentVolumeClaim', path: 'spec/volumeName' },
      { kind: 'ClusterRole', path: 'rules/resourceNames' },
    ],
  },
  {
    group: 'storage.k8s.io',
    version: 'v1',
    kind: 'StorageClass',
    fieldSpecs: [
      ...ofKinds(['PersistentVolume', 'PersistentVolumeClaim'], 'spec/storageClassName'),
      { kind: 'StatefulSet', path: 'spec/volumeClaimTemplates/spec/storageClassName' },
    ],
  },
  {
    group: 'scheduling.k8s.io',
    version: 'v1',
    kind: 'PriorityClass',
    fieldSpecs: inPods(holders, ['priorityClassName']),
  },
  // The group is written so at its source, and so matches no object.
  {
    group: 'networking.k8s.io/v1',
    version: 'v1',
    kind: 'IngressClass',
    fieldSpecs: [{ kind: 'Ingress', path: 'spec/ingressClassName' }],
  },
  {
    group: admission,
    kind: 'ValidatingAdmissionPolicy',
    fieldSpecs: [{ kind: 'ValidatingAdmissionPolicyBinding', group: admission, path: 'spec/policyName' }],
  },
];
