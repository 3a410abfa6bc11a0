import rule from '../../../../rules/catalog/access/dashboard-role-binding.ts';
import type { Example } from '../../../../rules/contract/example.ts';
import { testRule } from '../../../harness/index.ts';

const binding = (role: string, ...subjects: readonly string[]): Example => ({
  language: 'yaml',
  text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: dashboard
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: ${role}
subjects:
${subjects.map((subject) => `  - ${subject}\n`).join('')}`,
});
const account = 'kind: ServiceAccount\n    name: kubernetes-dashboard\n    namespace: kube-system';
const user = 'kind: User\n    name: ann';

testRule(rule, ({ check, clean, fix }) => {
  check('somebody beside it')(
    binding('kubernetes-dashboard', account, `${user}\n#         ^^^ dashboard-role-binding 💡 "User ann"`),
  );
  clean('the dashboard alone')(binding('kubernetes-dashboard-minimal', account));
  clean('another role')(binding('dashboards', user));
  fix('without them')(binding('kubernetes-dashboard', account, user), binding('kubernetes-dashboard', account));
});
