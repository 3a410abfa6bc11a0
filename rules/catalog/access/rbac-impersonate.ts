import { clusterRole, role } from '../../contract/example.ts';
import { checkov, cis, defineRule, kics, kubescape, trivy } from '../../contract/rule.ts';
import type { Grant, PolicyRule } from '../../model/kubernetes/access.ts';
import { requests } from '../../model/kubernetes/permission.ts';
import { takeVerbs, withUse } from './shared/revoke.ts';

const anyOf: ReadonlyMap<string, string> = new Map([
  ['users', 'any user'],
  ['groups', 'any group'],
  ['serviceaccounts', 'any service account'],
]);

export default defineRule({
  id: 'rbac-impersonate',
  subject: 'rbac-rule',
  severity: 'critical',
  profile: 'essential',
  fix: 'review',
  title: 'Role may act as anybody else',
  why: 'One header makes a request of the role a request of any user or group. As the group `system:masters` it passes every rule, and the audit log names the victim.',
  remedy: 'Remove the verb `impersonate`, or name in `resourceNames` whom the role may act as.',
  ignoreWhen: 'It is a proxy that authenticates people itself and passes their names on.',
  standards: [cis('5.1.8')],
  aliases: [
    kubescape('rule-can-impersonate-users-groups-v1'),
    checkov('CKV2_K8S_3'),
    trivy('KSV-0043'),
    kubescape('C-0065'),
    kics('RBAC Roles with Impersonate Permission'),
  ],
  examples: {
    bad: [
      clusterRole`
        - apiGroups: [""]
          resources: [users, groups]
          verbs: [impersonate]
      `,
      clusterRole`
        - apiGroups: [""]
          resources: [serviceaccounts]
          verbs: ["*"]
      `,
    ],
    good: [
      clusterRole`
        - apiGroups: [""]
          resources: [users]
          resourceNames: [night-shift]
          verbs: [impersonate]
      `,
      role`
        - apiGroups: [""]
          resources: [serviceaccounts]
          verbs: [get, create]
      `,
    ],
  },

  permission: {
    does: 'may act as anybody else',
    requests: [
      requests('', 'users groups serviceaccounts', 'impersonate'),
      requests('authentication.k8s.io', 'uids userextras', 'impersonate'),
    ],
  },

  check(rule, report) {
    const grant = impersonation(rule);
    if (grant === undefined || rule.bootstrap) return;
    const named = rule.resourceNames.length > 0 || rule.field.at('resourceNames').unknown;
    if (named && !rule.resourceNames.some(({ text }) => text === 'system:masters')) return;
    const { verb, resource } = grant;
    const whom = named ? 'the group system:masters' : (anyOf.get(resource.text) ?? 'anybody');
    report(
      verb.field,
      `May act as ${whom}${verb.text === '*' ? ', since * includes impersonate' : ''}: ${rule.role.label}.`,
      ({ facts }) =>
        withUse(
          takeVerbs(
            rule,
            rule.resources,
            ['impersonate'],
            'acting as others fails',
            named ? ['system:masters'] : undefined,
          ),
          rule,
          facts,
        ),
    );
  },
});

/** Users, groups and accounts are of the core group for this verb, whatever group their objects have; what hangs on a user is not. */
function impersonation(rule: PolicyRule): Grant | undefined {
  const extra = rule.resources.find(({ text }) => text.startsWith('userextras/'))?.text ?? 'userextras';
  const targets = [
    ...['users', 'groups', 'serviceaccounts'].map((resource) => ['', resource] as const),
    ...['uids', extra].map((resource) => ['authentication.k8s.io', resource] as const),
  ];
  for (const [group, resource] of targets) {
    const grant = rule.grants(group, resource, ['impersonate']);
    // Stars on both sides are the wildcard rules' matter.
    if (grant !== undefined && (grant.verb.text !== '*' || grant.resource.text !== '*')) return grant;
  }
  return undefined;
}
