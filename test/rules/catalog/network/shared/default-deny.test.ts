import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { denyPolicy, labelsToSelect } from '../../../../../rules/catalog/network/shared/default-deny.ts';
import { networkPolicyOf } from '../../../../../rules/model/kubernetes/network.ts';
import { resource } from '../../../model/kubernetes/read.ts';

const deployment = (spec: string): ReturnType<typeof resource> =>
  resource(`apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: ${spec}\n`);

describe('a policy that denies', () => {
  it('is read as it was meant, with labels that YAML would take for something else', () => {
    const policy = networkPolicyOf(
      resource(
        denyPolicy({
          name: 'web',
          namespace: 'shop',
          labels: { app: 'web', debug: 'true', rev: '1' },
          directions: ['egress'],
        }),
      ),
    );
    assert.deepEqual(policy?.isolates, { ingress: false, egress: true });
    assert.deepEqual(
      policy?.podSelector?.map(({ key, values }) => [key, ...values]),
      [
        ['app', 'web'],
        ['debug', 'true'],
        ['rev', '1'],
      ],
    );
  });

  it('lets names be resolved, and nothing else', () => {
    const rules = networkPolicyOf(
      resource(denyPolicy({ name: 'deny', namespace: undefined, labels: {}, directions: ['ingress', 'egress'] })),
    )?.rules;
    assert.equal(rules?.ingress.length, 0);
    assert.deepEqual(
      rules?.egress.map(({ portsField }) => portsField.items.map((port) => port.at('port').integer)),
      [[53, 53]],
    );
  });
});

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
