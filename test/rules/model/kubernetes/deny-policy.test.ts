import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { denyPolicy } from '../../../../rules/model/kubernetes/deny-policy.ts';
import { networkPolicyOf } from '../../../../rules/model/kubernetes/network.ts';
import { resource } from './read.ts';

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
