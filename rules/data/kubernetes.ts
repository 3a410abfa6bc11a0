/** Versions of Kubernetes the rules know. Source: kubernetes.io/releases, read 2026-11-23. */

/** The newest 1.x whose controls and fields are in the tables; the default target. */
export const newestKubernetesMinor = 37;
export const oldestKubernetesMinor = 24;
