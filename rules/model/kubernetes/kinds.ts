/**
 * Where each kind carries its pod template. One line adds a kind. Sources: the Kubernetes API reference for built-in kinds, the
 * projects' own API documentation for the others.
 */

/** Where objects of a kind hold a pod template. */
export interface PodPath {
  readonly kind: string;
  /** API groups; the kind of another group with the same name is somebody else's. */
  readonly groups: readonly string[];
  /** Keys from the object's root to the template; `*` stands for each item of a list or map. */
  readonly template: readonly string[];
  /** How the template is built; left out: as Kubernetes' own, a map with `metadata` and `spec`. */
  readonly shape?: PodShape;
  /** It is laid over a template that an operator makes, so that nothing can be said of what it lacks. */
  readonly isDifference?: true;
}

/** A template that other projects write in their own way. */
export interface PodShape {
  /** Keys from the template to what corresponds to a pod's `spec`. */
  readonly spec: readonly string[];
  /** Keys of containers inside it; `*` stands for each item of a list. */
  readonly containers: readonly { readonly keys: readonly string[]; readonly role: 'container' | 'init' }[];
  /** Keys from the object's root to the security context that holds where the template has none. */
  readonly sharedContext?: readonly string[];
  /** It becomes a pod only when something else runs it, so that nothing can be said of its labels and accounts. */
  readonly onDemand: true;
}

/** How templates of Kubernetes' own kinds are built. */
export const kubernetesShape: Omit<PodShape, 'onDemand'> = {
  spec: ['spec'],
  containers: [
    { keys: ['initContainers', '*'], role: 'init' },
    { keys: ['containers', '*'], role: 'container' },
  ],
};

/** Argo Workflows, "Field Reference", Template. */
const argoTemplate = (sharedContext: readonly string[]): PodShape => ({
  spec: [],
  containers: [
    { keys: ['initContainers', '*'], role: 'init' },
    { keys: ['container'], role: 'container' },
    { keys: ['script'], role: 'container' },
    { keys: ['sidecars', '*'], role: 'container' },
    { keys: ['containerSet', 'containers', '*'], role: 'container' },
  ],
  sharedContext,
  onDemand: true,
});

/** Tekton, "Tasks": steps and sidecars of one pod. */
const tektonTask: PodShape = {
  spec: [],
  containers: [
    { keys: ['steps', '*'], role: 'container' },
    { keys: ['sidecars', '*'], role: 'container' },
  ],
  onDemand: true,
};

const template = ['spec', 'template'] as const;

const differences = (kinds: string, group: string, ...keys: readonly string[]): readonly PodPath[] =>
  kinds.split(' ').map((kind) => ({ kind, groups: [group], template: ['spec', ...keys], isDifference: true }));

/** Elastic, "Customize pods"; Apache Flink Kubernetes operator, "Pod template". */
const overlaid: readonly PodPath[] = [
  ...differences('Elasticsearch', 'elasticsearch.k8s.elastic.co', 'nodeSets', '*', 'podTemplate'),
  ...differences('Kibana', 'kibana.k8s.elastic.co', 'podTemplate'),
  ...differences('ApmServer', 'apm.k8s.elastic.co', 'podTemplate'),
  ...differences('EnterpriseSearch', 'enterprisesearch.k8s.elastic.co', 'podTemplate'),
  ...differences('ElasticMapsServer', 'maps.k8s.elastic.co', 'podTemplate'),
  ...differences('Logstash', 'logstash.k8s.elastic.co', 'podTemplate'),
  ...(['daemonSet', 'deployment', 'statefulSet'] as const).flatMap((by) => [
    ...differences('Beat', 'beat.k8s.elastic.co', by, 'podTemplate'),
    ...differences('Agent', 'agent.k8s.elastic.co', by, 'podTemplate'),
  ]),
  ...differences('FlinkDeployment', 'flink.apache.org', 'podTemplate'),
  ...differences('FlinkDeployment', 'flink.apache.org', 'jobManager', 'podTemplate'),
  ...differences('FlinkDeployment', 'flink.apache.org', 'taskManager', 'podTemplate'),
];

