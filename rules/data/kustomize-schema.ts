/**
 * What Kustomize knows of the kinds of Kubernetes: which lists a strategic merge patch merges, by which keys, and which kinds have no namespace. It
 * reads the schema of Kubernetes 1.21 to this day, so lists that were born later are replaced. Sources: kyaml/openapi (bundle v1.21.2, and the table of
 * scopes in openapi.go), Kustomize 5.8, read 2026-11-28.
 */

/** A list that is merged. No key: a list of texts, each of which is kept once. */
export interface MergedList {
  readonly keys: readonly string[];
  /** Type of its items. */
  readonly of?: string;
}

/** Fields that are merged lists, or lead to one by the type that is named. */
export type MergedType = Readonly<Record<string, MergedList | string>>;

const metadata = 'ObjectMeta';

export const mergedTypes: Readonly<Record<string, MergedType>> = {
  ObjectMeta: { finalizers: { keys: [] }, ownerReferences: { keys: ['uid'] } },
  Object: { metadata },
  Webhooks: { metadata, webhooks: { keys: ['name'] } },
  Workload: { metadata, spec: 'WorkloadSpec' },
  WorkloadSpec: { template: 'Pod' },
  CronJob: { metadata, spec: 'CronJobSpec' },
  CronJobSpec: { jobTemplate: 'Workload' },
  PodTemplate: { metadata, template: 'Pod' },
  Pod: { metadata, spec: 'PodSpec' },
  PodSpec: {
    containers: { keys: ['name'], of: 'Container' },
    ephemeralContainers: { keys: ['name'], of: 'EphemeralContainer' },
    hostAliases: { keys: ['ip'] },
    imagePullSecrets: { keys: ['name'] },
    initContainers: { keys: ['name'], of: 'Container' },
    topologySpreadConstraints: { keys: ['topologyKey', 'whenUnsatisfiable'] },
    volumes: { keys: ['name'], of: 'Volume' },
  },
  Container: {
    env: { keys: ['name'] },
    ports: { keys: ['containerPort', 'protocol'] },
    volumeDevices: { keys: ['devicePath'] },
    volumeMounts: { keys: ['mountPath'] },
  },
  EphemeralContainer: {
    env: { keys: ['name'] },
    volumeDevices: { keys: ['devicePath'] },
    volumeMounts: { keys: ['mountPath'] },
  },
  Volume: { ephemeral: 'EphemeralVolumeSource' },
  EphemeralVolumeSource: { volumeClaimTemplate: 'Object' },
  CSINode: { metadata, spec: 'CSINodeSpec' },
  CSINodeSpec: { drivers: { keys: ['name'] } },
  ComponentStatus: { metadata, conditions: { keys: ['type'] } },
  Node: { metadata, spec: 'NodeSpec' },
  NodeSpec: { podCIDRs: { keys: [] } },
  Service: { metadata, spec: 'ServiceSpec' },
  ServiceSpec: { ports: { keys: ['port', 'protocol'] } },
  ServiceAccount: { metadata, secrets: { keys: ['name'] } },
};

