/** What other tools get wrong where several objects belong together. */
import type { Example } from '../../../rules/contract/example.ts';
import type { Defect } from './defect.ts';

const role = (kind: string, namespace: string, rules: string): string =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata:\n  name: reader\n${namespace === '' ? '' : `  namespace: ${namespace}\n`}rules:\n${rules}`;
const binding = (kind: string, roleKind: string, subject: string): string =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata:\n  name: web\n${kind === 'RoleBinding' ? '  namespace: shop\n' : ''}roleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ${roleKind}\n  name: reader\nsubjects:\n  - ${subject}\n`;
const account = '{kind: ServiceAccount, name: web, namespace: shop}';
const secrets = '  - apiGroups: [""]\n    resources: [secrets]\n    verbs: [get]\n';
const harmless = '  - apiGroups: [""]\n    resources: [pods]\n    verbs: [get]\n';
const together = (...documents: readonly string[]): Example => ({ language: 'yaml', text: documents.join('---\n') });

export const clusters: readonly Defect[] = [
  {
    tool: 'kube-linter',
    says: 'looks among Roles alone for what a RoleBinding hands out',
    text: together(role('ClusterRole', '', secrets), binding('RoleBinding', 'ClusterRole', account)),
    found: ['secret-access'],
  },
  {
    tool: 'kube-linter',
    says: 'takes a Role of the same name for a ClusterRole',
    text: together(
      role('ClusterRole', '', harmless),
      role('Role', 'shop', '  - apiGroups: [""]\n    resources: [pods/exec]\n    verbs: [create]\n').replace(
        'kind: Role\n',
        'kind: Role\n# seaworthy-ignore-file pod-exec: the role itself is meant\n',
      ),
      binding('RoleBinding', 'ClusterRole', account),
    ),
    quiet: ['broad-role-binding'],
  },
  {
    tool: 'checkov',
    says: 'finds roles by name and kind, of whatever namespace',
    text: together(role('Role', 'bank', harmless), binding('RoleBinding', 'Role', account)),
    found: ['dangling-role-binding'],
  },
  {
    tool: 'checkov',
    says: 'CKV2 rules never report users and groups',
    text: together(
      role('ClusterRole', '', secrets),
      binding(
        'ClusterRoleBinding',
        'ClusterRole',
        '{kind: Group, name: developers, apiGroup: rbac.authorization.k8s.io}',
      ),
    ),
    found: ['secret-access'],
  },
  {
    tool: 'checkov',
    says: 'CKV_K8S_49 reads the first rule of a role alone, and takes `*/scale` for a wildcard',
    text: together(
      role('ClusterRole', '', `${harmless}  - apiGroups: [apps]\n    resources: [deployments]\n    verbs: ["*"]\n`),
    ),
    found: ['wildcard-verbs'],
  },
  {
    tool: 'checkov',
    says: 'CKV2_K8S_2 wants create where get on nodes/proxy is enough (kubernetes#136550)',
    text: together(role('ClusterRole', '', '  - apiGroups: [""]\n    resources: [nodes/proxy]\n    verbs: [get]\n')),
    found: ['node-proxy'],
  },
  {
    tool: 'checkov',
    says: 'CKV2_K8S_5 takes names for a limit of create, which comes without one',
    text: together(
      role(
        'ClusterRole',
        '',
        '  - apiGroups: [""]\n    resources: [secrets]\n    resourceNames: [token]\n    verbs: [create]\n',
      ),
    ),
    found: ['nameless-verb'],
  },
  {
    tool: 'trivy',
    says: 'spells the kind ClusterRolebinding, so that real ones never match',
    text: together(
      role('ClusterRole', '', harmless),
      binding(
        'ClusterRoleBinding',
        'ClusterRole',
        '{kind: User, name: "system:anonymous", apiGroup: rbac.authorization.k8s.io}',
      ),
    ),
    found: ['anonymous-binding'],
  },
  {
    tool: 'checkov',
    says: 'finds service accounts by name alone',
    text: together(
      'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: web\n  namespace: bank\nautomountServiceAccountToken: false\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  serviceAccountName: web\n  containers:\n    - name: web\n      image: nginx:1.29\n',
    ),
    found: ['automounted-token'],
  },
  {
    tool: 'kube-linter',
    says: 'takes an object without a namespace for one of another namespace',
    text: together(
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: shop\n  labels:\n    app: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: web\nspec:\n  podSelector:\n    matchLabels:\n      app: web\n  policyTypes: [Ingress, Egress]\n',
    ),
    quiet: ['unisolated-ingress', 'unisolated-egress'],
  },
  {
    tool: 'kube-linter',
    says: 'counts a policy for one direction as one for both, and reads no default of policyTypes',
    text: together(
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: shop\n  labels:\n    app: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  podSelector: {}\n  egress: []\n',
    ),
    found: ['unisolated-egress'],
    quiet: ['unisolated-ingress'],
  },
];