/** Every kind that holds pod templates; a kind may stand here several times. */
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
  { kind: 'StatefulSet', groups: ['apps.kruise.io'], template },
  { kind: 'DaemonSet', groups: ['apps.kruise.io'], template },
  { kind: 'BroadcastJob', groups: ['apps.kruise.io'], template },
  {
    kind: 'AdvancedCronJob',
    groups: ['apps.kruise.io'],
    template: ['spec', 'template', 'jobTemplate', 'spec', 'template'],
  },
  {
    kind: 'AdvancedCronJob',
    groups: ['apps.kruise.io'],
    template: ['spec', 'template', 'broadcastJobTemplate', 'spec', 'template'],
  },
  { kind: 'RayCluster', groups: ['ray.io'], template: ['spec', 'headGroupSpec', 'template'] },
  { kind: 'RayCluster', groups: ['ray.io'], template: ['spec', 'workerGroupSpecs', '*', 'template'] },
  { kind: 'RayJob', groups: ['ray.io'], template: ['spec', 'rayClusterSpec', 'headGroupSpec', 'template'] },
  { kind: 'RayJob', groups: ['ray.io'], template: ['spec', 'rayClusterSpec', 'workerGroupSpecs', '*', 'template'] },
  { kind: 'RayService', groups: ['ray.io'], template: ['spec', 'rayClusterConfig', 'headGroupSpec', 'template'] },
  {
    kind: 'RayService',
    groups: ['ray.io'],
    template: ['spec', 'rayClusterConfig', 'workerGroupSpecs', '*', 'template'],
  },
  { kind: 'Job', groups: ['batch.volcano.sh'], template: ['spec', 'tasks', '*', 'template'] },
  { kind: 'TFJob', groups: ['kubeflow.org'], template: ['spec', 'tfReplicaSpecs', '*', 'template'] },
  { kind: 'PyTorchJob', groups: ['kubeflow.org'], template: ['spec', 'pytorchReplicaSpecs', '*', 'template'] },
  { kind: 'MPIJob', groups: ['kubeflow.org'], template: ['spec', 'mpiReplicaSpecs', '*', 'template'] },
  { kind: 'XGBoostJob', groups: ['kubeflow.org'], template: ['spec', 'xgbReplicaSpecs', '*', 'template'] },
  {
    kind: 'Workflow',
    groups: ['argoproj.io'],
    template: ['spec', 'templates', '*'],
    shape: argoTemplate(['spec', 'securityContext']),
  },
  {
    kind: 'WorkflowTemplate',
    groups: ['argoproj.io'],
    template: ['spec', 'templates', '*'],
    shape: argoTemplate(['spec', 'securityContext']),
  },
  {
    kind: 'ClusterWorkflowTemplate',
    groups: ['argoproj.io'],
    template: ['spec', 'templates', '*'],
    shape: argoTemplate(['spec', 'securityContext']),
  },
  {
    kind: 'CronWorkflow',
    groups: ['argoproj.io'],
    template: ['spec', 'workflowSpec', 'templates', '*'],
    shape: argoTemplate(['spec', 'workflowSpec', 'securityContext']),
  },
  { kind: 'Task', groups: ['tekton.dev'], template: ['spec'], shape: tektonTask },
  { kind: 'ClusterTask', groups: ['tekton.dev'], template: ['spec'], shape: tektonTask },
  { kind: 'TaskRun', groups: ['tekton.dev'], template: ['spec', 'taskSpec'], shape: tektonTask },
  { kind: 'Pipeline', groups: ['tekton.dev'], template: ['spec', 'tasks', '*', 'taskSpec'], shape: tektonTask },
  {
    kind: 'PipelineRun',
    groups: ['tekton.dev'],
    template: ['spec', 'pipelineSpec', 'tasks', '*', 'taskSpec'],
    shape: tektonTask,
  },
  ...overlaid,
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
