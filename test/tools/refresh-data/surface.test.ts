import assert from 'node:assert/strict';
import { it } from 'node:test';
import { surfaceProblems } from '../../../tools/refresh-data/surface.ts';

const served = (kind: string, group: string, version = 'v1', namespaced = true, onlyVerbs: readonly string[] = []) => ({
  group,
  version,
  kind,
  namespaced,
  onlyVerbs,
});

it('says nothing of what the tables know', () => {
  const resources = [
    served('NetworkPolicy', 'networking.k8s.io'),
    served('Ingress', 'networking.k8s.io'),
    served('ClusterRole', 'rbac.authorization.k8s.io', 'v1', false),
    served('TokenReview', 'authentication.k8s.io', 'v1', false, ['create']),
    served('CronJob', 'batch'),
  ];
  const removals = [{ apiVersion: 'batch/v1beta1', kind: 'CronJob', since: 25, replacement: 'batch/v1' }];
  assert.deepEqual(surfaceProblems({ resources, removals }, 37), []);
});

it('names groups, scopes, verbs and removals that the tables lack', () => {
  const resources = [
    served('Spaceship', 'fleet.k8s.io', 'v1', false, ['create']),
    served('Ingress', 'networking.k8s.io', 'v1', false),
    served('CronJob', 'batch', 'v1beta1'),
  ];
  const removals = [
    { apiVersion: 'fleet.k8s.io/v1beta1', kind: 'Ingress', since: 36, replacement: '' },
    { apiVersion: 'fleet.k8s.io/v1alpha1', kind: 'Ingress', since: 38, replacement: '' },
    { apiVersion: 'batch/v1beta1', kind: 'CronJob', since: 26, replacement: 'batch/v1' },
  ];
  assert.deepEqual(surfaceProblems({ resources, removals }, 37), [
    'rbac-verbs.ts: spaceships lie in no namespace',
    'rbac-verbs.ts: spaceships know only create',
    'rbac-verbs.ts: spaceships are of the group "fleet.k8s.io"',
    'rbac-verbs.ts: ingresses lie in no namespace',
    'removed-apis.ts: fleet.k8s.io/v1beta1 Ingress is not served since 1.36; successor: look it up',
    'removed-apis.ts: batch/v1beta1 CronJob is not served since 1.26, not 1.25',
  ]);
});
