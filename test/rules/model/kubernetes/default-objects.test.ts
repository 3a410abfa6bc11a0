import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isDefaultBinding, isDefaultRule } from '../../../../rules/model/kubernetes/default-objects.ts';

const rule = (resource: string, verb: string, names: readonly string[] = []) => ({
  apiGroups: [resource.startsWith('leases') ? 'coordination.k8s.io' : ''],
  resources: [resource],
  verbs: [verb],
  resourceNames: names,
});
const clusterRole = (name: string) => ({ kind: 'ClusterRole', name, namespace: undefined });

describe('roles that Kubernetes keeps', () => {
  it('give what the default gives, or less', () => {
    assert.equal(isDefaultRule(clusterRole('system:kube-scheduler'), rule('nodes', 'list')), true);
    assert.equal(isDefaultRule(clusterRole('system:kube-scheduler'), rule('events', 'patch')), true);
    assert.equal(isDefaultRule(clusterRole('system:kube-scheduler'), rule('secrets', 'list')), false);
    assert.equal(
      isDefaultRule(clusterRole('system:controller:generic-garbage-collector'), rule('carts', 'delete')),
      true,
    );
    assert.equal(isDefaultRule(clusterRole('system:warehouse'), rule('nodes', 'list')), false);
    assert.equal(isDefaultRule(clusterRole('cluster-admin'), rule('*', '*')), true);
  });

  it('give on named objects what the default gives on them', () => {
    const scheduler = clusterRole('system:kube-scheduler');
    assert.equal(isDefaultRule(scheduler, rule('leases', 'update', ['kube-scheduler'])), true);
    assert.equal(isDefaultRule(scheduler, rule('leases', 'update', ['kube-controller-manager'])), false);
    assert.equal(isDefaultRule(scheduler, rule('leases', 'update')), false);
  });

  it('lie in their namespace when they have one', () => {
    const role = (namespace: string) => ({ kind: 'Role', name: 'system:controller:token-cleaner', namespace });
    assert.equal(isDefaultRule(role('kube-system'), rule('secrets', 'delete')), true);
    assert.equal(isDefaultRule(role('shop'), rule('secrets', 'delete')), false);
  });
});

describe('bindings that Kubernetes keeps', () => {
  const binding = (name: string, roleName: string, kind: string, subject: string, namespace?: string) => ({
    kind: 'ClusterRoleBinding',
    name,
    namespace: undefined,
    roleKind: 'ClusterRole',
    roleName,
    subjects: [{ kind, name: subject, namespace }],
  });

  it('give their own role to their own subjects', () => {
    const admins = 'system:masters';
    assert.equal(isDefaultBinding(binding('cluster-admin', 'cluster-admin', 'Group', admins)), true);
    assert.equal(isDefaultBinding(binding('cluster-admin', 'cluster-admin', 'Group', 'system:authenticated')), false);
    assert.equal(
      isDefaultBinding(binding('system:basic-user', 'cluster-admin', 'Group', 'system:authenticated')),
      false,
    );
    assert.equal(isDefaultBinding(binding('system:admins', 'cluster-admin', 'Group', admins)), false);
  });

  it('give controllers of kube-system their role', () => {
    const name = 'system:controller:job-controller';
    assert.equal(isDefaultBinding(binding(name, name, 'ServiceAccount', 'job-controller', 'kube-system')), true);
    assert.equal(isDefaultBinding(binding(name, name, 'ServiceAccount', 'job-controller', 'shop')), false);
    assert.equal(
      isDefaultBinding(binding(name, 'cluster-admin', 'ServiceAccount', 'job-controller', 'kube-system')),
      false,
    );
  });
});
