import { clusterRole, role } from '../../contract/example.ts';
import { checkov, cis, defineRule, kubescape, trivy } from '../../contract/rule.ts';
import { requests } from '../../model/kubernetes/permission.ts';
import { takeVerbs, withUse } from './shared/revoke.ts';

const rbac = 'rbac.authorization.k8s.io';

export default defineRule({
  id: 'rbac-bind',
  subject: 'rbac-rule',
  severity: 'critical',
  profile: 'essential',
  fix: 'review',
  uncovers: ['binding-modification', 'wildcard-verbs'],
  title: 'Role may bind any role',
  why: 'Kubernetes lets nobody bind a role that grants more than they have, except by the verb `bind`. Whoever has it for every role binds `cluster-admin` to themselves.',
  remedy: 'Remove the verb `bind`, or name in `resourceNames` the few roles that may be bound.',
  ignoreWhen: 'It is a controller that grants roles and runs where administrators alone can reach it.',
  standards: [cis('5.1.8')],
  aliases: [
    checkov('CKV_K8S_157'),
    checkov('CKV2_K8S_1'),
    trivy('KSV-0051'),
    trivy('KSV-0052'),
    kubescape('rule-can-bind-escalate'),
  ],
  examples: {
    bad: [
      clusterRole`
        - apiGroups: [rbac.authorization.k8s.io]
          resources: [clusterroles, rolebindings]
      -   verbs: [bind, create]
      +   verbs: [create]
      `,
      role`
        - apiGroups: [rbac.authorization.k8s.io]
          resources: [clusterroles]
          resourceNames: [view, cluster-admin]
          verbs: [bind]
      `,
    ],
    good: [
      clusterRole`
        - apiGroups: [rbac.authorization.k8s.io]
          resources: [rolebindings]
          verbs: [create]
        - apiGroups: [rbac.authorization.k8s.io]
          resources: [clusterroles]
          resourceNames: [view]
          verbs: [bind]
      `,
      role`
        - apiGroups: [rbac.authorization.k8s.io]
          resources: [roles, rolebindings]
          verbs: [get, list, create]
      `,
    ],
  },

  permission: {
    does: 'may bind any role',
    requests: [requests('rbac.authorization.k8s.io', 'roles clusterroles', 'bind')],
  },

  check(rule, report) {
    const grant = rule.grants(rbac, 'clusterroles', ['bind']) ?? rule.grants(rbac, 'roles', ['bind']);
    // Stars on both sides are the wildcard rules' matter.
    if (grant === undefined || (grant.verb.text === '*' && grant.resource.text === '*') || rule.bootstrap) return;
    // Giving on named roles is what the verb is for, cluster-admin excepted.
    const named = rule.resourceNames.length > 0 || rule.field.at('resourceNames').unknown;
    if (named && !rule.resourceNames.some(({ text }) => text === 'cluster-admin')) return;
    const { verb } = grant;
    const what = named ? 'cluster-admin' : 'any role';
    report(
      verb.field,
      `May bind ${what} to anybody${verb.text === '*' ? ', since * on roles includes bind' : ''}: ${rule.role.label}.`,
      ({ facts }) =>
        withUse(
          takeVerbs(
            rule,
            rule.resources,
            ['bind'],
            'roles are no longer given on',
            named ? ['cluster-admin'] : undefined,
          ),
          rule,
          facts,
        ),
    );
  },
});
