/**
 * Where each kind carries its pod template. One line adds a kind. Sources: the Kubernetes API reference for built-in kinds, the
 * projects' own API documentation for the others.
 */

export interface PodPath {
  readonly kind: string;
  /** API groups; the kind of another group with the same name is somebody else's. */
  readonly groups: readonly string[];
  /** Keys from the object's root to the template, the map that holds `metadata` and `spec`; `*` stands for each item of a list or map. */
  readonly template: readonly string[];
}

const template = ['spec', 'template'] as const;

export const podPaths: readonly PodPath[] = [
  { kind: 'Pod', groups: [''], template: [] },
  { kind: 'Deployment', groups: ['apps', 'extensions'], template },
  { kind: 'DaemonSet', groups: ['apps', 'extensions'], template },
  { kind: 'StatefulSet', groups: ['apps'], template },
  { kind: 'ReplicaSet', groups: ['apps', 'extensions'], template },
  { kind: 'ReplicationController', groups: [''], template },
  { kind: 'Job', groups: ['batch'], template },
  { kind: 'CronJob', groups: ['batch'], template: ['spec', 'jobTemplate', 'spec', 'template'] },
  { kind: 'PodTemplate', groups: [''], template: ['template'] },
  { kind: 'DeploymentConfig', groups: ['apps.openshift.io', ''], template },
  { kind: 'Rollout', groups: ['argoproj.io'], template },
  { kind: 'Service', groups: ['serving.knative.dev'], template },
  { kind: 'Configuration', groups: ['serving.knative.dev'], template },
  { kind: 'Revision', groups: ['serving.knative.dev'], template: [] },
  { kind: 'ScaledJob', groups: ['keda.sh'], template: ['spec', 'jobTargetRef', 'template'] },
  { kind: 'Sandbox', groups: ['agents.x-k8s.io'], template: ['spec', 'podTemplate'] },
  {
    kind: 'SandboxTemplate',
    groups: ['extensions.agents.x-k8s.io', 'agents.x-k8s.io'],
    template: ['spec', 'podTemplate'],
  },
  {
    kind: 'JobSet',
    groups: ['jobset.x-k8s.io'],
    template: ['spec', 'replicatedJobs', '*', 'template', 'spec', 'template'],
  },
  { kind: 'CloneSet', groups: ['apps.kruise.io'], template },
  { kind: 'RayCluster', groups: ['ray.io'], template: ['spec', 'headGroupSpec', 'template'] },
  { kind: 'RayCluster', groups: ['ray.io'], template: ['spec', 'workerGroupSpecs', '*', 'template'] },
];

/** Kinds of other groups that hold something of a pod template's shape which is not run as a pod. */
export const notPods: ReadonlySet<string> = new Set([
  'PodSecurityPolicy',
  'LimitRange',
  'ResourceQuota',
  'CustomResourceDefinition',
  'Kustomization',
  'ConfigMap',
  'Secret',
  'VirtualMachine',
  'VirtualMachineInstance',
  'ConstraintTemplate',
  'ClusterPolicy',
  'Policy',
]);

/** Kinds whose template is looked for by shape in objects of unknown kinds, from the object's root. */
export const genericTemplates: readonly (readonly string[])[] = [
  template,
  ['spec', 'jobTemplate', 'spec', 'template'],
  ['spec', 'podTemplate'],
];
