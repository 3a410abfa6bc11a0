/** Permissions that make a stolen account worth most. Source: Kubernetes documentation, "Role Based Access Control Good Practices". */
import { type Permission, requests } from './permission.ts';

const rbac = 'rbac.authorization.k8s.io';

/** May do everything there is. */
export const everything: Permission = { does: 'may do everything' };

/** What ends in everything: whoever has one of these is an administrator. */
const administration: readonly Permission[] = [
  everything,
  // Who binds a role is asked for the binding too, and who widens one for the role (Kubernetes documentation, "Using RBAC Authorization").
  {
    does: 'may give itself every permission',
    requests: [requests(rbac, 'roles clusterroles', 'bind')],
    along: [{ requests: [requests(rbac, 'rolebindings clusterrolebindings', 'create update patch')] }],
  },
  {
    does: 'may give itself every permission',
    requests: [requests(rbac, 'roles clusterroles', 'escalate')],
    along: [{ requests: [requests(rbac, 'roles clusterroles', 'update patch')] }],
  },
  { does: 'may act as anybody else', requests: [requests('', 'users', 'impersonate')] },
  // A group is never impersonated without a user (k8s.io/apiserver/pkg/endpoints/filters/impersonation).
  {
    does: 'may act as anybody else',
    requests: [requests('', 'groups', 'impersonate')],
    along: [{ requests: [requests('', 'serviceaccounts', 'impersonate')] }],
  },
  { does: 'may act as every service account', requests: [requests('', 'serviceaccounts', 'impersonate')] },
];

/** What makes an account worth stealing, the worst first. */
export const strongPermissions: readonly Permission[] = [
  ...administration,
  {
    does: 'may change the webhooks of admission',
    requests: [
      requests(
        'admissionregistration.k8s.io',
        'mutatingwebhookconfigurations validatingwebhookconfigurations',
        'create update patch',
      ),
    ],
  },
  { does: 'may run commands in every pod of a node', requests: [requests('', 'nodes/proxy', 'get create')] },
  { does: 'may get tokens of every account', requests: [requests('', 'serviceaccounts/token', 'create')] },
  { does: 'may read every secret', requests: [requests('', 'secrets', 'get list watch')] },
  { does: 'may open shells in running containers', requests: [requests('', 'pods/exec pods/attach', 'create')] },
];

/** What makes certificates for anybody. Both are asked for: the request is changed, and its signer is used. */
export const certificateApproval: Pick<Permission, 'requests' | 'along'> = {
  requests: [requests('certificates.k8s.io', 'certificatesigningrequests/approval', 'update patch')],
  along: [
    { requests: [requests('certificates.k8s.io', 'signers', 'approve')] },
    // Signers of nodes give no other names than theirs.
    {
      requests: [requests('certificates.k8s.io', 'signers', 'approve')],
      namedResources: ['kubernetes.io/kube-apiserver-client', 'kubernetes.io/*'],
    },
  ],
};

const workloads = 'deployments daemonsets statefulsets replicasets';

/** What takes over the cluster, or where it is given in one the namespace, the shortest way first. */
export const takeover: readonly Permission[] = [
  ...strongPermissions,
  { does: 'may approve certificates for any user', ...certificateApproval },
  {
    does: 'may start pods as any account',
    requests: [
      requests('', 'pods replicationcontrollers', 'create'),
      requests('apps', workloads, 'create'),
      requests('batch', 'jobs cronjobs', 'create'),
    ],
  },
  {
    does: 'may change what pods run',
    requests: [
      requests('', 'pods replicationcontrollers', 'update patch'),
      requests('apps', workloads, 'update patch'),
      requests('batch', 'cronjobs', 'update patch'),
    ],
  },
];
