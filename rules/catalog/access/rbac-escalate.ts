import { clusterRole, role } from '../../contract/example.ts';
import { checkov, cis, defineRule, kics, kubescape, trivy } from '../../contract/rule.ts';
import { requests } from '../../model/kubernetes/permission.ts';
import { takeVerbs, withUse } from './shared/revoke.ts';

const rbac = 'rbac.authorization.k8s.io';

export default defineRule({
  id: 'rbac-escalate',
  subject: 'rbac-rule',
  severity: 'critical',
  profile: 'essential',
  fix: 'review',
  uncovers: ['binding-modification', 'wildcard-verbs'],
  title: 'Role may escalate roles',
  why: 'Kubernetes lets nobody write into a role what they may not do themselves, except by the verb `escalate`. Whoever has it adds any permission to their own role.',
  remedy: 'Remove the verb `escalate` and name verbs instead of `*` on roles.',
  ignoreWhen: 'It is a controller that manages roles for others and runs where administrators alone can reach it.',
  standards: [cis('5.1.8')],
  aliases: [
    checkov('CKV_K8S_158'),
    trivy('KSV-0050'),
    kubescape('rule-can-bind-escalate'),
    kics('RBAC Roles Allow Privilege Escalation'),
  ],
  examples: {
    bad: [
      clusterRole`
        - apiGroups: [rbac.authorization.k8s.io]
          resources: [clusterroles]
          verbs: [get, escalate]
      `,
      role`
        - apiGroups: [rbac.authorization.k8s.io]
          resources: [roles]
          verbs: ["*"]
      `,
    ],
    good: [
      clusterRole`
        - apiGroups: [rbac.authorization.k8s.io]
          resources: [clusterroles]
          verbs: [get, list, watch, create]
      `,
      role`
        - apiGroups: [support.example.com]
          resources: [tickets]
          verbs: [escalate]
      `,
    ],
  },

  permission: {
    does: 'may give itself every permission',
    requests: [requests('rbac.authorization.k8s.io', 'roles clusterroles', 'escalate')],
  },

  check(rule, report) {
    const grant = rule.grants(rbac, 'clusterroles', ['escalate']) ?? rule.grants(rbac, 'roles', ['escalate']);
    // Stars on both sides are the wildcard rules' matter.
    if (grant === undefined || (grant.verb.text === '*' && grant.resource.text === '*') || rule.bootstrap) return;
    const { verb } = grant;
    report(
      verb.field,
      `May give itself every permission${verb.text === '*' ? ', since * on roles includes escalate' : ''}: ${rule.role.label}.`,
      ({ facts }) => withUse(takeVerbs(rule, rule.resources, ['escalate'], 'roles are no longer widened'), rule, facts),
    );
  },
});
