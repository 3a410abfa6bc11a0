import { objects } from '../../contract/objects.ts';
import { defineRule, kubescape, trivy } from '../../contract/rule.ts';
import { type Permission, requests } from '../../model/kubernetes/permission.ts';
import { reportPermission } from './shared/report-permission.ts';

const permission: Permission = {
  does: 'deletes what runs',
  requests: [
    requests(
      '',
      'pods secrets configmaps services namespaces nodes persistentvolumes persistentvolumeclaims replicationcontrollers serviceaccounts',
      'delete deletecollection',
    ),
    requests('apps', 'deployments daemonsets statefulsets replicasets', 'delete deletecollection'),
    requests('batch', 'jobs cronjobs', 'delete deletecollection'),
  ],
};

export default defineRule({
  id: 'object-deletion',
  subject: 'rbac-rule',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  title: 'Role may delete what runs and what it needs',
  why: 'One mistaken or hostile request removes the application, and its data where volumes go as well.',
  remedy: 'Remove `delete`, or name in `resourceNames` what may be deleted.',
  ignoreWhen: 'It is a controller, or the account that deploys.',
  aliases: [kubescape('rule-excessive-delete-rights-v1'), kubescape('C-0007'), trivy('KSV-0048')],
  examples: {
    bad: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [pods]
            verbs: [delete]
      `,
      objects`
        Role shop/web
          - apiGroups: [apps]
            resources: [deployments]
            verbs: ["*"]
        RoleBinding shop/ci: Role web, ServiceAccount ci
      `,
    ],
    good: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [pods]
            verbs: [get]
      `,
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [pods/eviction]
            verbs: [create]
      `,
    ],
  },

  permission,

  check(rule, report) {
    reportPermission(rule, permission, report);
  },
});
