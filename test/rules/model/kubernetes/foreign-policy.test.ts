import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { foreignPoliciesOf } from '../../../../rules/model/kubernetes/foreign-policy.ts';
import { resourcesOf } from '../../../../rules/model/kubernetes/resource.ts';
import { parseDocument } from '../../../../rules/yaml/parse.ts';

const isolated = (text: string): unknown => {
  const [resource] = resourcesOf(parseDocument(text), false);
  return (resource === undefined ? undefined : foreignPoliciesOf(resource))?.map(({ podSelector, isolates }) => ({
    pods: podSelector,
    ...isolates,
  }));
};

const cilium = (spec: string): string =>
  `apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: a}\nspec: ${spec}\n`;

describe('a Cilium policy', () => {
  it('isolates for the sections it has', () => {
    assert.deepEqual(isolated(cilium('{endpointSelector: {}, ingress: [{}]}')), [
      { pods: [], ingress: true, egress: false },
    ]);
    assert.deepEqual(isolated(cilium('{endpointSelector: {}, egressDeny: [{}]}')), [
      { pods: [], ingress: false, egress: true },
    ]);
  });

  it('does not isolate where it says so', () => {
    assert.deepEqual(
      isolated(cilium('{endpointSelector: {}, enableDefaultDeny: {ingress: false}, ingress: [{}], egress: [{}]}')),
      [{ pods: [], ingress: false, egress: true }],
    );
  });

  it('selects labels of pods with or without their source', () => {
    const app = [{ key: 'app', operator: 'In', values: ['web'] }];
    assert.deepEqual(isolated(cilium('{endpointSelector: {matchLabels: {"k8s:app": web}}, ingress: []}')), [
      { pods: app, ingress: true, egress: false },
    ]);
    assert.deepEqual(isolated(cilium('{endpointSelector: {matchLabels: {"reserved:host": ""}}, ingress: []}')), [
      { pods: undefined, ingress: true, egress: false },
    ]);
  });

  it('of nodes isolates no pod', () => {
    assert.deepEqual(isolated(cilium('{nodeSelector: {}, ingress: []}')), []);
  });
});

describe('a policy of administrators', () => {
  const admin = (action: string): string =>
    `apiVersion: policy.networking.k8s.io/v1alpha1\nkind: AdminNetworkPolicy\nmetadata: {name: a}\nspec: {ingress: [{action: ${action}}]}\n`;

  it('takes away only what it denies', () => {
    assert.deepEqual(isolated(admin('Allow')), [{ pods: undefined, ingress: false, egress: false }]);
    assert.deepEqual(isolated(admin('Deny')), [{ pods: undefined, ingress: true, egress: false }]);
  });
});

it('other kinds are no policies', () => {
  assert.equal(isolated('apiVersion: v1\nkind: Service\nmetadata: {name: a}\n'), undefined);
});
