import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { plain } from '../../model/kubernetes/access.ts';
import { grantsPermission, type Permission, requests } from '../../model/kubernetes/permission.ts';
import { capitalized } from '../../text/capitalized.ts';

export default defineRule({
  id: 'widened-builtin-role',
  subject: 'rbac-rule',
  severity: 'medium',
  profile: 'recommended',
  title: 'Built-in role is widened',
  why: 'Everybody who is bound to `view`, `edit` or `admin` gets it too, in every namespace, and no binding says so.',
  remedy:
    'Remove the label and bind the role to those who need it, or keep to what the role is for: `view` changes nothing and reads no secrets.',
  examples: {
    bad: [
      objects`
        ClusterRole shop
          labels:
            rbac.authorization.k8s.io/aggregate-to-view: "true"
          - apiGroups: [""]
            resources: [secrets]
            verbs: [get]
      `,
      objects`
        ClusterRole shop
          labels:
            rbac.authorization.k8s.io/aggregate-to-edit: "true"
          - apiGroups: [rbac.authorization.k8s.io]
            resources: [roles]
            verbs: [escalate]
      `,
    ],
    good: [
      objects`
        ClusterRole shop
          labels:
            rbac.authorization.k8s.io/aggregate-to-view: "true"
          - apiGroups: [example.com]
            resources: [widgets]
            verbs: [get, list, watch]
      `,
      objects`
        ClusterRole shop
          labels:
            rbac.authorization.k8s.io/aggregate-to-edit: "false"
          - apiGroups: ["*"]
            resources: ["*"]
            verbs: ["*"]
      `,
    ],
  },

  check(rule, report) {
    if (rule.bootstrap) return;
    const labels = rule.role.at('metadata', 'labels');
    for (const [role, permissions] of Object.entries(beyond)) {
      const label = labels.at(`rbac.authorization.k8s.io/aggregate-to-${role}`);
      const permission =
        label.text === 'true' ? permissions.find((one) => grantsPermission(plain(rule), one)) : undefined;
      if (permission === undefined) continue;
      report(
        rule,
        `${capitalized(permission.does)} with ${role}: ${rule.role.label} is aggregated into it.`,
        undefined,
        [{ place: label, message: 'This label makes it a part of it.' }],
      );
      return;
    }
  },
});

const write = 'create update patch delete deletecollection';
const rbac = requests('rbac.authorization.k8s.io', 'roles clusterroles', 'bind escalate');
const strong: readonly Permission[] = [
  { does: 'may give itself every permission', requests: [rbac] },
  { does: 'may act as anybody else', requests: [requests('', 'users groups', 'impersonate')] },
  {
    does: 'may change nodes and run commands in their pods',
    requests: [requests('', 'nodes/proxy', 'get create'), requests('', 'nodes', write)],
  },
  { does: 'may do everything' },
];

/** What is more than a role is meant for. Source: Kubernetes documentation, "Using RBAC Authorization", User-facing roles. */
const beyond: { readonly [role: string]: readonly Permission[] } = {
  view: [
    ...strong,
    { does: 'reads secrets', requests: [requests('', 'secrets', 'get list watch')] },
    { does: 'opens shells in pods', requests: [requests('', 'pods/exec pods/attach', 'get create')] },
    {
      does: 'changes workloads',
      requests: [requests('', 'pods', write), requests('apps', 'deployments daemonsets statefulsets', write)],
    },
  ],
  edit: strong,
  admin: strong,
};
