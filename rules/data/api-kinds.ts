/**
 * The kinds of Kubernetes' own API groups, each group with the version to write. Lists, options and what only the API server makes are left out.
 * Source: register.go of every package of k8s.io/api 0.30 and 0.37, of k8s.io/apiextensions-apiserver and k8s.io/kube-aggregator; read 2026-11-27.
 */
export const apiKinds: readonly (readonly [apiVersion: string, kinds: string])[] = [
  [
    'v1',
    'Binding ComponentStatus ConfigMap Endpoints Event LimitRange Namespace Node PersistentVolume PersistentVolumeClaim Pod PodTemplate ReplicationController ResourceQuota Secret Service ServiceAccount',
  ],
  [
    'admissionregistration.k8s.io/v1',
    'MutatingAdmissionPolicy MutatingAdmissionPolicyBinding MutatingWebhookConfiguration ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding ValidatingWebhookConfiguration',
  ],
  ['apiextensions.k8s.io/v1', 'CustomResourceDefinition'],
  ['apiregistration.k8s.io/v1', 'APIService'],
  ['apps/v1', 'ControllerRevision DaemonSet Deployment ReplicaSet Scale StatefulSet'],
  ['autoscaling/v2', 'HorizontalPodAutoscaler Scale'],
  ['batch/v1', 'CronJob Job'],
  ['certificates.k8s.io/v1', 'CertificateSigningRequest ClusterTrustBundle PodCertificateRequest'],
  ['coordination.k8s.io/v1', 'Lease LeaseCandidate'],
  ['discovery.k8s.io/v1', 'EndpointSlice'],
  ['events.k8s.io/v1', 'Event'],
  ['flowcontrol.apiserver.k8s.io/v1', 'FlowSchema PriorityLevelConfiguration'],
  ['networking.k8s.io/v1', 'Ingress IngressClass IPAddress NetworkPolicy ServiceCIDR'],
  ['node.k8s.io/v1', 'RuntimeClass'],
  ['policy/v1', 'Eviction PodDisruptionBudget PodSecurityPolicy'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole ClusterRoleBinding Role RoleBinding'],
  ['scheduling.k8s.io/v1', 'PriorityClass'],
  ['storage.k8s.io/v1', 'CSIDriver CSINode CSIStorageCapacity StorageClass VolumeAttachment VolumeAttributesClass'],
];

/** A group of old, whose kinds moved into others. */
export const formerGroup = {
  name: 'extensions',
  kinds: 'DaemonSet Deployment Ingress NetworkPolicy PodSecurityPolicy ReplicaSet',
} as const;
