import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { meantApiKind, usualApiVersion } from '../../../../rules/model/kubernetes/api-kind.ts';

describe('what a kind that does not exist means', () => {
  it('is one of another group', () => {
    assert.deepEqual(meantApiKind('v1', 'Deployment'), { apiVersion: 'apps/v1', kind: 'Deployment' });
    assert.deepEqual(meantApiKind('batch/v1', 'Deployment'), { apiVersion: 'apps/v1', kind: 'Deployment' });
    assert.deepEqual(meantApiKind('app/v1', 'Deployment'), { apiVersion: 'apps/v1', kind: 'Deployment' });
    assert.deepEqual(meantApiKind('apps/v1', 'CronJob'), { apiVersion: 'batch/v1', kind: 'CronJob' });
  });

  it('is a word that is misspelt', () => {
    assert.deepEqual(meantApiKind('apps/v1', 'Deploymnet'), { apiVersion: 'apps/v1', kind: 'Deployment' });
    assert.deepEqual(meantApiKind('v1', 'service'), { apiVersion: 'v1', kind: 'Service' });
    assert.deepEqual(meantApiKind('networking.k8s.io/v1', 'NetworkPolicies')?.kind, 'NetworkPolicy');
  });

  it('is nothing where it exists, or may be of another project', () => {
    for (const [apiVersion, kind] of [
      ['apps/v1', 'Deployment'],
      ['extensions/v1beta1', 'Ingress'],
      ['policy/v1beta1', 'PodSecurityPolicy'],
      ['serving.knative.dev/v1', 'Service'],
      ['v1', 'Config'],
      ['v1', 'Template'],
      ['v1', 'DeploymentConfig'],
      ['v1', 'Route'],
      ['skaffold/v4beta1', 'Config'],
    ] as const)
      assert.equal(meantApiKind(apiVersion, kind), undefined, `${apiVersion} ${kind}`);
  });

  it('knows the version to write', () => {
    assert.equal(usualApiVersion('NetworkPolicy'), 'networking.k8s.io/v1');
    assert.equal(usualApiVersion('Cart'), undefined);
  });
});