/** Types of kinds by API version; of other kinds nothing is merged but maps. */
export const mergedKinds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'apps/v1': {
    ControllerRevision: 'Object',
    DaemonSet: 'Workload',
    Deployment: 'Workload',
    ReplicaSet: 'Workload',
    StatefulSet: 'Workload',
  },
  'batch/v1': { Job: 'Workload', CronJob: 'CronJob' },
  'batch/v1beta1': { CronJob: 'CronJob' },
  v1: {
    ComponentStatus: 'ComponentStatus',
    ConfigMap: 'Object',
    Endpoints: 'Object',
    LimitRange: 'Object',
    Namespace: 'Object',
    Node: 'Node',
    PersistentVolume: 'Object',
    PersistentVolumeClaim: 'Object',
    Pod: 'Pod',
    PodTemplate: 'PodTemplate',
    ReplicationController: 'Workload',
    ResourceQuota: 'Object',
    Secret: 'Object',
    Service: 'Service',
    ServiceAccount: 'ServiceAccount',
  },
  'admissionregistration.k8s.io/v1': {
    MutatingWebhookConfiguration: 'Webhooks',
    ValidatingWebhookConfiguration: 'Webhooks',
  },
  'admissionregistration.k8s.io/v1beta1': {
    MutatingWebhookConfiguration: 'Webhooks',
    ValidatingWebhookConfiguration: 'Webhooks',
  },
  'apiextensions.k8s.io/v1': { CustomResourceDefinition: 'Object' },
  'apiextensions.k8s.io/v1beta1': { CustomResourceDefinition: 'Object' },
  'apiregistration.k8s.io/v1': { APIService: 'Object' },
  'apiregistration.k8s.io/v1beta1': { APIService: 'Object' },
  'autoscaling/v1': { HorizontalPodAutoscaler: 'Object' },
  'autoscaling/v2beta1': { HorizontalPodAutoscaler: 'Object' },
  'autoscaling/v2beta2': { HorizontalPodAutoscaler: 'Object' },
  'certificates.k8s.io/v1': { CertificateSigningRequest: 'Object' },
  'coordination.k8s.io/v1': { Lease: 'Object' },
  'discovery.k8s.io/v1': { EndpointSlice: 'Object' },
  'extensions/v1beta1': { Ingress: 'Object' },
  'networking.k8s.io/v1': { Ingress: 'Object', IngressClass: 'Object', NetworkPolicy: 'Object' },
  'networking.k8s.io/v1beta1': { Ingress: 'Object', IngressClass: 'Object' },
  'node.k8s.io/v1': { RuntimeClass: 'Object' },
  'policy/v1': { PodDisruptionBudget: 'Object' },
  'policy/v1beta1': { PodDisruptionBudget: 'Object', PodSecurityPolicy: 'Object' },
  'rbac.authorization.k8s.io/v1': {
    ClusterRole: 'Object',
    ClusterRoleBinding: 'Object',
    Role: 'Object',
    RoleBinding: 'Object',
  },
  'rbac.authorization.k8s.io/v1beta1': {
    ClusterRole: 'Object',
    ClusterRoleBinding: 'Object',
    Role: 'Object',
    RoleBinding: 'Object',
  },
  'scheduling.k8s.io/v1': { PriorityClass: 'Object' },
  'storage.k8s.io/v1': { CSIDriver: 'Object', CSINode: 'CSINode', StorageClass: 'Object', VolumeAttachment: 'Object' },
  'storage.k8s.io/v1beta1': { CSIDriver: 'Object', CSINode: 'CSINode', StorageClass: 'Object' },
};

/** Kinds that have no namespace, by API version. Of kinds that are not known, Kustomize says that they have one. */
export const clusterKinds: Readonly<Record<string, readonly string[]>> = {
  v1: ['ComponentStatus', 'Namespace', 'Node', 'NodeProxyOptions', 'PersistentVolume'],
  'admissionregistration.k8s.io/v1': [
    'MutatingWebhookConfiguration',
    'ValidatingWebhookConfiguration',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
  ],
  'admissionregistration.k8s.io/v1beta1': ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
  'apiextensions.k8s.io/v1': ['CustomResourceDefinition'],
  'apiextensions.k8s.io/v1beta1': ['CustomResourceDefinition'],
  'apiregistration.k8s.io/v1': ['APIService'],
  'apiregistration.k8s.io/v1beta1': ['APIService'],
  'certificates.k8s.io/v1': ['CertificateSigningRequest'],
  'certificates.k8s.io/v1beta1': ['CertificateSigningRequest'],
  'flowcontrol.apiserver.k8s.io/v1beta1': ['FlowSchema', 'PriorityLevelConfiguration'],
  'networking.k8s.io/v1': ['IngressClass'],
  'networking.k8s.io/v1beta1': ['IngressClass'],
  'node.k8s.io/v1': ['RuntimeClass'],
  'node.k8s.io/v1beta1': ['RuntimeClass'],
  'policy/v1beta1': ['PodSecurityPolicy'],
  'rbac.authorization.k8s.io/v1': ['ClusterRole', 'ClusterRoleBinding'],
  'rbac.authorization.k8s.io/v1beta1': ['ClusterRole', 'ClusterRoleBinding'],
  'scheduling.k8s.io/v1': ['PriorityClass'],
  'scheduling.k8s.io/v1beta1': ['PriorityClass'],
  'storage.k8s.io/v1': ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment'],
  'storage.k8s.io/v1beta1': ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment'],
};
