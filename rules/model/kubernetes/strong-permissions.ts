/** Permissions that make a stolen account worth most. Source: Kubernetes documentation, "Role Based Access Control Good Practices". */
import { type Permission, requests } from './permission.ts';

/** May do everything there is. */
export const everything: Permission = { does: 'may do everything' };

/** What ends in everything: whoever has one of these is an administrator. */
export const administration: readonly Permission[] = [
  everything,
  {
    does: 'may give itself every permission',
    requests: [requests('rbac.authorization.k8s.io', 'roles clusterroles', 'bind escalate')],
  },
  { does: 'may act as anybody else', requests: [requests('', 'users groups serviceaccounts', 'impersonate')] },
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
