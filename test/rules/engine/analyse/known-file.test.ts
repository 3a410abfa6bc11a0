import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type KnownFile, sameDeployment, unitFileOf } from '../../../../rules/engine/analyse/known-file.ts';

const known: KnownFile = {
  extracted: [],
  root: '/w',
  kustomization: undefined,
  deployments: [{ defines: ['apps/Deployment//a'], deploys: [{ path: 'b', from: 'root' }], names: ['a'] }],
  chart: '/w/shop',
  isOutside: false,
};

it('a file of a chart is one of its unit', () => {
  const { chart, defines, deploys } = unitFileOf('/w/shop/templates/a.yaml', known);
  assert.deepEqual(
    { chart, defines, deploys },
    { chart: '/w/shop', defines: ['apps/Deployment//a'], deploys: ['/w/b'] },
  );
});

it('a file that moves into a chart is deployed otherwise', () => {
  assert.ok(sameDeployment(known, { ...known }));
  assert.ok(!sameDeployment(known, { ...known, chart: undefined }));
});
