import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { networkPolicyOf, openingOf } from '../../../../rules/model/kubernetes/network.ts';
import { resource } from './read.ts';

const policy = (spec: string): NonNullable<ReturnType<typeof networkPolicyOf>> => {
  const read = networkPolicyOf(
    resource(`apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p}\nspec: ${spec}\n`),
  );
  if (read === undefined) throw new Error('no policy');
  return read;
};

describe('a NetworkPolicy isolates', () => {
  const isolates = (spec: string): [boolean, boolean] => [policy(spec).isolates.ingress, policy(spec).isolates.egress];

  it('what its types say', () => assert.deepEqual(isolates('{podSelector: {}, policyTypes: [Egress]}'), [false, true]));
  it('without types: ingress, and egress when it has egress rules', () => {
    assert.deepEqual(isolates('{podSelector: {}}'), [true, false]);
    assert.deepEqual(isolates('{podSelector: {}, egress: [{}]}'), [true, true]);
    assert.deepEqual(isolates('{podSelector: {}, egress: []}'), [true, false]);
  });
});

it('a rule without peers, or with an empty list of them, means everybody', () => {
  const any = (ingress: string): boolean | undefined =>
    policy(`{podSelector: {}, ingress: [${ingress}]}`).rules.ingress[0]?.anyPeer;
  assert.equal(any('{}'), true);
  assert.equal(any('{from: []}'), true);
  assert.equal(any('{ports: [{port: 80}]}'), true);
  assert.equal(any('{from: [{podSelector: {}}]}'), false);
});

it('policies of other groups are others', () =>
  assert.equal(
    networkPolicyOf(resource('apiVersion: crd.projectcalico.org/v1\nkind: NetworkPolicy\nspec: {}\n')),
    undefined,
  ));

describe('a rule is open', () => {
  const opening = (ingress: string): string | undefined => {
    const [rule] = policy(`{podSelector: {}, ingress: [${ingress}]}`).rules.ingress;
    return rule === undefined ? undefined : openingOf(rule)?.to;
  };

  it('to everybody, every address or every pod', () => {
    assert.equal(opening('{}'), 'everybody');
    assert.equal(opening('{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}'), 'every address');
    assert.equal(opening('{from: [{podSelector: {}}, {namespaceSelector: {}}]}'), 'every pod of the cluster');
    assert.equal(
      opening('{from: [{namespaceSelector: {matchLabels: {}}, podSelector: {}}]}'),
      'every pod of the cluster',
    );
  });

  it('not to a namespace, some pods, some addresses, or what is not known', () => {
    for (const rule of [
      '{from: [{podSelector: {}}]}',
      '{from: [{namespaceSelector: {}, podSelector: {matchLabels: {app: web}}}]}',
      '{from: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}]}',
      '{from: [{namespaceSelector: {matchLabels: {a: *b}}}]}',
    ]) {
      assert.equal(opening(rule), undefined, rule);
    }
  });
});
