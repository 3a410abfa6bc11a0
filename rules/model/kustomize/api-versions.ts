/** Which group and version a patch means that does not say. Source: Kubernetes API reference, 1.35; read 2026-11-27. */

const groups: readonly (readonly [apiVersion: string, kinds: string])[] = [
  ['v1', 'Pod Service ConfigMap Secret ServiceAccount Namespace PersistentVolumeClaim ReplicationController'],
  ['apps/v1', 'Deployment StatefulSet DaemonSet ReplicaSet'],
  ['batch/v1', 'Job CronJob'],
  ['networking.k8s.io/v1', 'Ingress NetworkPolicy'],
  ['rbac.authorization.k8s.io/v1', 'Role ClusterRole RoleBinding ClusterRoleBinding'],
];

const byKind: ReadonlyMap<string, string> = new Map(
  groups.flatMap(([apiVersion, kinds]) => kinds.split(' ').map((kind) => [kind, apiVersion] as const)),
);

/** @returns undefined for kinds that people hardly patch. */
export function usualApiVersion(kind: string): string | undefined {
  return byKind.get(kind);
}
