import { objects } from '../../contract/objects.ts';
import { cis, defineRule, kubeLinter, kubescape, trivy } from '../../contract/rule.ts';
import { type Permission, requests } from '../../model/kubernetes/permission.ts';
import { reportPermission } from './shared/report-permission.ts';

const permission: Permission = {
  does: 'starts pods as any account',
  requests: [
    requests('', 'pods replicationcontrollers', 'create'),
    requests('apps', 'deployments daemonsets statefulsets replicasets', 'create'),
    requests('batch', 'jobs cronjobs', 'create'),
  ],
};

export default defineRule({
  id: 'pod-creation',
  subject: 'rbac-rule',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  title: 'Role may start pods',
  why: 'Whoever starts a pod chooses its account, mounts every secret of the namespace into it, and where no standard forbids it the disk of the node.',
  remedy:
    'Leave starting pods to controllers and to the pipeline, and hold the namespace to the restricted Pod Security Standard.',
  ignoreWhen: 'It is a controller, or the account that deploys.',
  standards: [cis('5.1.4')],
  aliases: [
    kubeLinter('access-to-create-pods'),
    kubescape('rule-can-create-pod'),
    kubescape('C-0188'),
    trivy('KSV-0048'),
  ],
  examples: {
    bad: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [pods]
            verbs: [create]
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
            verbs: [get, list]
      `,
      objects`
        Role shop/web
          - apiGroups: [apps]
            resources: [deployments/scale]
            verbs: [update]
      `,
    ],
  },

  permission,

  check(rule, report) {
    reportPermission(rule, permission, report);
  },
});
