import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isMeshHost } from '../../../../rules/model/kubernetes/mesh.ts';

it('hosts of the mesh are names of services, in whole or in part', () => {
  for (const host of [
    'cart',
    '*',
    '*.local',
    'cart.shop.svc',
    'cart.shop.svc.cluster.local',
    '*.shop.svc.cluster.local',
  ])
    assert.equal(isMeshHost(host), true, host);
});

it('other hosts are not surely of the mesh, and the API server is none', () => {
  for (const host of [
    'payments.example.com',
    'cart.shop',
    'kubernetes.default.svc.cluster.local',
    'kubernetes',
    'istiod.istio-system.svc.cluster.local',
  ])
    assert.equal(isMeshHost(host), false, host);
});
