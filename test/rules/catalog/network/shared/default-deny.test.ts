import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { labelsToSelect } from '../../../../../rules/catalog/network/shared/default-deny.ts';
import { resource } from '../../../model/kubernetes/read.ts';

const deployment = (spec: string): ReturnType<typeof resource> =>
  resource(`apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: ${spec}\n`);

describe('the labels that select a workload', () => {
  it("are its selector's, which never change", () => {
    const text =
      '{selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web, version: "7"}}, spec: {containers: [{name: web, image: nginx}]}}}';
    assert.deepEqual(labelsToSelect(deployment(text)), { app: 'web' });
  });

  it("are the template's where the selector has none", () => {
    const text =
      '{selector: {}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: nginx}]}}}';
    assert.deepEqual(labelsToSelect(deployment(text)), { app: 'web' });
  });
});
