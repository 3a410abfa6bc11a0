/** Roles, bindings and the accounts of pods. Aggregated roles consist of all roles that they select, each of them for itself. */
import { type Family, pair, podOf, roleHead, yaml } from './family.ts';

export const accessFamilies: readonly Family[] = [
  yaml('RBAC rules', roleHead, (i) => `  - {apiGroups: [""], resources: [pods${i}], verbs: ["*"]}\n`),
  yaml('verbs', `${roleHead}  - apiGroups: [""]\n    resources: [secrets]\n    verbs:\n`, (i) => `      - v${i}\n`),
  pair(
    'resources and verbs',
    `${roleHead}  - apiGroups: [""]\n    resources:\n`,
    (i) => `      - pods/x${i}\n`,
    '    verbs:\n',
    (i) => `      - get${i}\n`,
  ),
  pair(
    'API groups and resources',
    `${roleHead}  - verbs: ["*"]\n    apiGroups:\n`,
    (i) => `      - g${i}.k8s.io\n`,
    '    resources:\n',
    (i) => `      - pods${i}\n`,
  ),
  yaml(
    'names of resources',
    `${roleHead}  - apiGroups: [""]\n    resources: [secrets]\n    verbs: [get]\n    resourceNames:\n`,
    (i) => `      - s${i}\n`,
  ),
  pair(
    'RBAC rules and names',
    `${roleHead}  - apiGroups: [""]\n    resources: [secrets]\n    verbs: [get, list]\n    resourceNames:\n`,
    (i) => `      - s${i}\n`,
    '',
    () => `  - {apiGroups: [""], resources: [secrets], verbs: [get, list, watch]}\n`,
  ),
  yaml(
    'subjects',
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: a}\nroleRef: {kind: ClusterRole, name: cluster-admin, apiGroup: rbac.authorization.k8s.io}\nsubjects:\n',
    (i) => `  - {kind: ServiceAccount, name: s${i}, namespace: n${i}}\n`,
  ),
  pair(
    'RBAC rules and subjects',
    `${roleHead}`,
    (i) => `  - {apiGroups: [""], resources: [secrets, pods/exec], verbs: [v${i}, "*"]}\n`,
    '---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: a}\nroleRef: {kind: ClusterRole, name: r, apiGroup: rbac.authorization.k8s.io}\nsubjects:\n',
    (i) => `  - {kind: ServiceAccount, name: s${i}, namespace: n${i}}\n`,
  ),
  pair(
    'roles and bindings',
    '',
    (i) =>
      `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r${i}}\nrules: [{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}]\n`,
    '',
    (i) =>
      `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: b${i}}\nroleRef: {kind: ClusterRole, name: r${i}, apiGroup: rbac.authorization.k8s.io}\nsubjects: [{kind: ServiceAccount, name: s${i}, namespace: n}]\n`,
  ),
  yaml(
    'bindings of one role',
    `${roleHead}  - {apiGroups: ["*"], resources: ["*"], verbs: ["*"]}\n`,
    (i) =>
      `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: b${i}}\nroleRef: {kind: ClusterRole, name: r, apiGroup: rbac.authorization.k8s.io}\nsubjects: [{kind: ServiceAccount, name: s${i}, namespace: n}]\n`,
  ),
  yaml(
    'aggregated roles',
    '',
    (i) =>
      `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r${i}, labels: {a: b}}\naggregationRule: {clusterRoleSelectors: [{matchLabels: {a: b}}]}\nrules: [{apiGroups: ["*"], resources: [secrets], verbs: [get]}]\n`,
  ),
  pair(
    'bindings and pods of one account',
    'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: s, namespace: n}\n',
    (i) =>
      `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: b${i}, namespace: n}\nroleRef: {kind: ClusterRole, name: cluster-admin, apiGroup: rbac.authorization.k8s.io}\nsubjects: [{kind: ServiceAccount, name: s, namespace: n}]\n`,
    '',
    (i) => `---\n${podOf(`p${i}`, '  serviceAccountName: s\n').replace('metadata:\n', 'metadata:\n  namespace: n\n')}`,
  ),
  pair(
    'bindings of one role of many rules',
    roleHead,
    (i) => `  - {apiGroups: [""], resources: [x${i}], verbs: [get]}\n`,
    '',
    (i) =>
      `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: b${i}}\nroleRef: {kind: ClusterRole, name: r, apiGroup: rbac.authorization.k8s.io}\nsubjects: [{kind: ServiceAccount, name: s${i}, namespace: n}]\n`,
  ),
  pair(
    'subjects of one binding, and pods of each',
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: a}\nroleRef: {kind: ClusterRole, name: cluster-admin, apiGroup: rbac.authorization.k8s.io}\nsubjects:\n',
    (i) => `  - {kind: ServiceAccount, name: s${i}, namespace: n}\n`,
    '',
    (i) =>
      `---\n${podOf(`p${i}`, `  serviceAccountName: s${i}\n`).replace('metadata:\n', 'metadata:\n  namespace: n\n')}`,
  ),
  {
    name: 'many files of one account',
    make: (size) =>
      Array.from({ length: Math.ceil(size / 500) }, (_, i) => ({
        path: `d${i}/a.yaml`,
        text: [
          'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: s, namespace: n}\n',
          'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: b, namespace: n}\nroleRef: {kind: ClusterRole, name: cluster-admin, apiGroup: rbac.authorization.k8s.io}\nsubjects: [{kind: ServiceAccount, name: s, namespace: n}]\n',
          podOf('p', '  serviceAccountName: s\n').replace('metadata:\n', 'metadata:\n  namespace: n\n'),
        ].join('---\n'),
      })),
  },
];
