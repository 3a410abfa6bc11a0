import { objects } from '../../contract/objects.ts';
import { defineRule, polaris } from '../../contract/rule.ts';
import { plain } from '../../model/kubernetes/access.ts';
import { grantsPermission, type Permission, requests } from '../../model/kubernetes/permission.ts';
import { reportPermission } from './shared/report-permission.ts';

const permission: Permission = {
  does: 'may not open the shells that it names',
  requests: [requests('', 'pods/exec pods/attach', 'get')],
};
const shells: Permission = { does: '', requests: [requests('', 'pods/exec pods/attach', 'create')] };

export default defineRule({
  id: 'outdated-exec-access',
  subject: 'rbac-rule',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  title: 'Role opens shells with a verb that no longer works',
  why: 'Since Kubernetes 1.35 `create` is required, and `get` opens no shell any more. On older clusters a role that seems to be for reading opens shells.',
  remedy: 'Remove `pods/exec` and `pods/attach`, or add `create` where shells are meant.',
  aliases: [
    polaris('rolePodExecAttach'),
    polaris('clusterrolePodExecAttach'),
    polaris('clusterrolebindingPodExecAttach'),
    polaris('rolebindingClusterRolePodExecAttach'),
    polaris('rolebindingRolePodExecAttach'),
  ],
  examples: {
    bad: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [pods/exec]
            verbs: [get]
      `,
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [pods/attach]
            verbs: [get, list]
        RoleBinding shop/ci: Role web, ServiceAccount ci
      `,
    ],
    good: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [pods/log]
            verbs: [get]
      `,
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [pods]
            verbs: [get]
      `,
    ],
  },

  permission,

  check(rule, report, { kubernetesMinor }) {
    // Before, it is as good as create, which another rule speaks of.
    if (kubernetesMinor >= 35 && !grantsPermission(plain(rule), shells))
      reportPermission(rule, permission, report, { isVain: true });
  },
});
