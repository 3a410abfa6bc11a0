import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/access/webhook-control.ts';
import { objects, testRule } from '../../../harness/index.ts';
import { found } from '../../../harness/recommended.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('on the role, and on the binding that hands it out')(objects`
    ClusterRole web
      - apiGroups: [admissionregistration.k8s.io]
        resources: [validatingwebhookconfigurations]
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ webhook-control 💡
        verbs: [patch]
    ClusterRoleBinding ci: ClusterRole web, ServiceAccount shop/ci
    #                                  ^^^ webhook-control
  `);

  fix('the verbs')(objects`
      ClusterRole web
        rules:
          - apiGroups: [admissionregistration.k8s.io]
            resources: [validatingwebhookconfigurations]
    -       verbs: [get, patch]
    +       verbs: [get]
  `);

  clean('other requests')(objects`
    ClusterRole web
      - apiGroups: [admissionregistration.k8s.io]
        resources: [mutatingwebhookconfigurations]
        verbs: [watch]
    ClusterRoleBinding ci: ClusterRole web, ServiceAccount shop/ci
  `);
});

it('of what writes certificates into webhooks is told to those who are strict', () => {
  const told = (name: string, profile: 'recommended' | 'strict' = 'recommended'): number =>
    found(
      'role.yaml',
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: ${name} }
rules:
  - { apiGroups: [admissionregistration.k8s.io], resources: [validatingwebhookconfigurations], verbs: [get, update] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: web }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${name} }
subjects: [{ kind: ServiceAccount, name: web, namespace: shop }]
`,
      profile,
    ).filter((id) => id === 'webhook-control').length;
  assert.equal(told('cert-manager-cainjector'), 0);
  assert.equal(told('cert-manager-cainjector', 'strict'), 2);
  assert.equal(told('cainjector-tools'), 1);
});
