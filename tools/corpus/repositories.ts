/** Public repositories that findings are compared on: each at one commit, so that everybody compares on the same files. */

export interface Repository {
  /** As GitHub spells it: `owner/name`. */
  readonly name: string;
  /** The whole hash. */
  readonly commit: string;
}

/** Small to middling, and of every kind of file that rules speak of. */
export const repositories: readonly Repository[] = [
  // Plain manifests and Helm charts, as Argo CD deploys them.
  { name: 'argoproj/argocd-example-apps', commit: '0d521c6e049889134f3122eb32d7ed342f43ca0d' },
  // Compose files and the Dockerfiles that they build.
  { name: 'docker/awesome-compose', commit: '18f59bdb09ecf520dd5758fbf90dec314baec545' },
  { name: 'dockersamples/example-voting-app', commit: '63e9150ca17af4ed05880d4245e486481f73fcb4' },
  // Kustomize overlays and Helm releases, as Flux deploys them.
  { name: 'fluxcd/flux2-kustomize-helm-example', commit: '4f1a5b1051b469108d1bdf0ebec6c814427e3834' },
  { name: 'stefanprodan/podinfo', commit: 'eec06d1ea459af4cb4e10e806f8be7c7bd58b361' },
  // Applications of many services, with Skaffold, policies of networks and of meshes.
  { name: 'GoogleCloudPlatform/bank-of-anthos', commit: 'd0af04743a6d951665169ca6370d15725ec51252' },
  { name: 'microservices-demo/microservices-demo', commit: '9dff06fae4981921caec6a62393a6ebfce4b3e3f' },
  // Operators: roles, webhooks and definitions of kinds.
  { name: 'rabbitmq/cluster-operator', commit: '06cda8e8e1a927a652dda20a1b169fe7667f4916' },
  { name: 'zalando/postgres-operator', commit: 'a7aaad0a0b9517bb46077f2925eb80ae8ebe1a0c' },
  // Dockerfiles.
  { name: 'jupyter/docker-stacks', commit: '8209386950497966c8a9aa446b9a84a5dd78eab5' },
  { name: 'tianon/dockerfiles', commit: 'f46ff6460aa003e02b085155eab8f1ced3be3917' },
];
