import { objects } from '../../contract/objects.ts';
import { defineRule, trivy } from '../../contract/rule.ts';
import { type Permission, requests } from '../../model/kubernetes/permission.ts';
import { reportPermission } from './shared/report-permission.ts';

const permission: Permission = {
  does: 'changes where traffic goes',
  requests: [
    requests('', 'services endpoints', 'create update patch delete deletecollection'),
    requests('discovery.k8s.io', 'endpointslices', 'create update patch delete deletecollection'),
    requests('networking.k8s.io', 'networkpolicies ingresses', 'create update patch delete deletecollection'),
  ],
};

export default defineRule({
  id: 'network-modification',
  subject: 'rbac-rule',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  title: 'Role may change the network',
  why: 'Whoever writes Services, endpoints or routes takes over traffic. Whoever writes network policies opens what was closed.',
  remedy: 'Leave them to the pipeline and to controllers.',
  ignoreWhen: 'It is a controller, or the account that deploys.',
  aliases: [trivy('KSV-0056')],
  examples: {
    bad: [
      objects`
        Role shop/web
          - apiGroups: [networking.k8s.io]
            resources: [networkpolicies]
            verbs: [patch]
      `,
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [services]
            verbs: ["*"]
        RoleBinding shop/ci: Role web, ServiceAccount ci
      `,
    ],
    good: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [services]
            verbs: [get]
      `,
      objects`
        Role shop/web
          - apiGroups: [networking.k8s.io]
            resources: [ingresses/status]
            verbs: [update]
      `,
    ],
  },

  permission,

  check(rule, report) {
    reportPermission(rule, permission, report);
  },
});
