/**
 * The bindings that every cluster has. Sources: Kubernetes 1.35, plugin/pkg/auth/authorizer/rbac/bootstrappolicy, and cmd/kubeadm/app;
 * read 2026-11-27.
 */
const tokenUsers = 'Group system:bootstrappers:kubeadm:default-node-token';

/** Name of a binding, of a RoleBinding behind its namespace; its role; whom it may name. */
const bindings: readonly (readonly [name: string, role: string, subjects: string])[] = [
  ['cluster-admin', 'cluster-admin', 'Group system:masters'],
  ['system:basic-user', 'system:basic-user', 'Group system:authenticated'],
  ['system:discovery', 'system:discovery', 'Group system:authenticated'],
  ['system:kube-controller-manager', 'system:kube-controller-manager', 'User system:kube-controller-manager'],
  ['system:kube-dns', 'system:kube-dns', 'ServiceAccount kube-system/kube-dns'],
  ['system:kube-scheduler', 'system:kube-scheduler', 'User system:kube-scheduler'],
  ['system:monitoring', 'system:monitoring', 'Group system:monitoring'],
  ['system:node', 'system:node', ''],
  ['system:node-proxier', 'system:node-proxier', 'User system:kube-proxy'],
  [
    'system:public-info-viewer',
    'system:public-info-viewer',
    'Group system:authenticated, Group system:unauthenticated',
  ],
  [
    'system:service-account-issuer-discovery',
    'system:service-account-issuer-discovery',
    'Group system:serviceaccounts',
  ],
  ['system:volume-scheduler', 'system:volume-scheduler', 'User system:kube-scheduler'],
  [
    'kube-system/system::extension-apiserver-authentication-reader',
    'extension-apiserver-authentication-reader',
    'User system:kube-controller-manager, User system:kube-scheduler',
  ],
  [
    'kube-system/system::leader-locking-kube-controller-manager',
    'system::leader-locking-kube-controller-manager',
    'User system:kube-controller-manager, ServiceAccount kube-system/kube-controller-manager, ServiceAccount kube-system/leader-election-controller',
  ],
  [
    'kube-system/system::leader-locking-kube-scheduler',
    'system::leader-locking-kube-scheduler',
    'User system:kube-scheduler, ServiceAccount kube-system/kube-scheduler',
  ],
  ['kubeadm:cluster-admins', 'cluster-admin', 'Group kubeadm:cluster-admins'],
  ['kubeadm:get-nodes', 'kubeadm:get-nodes', tokenUsers],
  ['kubeadm:kubelet-bootstrap', 'system:node-bootstrapper', tokenUsers],
  [
    'kubeadm:node-autoapprove-bootstrap',
    'system:certificates.k8s.io:certificatesigningrequests:nodeclient',
    tokenUsers,
  ],
  [
    'kubeadm:node-autoapprove-certificate-rotation',
    'system:certificates.k8s.io:certificatesigningrequests:selfnodeclient',
    'Group system:nodes',
  ],
  ['kubeadm:node-proxier', 'system:node-proxier', 'ServiceAccount kube-system/kube-proxy'],
  ['kube-system/kubeadm:kubelet-config', 'kubeadm:kubelet-config', `Group system:nodes, ${tokenUsers}`],
  ['kube-system/kubeadm:nodes-kubeadm-config', 'kubeadm:nodes-kubeadm-config', `Group system:nodes, ${tokenUsers}`],
  ['kube-public/kubeadm:bootstrap-signer-clusterinfo', 'kubeadm:bootstrap-signer-clusterinfo', 'User system:anonymous'],
];

/** Controllers are bound, under the name of their role, by their account. */
const ofController = /^(?:kube-system\/|kube-public\/)?(system:controller:(.+))$/;

/**
 * @param name of a ClusterRoleBinding, or `namespace/name` of a RoleBinding.
 * @returns its role and whom it may name, as `Group x` or `ServiceAccount namespace/x`; undefined for what not every cluster has.
 */
export function builtinBinding(
  name: string,
): { readonly role: string; readonly subjects: readonly string[] } | undefined {
  const own = bindings.find(([called]) => called === name);
  if (own !== undefined) return { role: own[1], subjects: own[2] === '' ? [] : own[2].split(', ') };
  const [, role = '', account = ''] = ofController.exec(name) ?? [];
  return role === '' ? undefined : { role, subjects: [`ServiceAccount kube-system/${account}`] };
}
