import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/access/authenticated-binding.ts';
import { objects, testRule } from '../../../harness/index.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('everybody, and every service account')(objects`
    ClusterRoleBinding shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: view
      subjects:
        - kind: Group
          apiGroup: rbac.authorization.k8s.io
          name: system:authenticated
      #         ^^^^^^^^^^^^^^^^^^^^ authenticated-binding 💡 "everybody with an account"
        - kind: Group
          apiGroup: rbac.authorization.k8s.io
          name: system:serviceaccounts
      #         ^^^^^^^^^^^^^^^^^^^^^^ authenticated-binding 💡 "every service account"
  `);

  clean('roles that show what everybody may know')(objects`
    ClusterRoleBinding issuer
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: system:service-account-issuer-discovery
      subjects:
        - kind: Group
          name: system:authenticated
  `);

  clean('the accounts of one namespace')(objects`
    ClusterRoleBinding shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: view
      subjects:
        - kind: Group
          name: system:serviceaccounts:shop
        - kind: User
          name: system:authenticated
  `);

  clean('what Kubernetes brings itself')(objects`
    ClusterRoleBinding system:discovery
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: system:discovery
      subjects:
        - kind: Group
          name: system:authenticated
  `);

  fix('takes the subject off')(objects`
      ClusterRoleBinding shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: view
        subjects:
          - kind: Group
    -       name: system:authenticated
    -     - kind: Group
            name: support
  `);
});

it('a role that shows ConfigMaps by their names weighs little', () => {
  const severity = (...lines: readonly string[]): string | undefined => {
    const role = `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: info, namespace: shop}\nrules:\n${lines.join('\n')}\n`;
    const binding =
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: info, namespace: shop}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: info}\nsubjects: [{kind: Group, apiGroup: rbac.authorization.k8s.io, name: "system:authenticated"}]\n';
    const text = lines.length === 0 ? binding : `${role}---\n${binding}`;
    return new Scope([rule], { language: 'yaml', text }, {}).findings[0]?.severity;
  };
  const named = '  - {apiGroups: [""], resources: [configmaps], resourceNames: [info], verbs: [get, watch]}';
  assert.equal(severity(named), 'low');
  assert.equal(severity(), 'high', 'nobody knows the role');
  assert.equal(severity(named, '  - {apiGroups: [""], resources: [configmaps], verbs: [get]}'), 'high');
  assert.equal(severity(named.replace('watch', 'update')), 'high');
  assert.equal(severity(named.replace('configmaps', 'configmaps, secrets')), 'high');
});
