import { objects } from '../../contract/objects.ts';
import { defineRule, trivy } from '../../contract/rule.ts';
import { type Permission, requests } from '../../model/kubernetes/permission.ts';
import { reportPermission } from './shared/report-permission.ts';

const permission: Permission = {
  does: 'changes who may do what',
  requests: [
    requests(
      'rbac.authorization.k8s.io',
      'rolebindings clusterrolebindings roles clusterroles',
      'create update patch delete deletecollection',
    ),
  ],
};

export default defineRule({
  id: 'binding-modification',
  subject: 'rbac-rule',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Role may change roles and bindings',
  why: 'Nobody can grant more than they have, but existing roles can be given to anybody, and removed.',
  remedy: 'Leave roles and bindings to administrators.',
  ignoreWhen: 'It is a controller that grants access, or the account that deploys.',
  aliases: [trivy('KSV-0050'), trivy('KSV-0055')],
  examples: {
    bad: [
      objects`
        Role shop/web
          - apiGroups: [rbac.authorization.k8s.io]
            resources: [rolebindings]
            verbs: [create]
      `,
      objects`
        Role shop/web
          - apiGroups: [rbac.authorization.k8s.io]
            resources: [roles]
            verbs: ["*"]
        RoleBinding shop/ci: Role web, ServiceAccount ci
      `,
    ],
    good: [
      objects`
        Role shop/web
          - apiGroups: [rbac.authorization.k8s.io]
            resources: [rolebindings]
            verbs: [get]
      `,
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [rolebindings]
            verbs: [create]
      `,
    ],
  },

  permission,

  check(rule, report) {
    reportPermission(rule, permission, report);
  },
});
