/**
 * Versions of APIs that Kubernetes no longer serves, with what came in their place. Sources: Kubernetes documentation, "Deprecated API Migration
 * Guide", read 2026-11-24; the life cycles in the Go types of k8s.io/api 0.37, compared by `npm run refresh-data`, read 2026-11-27.
 */

export interface RemovedApi {
  /** The first minor version of Kubernetes 1.x that refuses it. */
  readonly since: number;
  /** What serves the kind instead; undefined where nothing does. */
  readonly successor: string | undefined;
  /** What has to be written so that the old object means the same to the successor; undefined where more than a rename is needed. */
  readonly needs: 'nothing' | 'spec.selector' | undefined;
}

type Row = readonly [
  apiVersion: string,
  kinds: string,
  since: number,
  successor: string | undefined,
  needs?: 'nothing' | 'spec.selector',
];

const workloads = 'DaemonSet Deployment ReplicaSet StatefulSet';
const admissionPolicies = 'ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding';
const rows: readonly Row[] = [
  ['extensions/v1beta1', workloads, 16, 'apps/v1', 'spec.selector'],
  ['extensions/v1beta1', 'NetworkPolicy', 16, 'networking.k8s.io/v1', 'nothing'],
  ['extensions/v1beta1', 'PodSecurityPolicy', 16, undefined],
  ['extensions/v1beta1', 'Ingress', 22, 'networking.k8s.io/v1'],
  ['apps/v1beta1', 'ControllerRevision', 16, 'apps/v1'],
  ['apps/v1beta2', 'ControllerRevision', 16, 'apps/v1'],
  ['apps/v1beta1', workloads, 16, 'apps/v1', 'spec.selector'],
  ['apps/v1beta2', workloads, 16, 'apps/v1', 'spec.selector'],
  ['batch/v2alpha1', 'CronJob', 21, 'batch/v1', 'nothing'],
  [
    'admissionregistration.k8s.io/v1beta1',
    'MutatingWebhookConfiguration ValidatingWebhookConfiguration',
    22,
    'admissionregistration.k8s.io/v1',
  ],
  ['apiextensions.k8s.io/v1beta1', 'CustomResourceDefinition', 22, 'apiextensions.k8s.io/v1'],
  ['apiregistration.k8s.io/v1beta1', 'APIService', 22, 'apiregistration.k8s.io/v1', 'nothing'],
  ['certificates.k8s.io/v1beta1', 'CertificateSigningRequest', 22, 'certificates.k8s.io/v1'],
  ['coordination.k8s.io/v1beta1', 'Lease', 22, 'coordination.k8s.io/v1', 'nothing'],
  ['networking.k8s.io/v1beta1', 'Ingress', 22, 'networking.k8s.io/v1'],
  ['networking.k8s.io/v1beta1', 'IngressClass', 22, 'networking.k8s.io/v1', 'nothing'],
  ...['v1alpha1', 'v1beta1'].map(
    (version): Row => [
      `rbac.authorization.k8s.io/${version}`,
      'ClusterRole ClusterRoleBinding Role RoleBinding',
      22,
      'rbac.authorization.k8s.io/v1',
      'nothing',
    ],
  ),
  ['scheduling.k8s.io/v1beta1', 'PriorityClass', 22, 'scheduling.k8s.io/v1', 'nothing'],
  ['storage.k8s.io/v1beta1', 'CSIDriver CSINode StorageClass VolumeAttachment', 22, 'storage.k8s.io/v1', 'nothing'],
  ['storage.k8s.io/v1alpha1', 'CSIStorageCapacity VolumeAttachment', 24, 'storage.k8s.io/v1'],
  ['batch/v1beta1', 'CronJob', 25, 'batch/v1', 'nothing'],
  ['discovery.k8s.io/v1beta1', 'EndpointSlice', 25, 'discovery.k8s.io/v1'],
  ['events.k8s.io/v1beta1', 'Event', 25, 'events.k8s.io/v1'],
  ['autoscaling/v2beta1', 'HorizontalPodAutoscaler', 25, 'autoscaling/v2'],
  // An empty selector chose no pod in the old version, and chooses all of them in the new one.
  ['policy/v1beta1', 'PodDisruptionBudget', 25, 'policy/v1', 'spec.selector'],
  ['policy/v1beta1', 'PodSecurityPolicy', 25, undefined],
  ['policy/v1beta1', 'Eviction', 25, 'policy/v1'],
  ['node.k8s.io/v1beta1', 'RuntimeClass', 25, 'node.k8s.io/v1', 'nothing'],
  ['autoscaling/v2beta2', 'HorizontalPodAutoscaler', 26, 'autoscaling/v2', 'nothing'],
  [
    'flowcontrol.apiserver.k8s.io/v1beta1',
    'FlowSchema PriorityLevelConfiguration',
    26,
    'flowcontrol.apiserver.k8s.io/v1',
  ],
  ['storage.k8s.io/v1beta1', 'CSIStorageCapacity', 27, 'storage.k8s.io/v1', 'nothing'],
  [
    'flowcontrol.apiserver.k8s.io/v1beta2',
    'FlowSchema PriorityLevelConfiguration',
    29,
    'flowcontrol.apiserver.k8s.io/v1',
  ],
  [
    'flowcontrol.apiserver.k8s.io/v1beta3',
    'FlowSchema PriorityLevelConfiguration',
    32,
    'flowcontrol.apiserver.k8s.io/v1',
  ],
  ['admissionregistration.k8s.io/v1alpha1', admissionPolicies, 32, 'admissionregistration.k8s.io/v1'],
  ['admissionregistration.k8s.io/v1beta1', admissionPolicies, 34, 'admissionregistration.k8s.io/v1'],
  ['storage.k8s.io/v1alpha1', 'VolumeAttributesClass', 35, 'storage.k8s.io/v1'],
  ['storage.k8s.io/v1beta1', 'VolumeAttributesClass', 37, 'storage.k8s.io/v1'],
  ['certificates.k8s.io/v1alpha1', 'ClusterTrustBundle', 37, 'certificates.k8s.io/v1'],
  ['networking.k8s.io/v1beta1', 'IPAddress ServiceCIDR', 37, 'networking.k8s.io/v1'],
];

/** By `apiVersion kind`. */
export const removedApis: ReadonlyMap<string, RemovedApi> = new Map(
  rows.flatMap(([apiVersion, kinds, since, successor, needs]) =>
    kinds.split(' ').map((kind) => [`${apiVersion} ${kind}`, { since, successor, needs }] as const),
  ),
);
