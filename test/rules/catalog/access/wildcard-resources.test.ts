import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/access/wildcard-resources.ts';
import type { Example } from '../../../../rules/contract/example.ts';
import { clusterRole, testRule } from '../../../harness/index.ts';
import { found } from '../../../harness/recommended.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean }) => {
  check('names what is worst about it')(clusterRole`
    - apiGroups: [""]
      resources: ["*"]
    #             ^^^ wildcard-resources "Covers every resource of the core group, including secrets: ClusterRole shop"
      verbs: [get, list]
    - apiGroups: [apps, batch]
      resources:
        - "*"
    #     ^^^ wildcard-resources "Covers every resource of apps, batch: ClusterRole shop"
      verbs: [create]
  `);

  check('of every group')(clusterRole`
    - apiGroups: ["*"]
      resources: ["*"]
    #             ^^^ wildcard-resources "Covers every resource: ClusterRole shop"
      verbs: [delete]
  `);

  clean('names of metrics, which nobody knows before')(clusterRole`
    - apiGroups: [custom.metrics.k8s.io]
      resources: ["*"]
      verbs: [get]
  `);

  clean('addresses are no resources')(clusterRole`
    - nonResourceURLs: ["*"]
      verbs: [get]
  `);
});

it('wildcard-resources weighs little where a project only reads what it brought along', () => {
  const role = (group: string, verbs: string): Example => ({
    language: 'yaml',
    text: `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: shop\nrules:\n  - apiGroups: [${group}]\n    resources: ["*"]\n    verbs: [${verbs}]\n`,
  });
  const severity = (of: Example): string | undefined => new Scope([rule], of, {}).findings[0]?.severity;
  assert.equal(severity(role('shop.example.com', 'get, list, watch')), 'low');
  assert.equal(severity(role('networking.istio.io', 'get, list, watch')), 'low');
  assert.equal(severity(role('shop.example.com', 'get, update')), 'high');
  assert.equal(severity(role('shop.example.com, apps', 'get')), 'high');
  // Routes hold no secrets, so that reading them weighs no more than reading a project's own kinds.
  assert.equal(severity(role('gateway.networking.k8s.io', 'get')), 'low');
  assert.equal(severity(role('gateway.networking.k8s.io', 'get, update')), 'high');
  assert.equal(severity(role('networking.k8s.io', 'get')), 'high');
});

it('one item that allows every verb on every resource of a group is told once', () => {
  const role = (verbs: string): string =>
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: shop\nrules:\n  - apiGroups: [apps]\n    resources: ["*"]\n    verbs: ${verbs}\n`;
  const of = (verbs: string): readonly string[] =>
    found('role.yaml', role(verbs)).filter((id) => id.startsWith('wildcard'));
  assert.deepEqual(of('["*"]'), ['wildcard-verbs']);
  assert.deepEqual(of('[get, create]'), ['wildcard-resources']);
});
