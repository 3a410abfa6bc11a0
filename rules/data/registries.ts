/** Registries that were given up. Source: the announcement above each; as of 2026-11-23. */

export interface RetiredRegistry {
  /** Registry, or registry and a part of the path. */
  readonly prefix: string;
  /** What became of it, as a clause. */
  readonly fact: string;
  /** Where the same images are under the same names. */
  readonly successor?: string;
}

export const retiredRegistries: readonly RetiredRegistry[] = [
  // bitnami/containers, issue 83267, "Upcoming changes to the Bitnami catalog"
  { prefix: 'docker.io/bitnamilegacy', fact: 'holds old images without updates since 2025' },
  // kubernetes.io/blog/2023/03/10/image-registry-redirect
  { prefix: 'k8s.gcr.io', fact: 'frozen since 2023-04-03', successor: 'registry.k8s.io' },
  {
    prefix: 'gcr.io/google_containers',
    fact: 'moved to k8s.gcr.io in 2018, then frozen',
    successor: 'registry.k8s.io',
  },
  {
    prefix: 'gcr.io/google-containers',
    fact: 'moved to k8s.gcr.io in 2018, then frozen',
    successor: 'registry.k8s.io',
  },
];
