import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Facts } from '../../../../rules/facts/index.ts';
import { indexFacts } from '../../../../rules/facts/index.ts';
import { chooses, servicesOf } from '../../../../rules/facts/questions/services.ts';
import type { Labels } from '../../../../rules/model/kubernetes/labels.ts';
import { Kustomizations } from '../../../../rules/model/kustomize/kustomizations.ts';

const apiVersion = 'v1';

function scope(
  services: readonly (readonly [name: string, namespace: string | undefined, selector?: Labels])[],
): Facts {
  const facts = services.map(([name, namespace, selector]) => ({
    factKind: 'service' as const,
    ...{
      apiVersion,
      kind: 'Service',
      name,
      namespace,
      selector,
      type: undefined,
      labels: {},
      ports: [],
      isPortsKnown: false,
      hasExternalIPs: false,
      isInternal: false,
    },
  }));
  return indexFacts([{ path: 'a.yaml', facts }], new Kustomizations());
}

const pods = (labels: Labels | undefined, namespace: string | undefined) => ({
  ...{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', namespace, labels },
  ref: { file: 'b.yaml', ordinal: 0 },
});

describe('the Services of pods', () => {
  const facts = scope([
    ['anywhere', undefined, { app: 'web' }],
    ['both', 'shop', { app: 'web', tier: 'front' }],
    ['none', 'shop'],
    ['other label', 'shop', { app: 'cart' }],
    ['other namespace', 'bank', { app: 'web' }],
    ['one', 'shop', { tier: 'front' }],
  ]);
  const names = (labels: Labels | undefined, namespace: string | undefined): readonly string[] =>
    servicesOf(facts, pods(labels, namespace)).map(({ name }) => name);

  it('are those whose every label the pods have, of the own namespace first', () =>
    assert.deepEqual(names({ app: 'web', tier: 'front', more: 'x' }, 'shop'), ['both', 'one', 'anywhere']));

  it('lack those that ask for a label more', () => assert.deepEqual(names({ app: 'web' }, 'shop'), ['anywhere']));

  it('may be of any namespace where that of the pods is not known', () =>
    assert.deepEqual(names({ app: 'web' }, undefined), ['anywhere', 'other namespace']));

  it('are none where the labels are not known', () => assert.deepEqual(names(undefined, 'shop'), []));
});

it('a selector chooses by labels of its own alone', () => {
  assert.equal(chooses(undefined, { app: 'web' }), false);
  assert.equal(chooses({ toString: 'x' }, {}), false);
  assert.equal(chooses({ app: 'web' }, { app: 'web', tier: 'x' }), true);
  assert.equal(chooses({ app: 'web' }, { app: 'cart' }), false);
});
