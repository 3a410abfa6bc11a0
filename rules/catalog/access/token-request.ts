import { objects } from '../../contract/objects.ts';
import { cis, defineRule, kubescape } from '../../contract/rule.ts';
import { type Permission, requests } from '../../model/kubernetes/permission.ts';
import { reportPermission } from './shared/report-permission.ts';

const permission: Permission = {
  does: 'gets tokens of every account',
  requests: [requests('', 'serviceaccounts/token', 'create')],
};

export default defineRule({
  id: 'token-request',
  subject: 'rbac-rule',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Role may request tokens of accounts',
  why: 'With a token of a more powerful account its holder is that account, in the audit log too.',
  remedy: 'Name in `resourceNames` the accounts whose tokens are needed, or remove the rule.',
  standards: [cis('5.1.13')],
  aliases: [kubescape('rule-can-create-service-account-token'), kubescape('C-0282')],
  examples: {
    bad: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [serviceaccounts/token]
            verbs: [create]
      `,
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [serviceaccounts/token]
            verbs: ["*"]
        RoleBinding shop/ci: Role web, ServiceAccount ci
      `,
    ],
    good: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [serviceaccounts]
            verbs: [create]
      `,
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [serviceaccounts/token]
            verbs: [create]
            resourceNames: [vault]
      `,
    ],
  },

  permission,

  check(rule, report) {
    reportPermission(rule, permission, report);
  },
});
