/** Users that every cluster knows. Sources: Kubernetes 1.35, plugin/pkg/auth/authorizer/rbac/bootstrappolicy, and cmd/kubeadm/app; read 2026-11-28. */

const powerful: ReadonlySet<string> = new Set(['kubernetes-admin', 'kubernetes-super-admin', 'system:admin']);

/** Whether a user of this name is an administrator where kubeadm, or the API server itself, made the cluster. */
export const isPowerfulUser = (name: string): boolean => powerful.has(name);
