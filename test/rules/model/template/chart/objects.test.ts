import assert from 'node:assert/strict';
import { it } from 'node:test';
import { capabilities } from '../../../../../rules/model/template/chart/objects.ts';
import { isObject, type Value } from '../../../../../rules/model/template/value/value.ts';

function serves(version: string, isReal: boolean): Value {
  const versions = capabilities('1.34', isReal).fields.get('APIVersions');
  return isObject(versions) ? versions.methods.get('Has')?.([version]) : undefined;
}

it('a cluster serves what Helm does not know of without one', () => {
  assert.equal(serves('apiregistration.k8s.io/v1', false), false);
  assert.equal(serves('apiregistration.k8s.io/v1', true), true);
  assert.equal(serves('apps/v1', false), true);
  assert.equal(serves('nobody.example/v1', true), false);
});
