/** What is not known; the rest is held against Cyclonus in test/oracle/network.test.ts. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Selector } from '../../../../rules/model/kubernetes/labels.ts';
import {
  type Answer,
  type Endpoint,
  judge,
  type Peer,
  type Port,
  type TrafficPolicy,
} from '../../../../rules/model/kubernetes/traffic.ts';

const app = (value: string): Selector => [{ key: 'app', operator: 'In', values: [value] }];
const web: Port = { protocol: 'TCP', number: 80, name: undefined };
const pod = (labels: { app: string } | undefined, namespace: string | undefined = 'shop'): Endpoint => ({
  pod: { namespace, namespaceLabels: undefined, labels },
});
const policy = (podSelector: Selector | undefined, ...from: readonly Peer[]): TrafficPolicy => ({
  podSelector,
  isolates: { ingress: true, egress: false },
  rules: { ingress: from.map((peer) => ({ peers: [peer], ports: [] })), egress: [] },
});
const foreign: TrafficPolicy = { podSelector: [], isolates: { ingress: true, egress: true }, rules: undefined };
const own = (pods: Selector): Peer => ({ kind: 'pods', namespaces: undefined, pods });
const namespaces = (key: string, value: string): Peer => ({
  kind: 'pods',
  namespaces: [{ key, operator: 'In', values: [value] }],
  pods: [],
});
const block = (cidr: string, except: readonly string[] = []): Peer => ({ kind: 'block', cidr, except });

function allowed(policies: readonly TrafficPolicy[], to: Endpoint, from: Endpoint, port: Port = web): Answer {
  return judge(policies, () => 'shop', 'ingress', to, from, port).allowed;
}

describe('nobody knows', () => {
  it('the labels of a pod', () => {
    assert.equal(allowed([policy([], own(app('web')))], pod({ app: 'db' }), pod(undefined)), undefined);
    // Whether the policy selects it at all.
    assert.equal(allowed([policy(app('db'))], pod(undefined), pod({ app: 'web' })), undefined);
    assert.equal(allowed([policy([])], pod(undefined), pod({ app: 'web' })), false);
  });

  it('the labels of a namespace, but for its name', () => {
    const ask = (peer: Peer): Answer => allowed([policy([], peer)], pod({ app: 'db' }), pod({ app: 'web' }, 'bank'));
    assert.equal(ask(namespaces('team', 'a')), undefined);
    assert.equal(ask(namespaces('kubernetes.io/metadata.name', 'bank')), true);
    assert.equal(ask(namespaces('kubernetes.io/metadata.name', 'shop')), false);
  });

  it('the address of a pod', () => {
    const ask = (peer: Peer): Answer => allowed([policy([], peer)], pod({ app: 'db' }), pod({ app: 'web' }));
    assert.equal(ask(block('10.0.0.0/8')), undefined);
    assert.equal(ask(block('0.0.0.0/0', ['10.0.0.0/8'])), undefined);
    assert.equal(ask(block('0.0.0.0/0')), true);
    assert.equal(ask(block('203.0.113.0/24')), false);
  });

  it('what a policy of another project lets through', () => {
    assert.equal(allowed([foreign], pod({ app: 'db' }), pod({ app: 'web' })), undefined);
    assert.equal(allowed([foreign, policy([], own([]))], pod({ app: 'db' }), pod({ app: 'web' })), true);
  });

  it('the ports of a pod that declares none', () => {
    const limited: TrafficPolicy = {
      ...policy([]),
      rules: { ingress: [{ peers: [], ports: [{ protocol: 'TCP', port: 80, endPort: undefined }] }], egress: [] },
    };
    const some: Port = { protocol: 'TCP', number: undefined, name: undefined };
    assert.equal(allowed([limited], pod({ app: 'db' }), pod({ app: 'web' }), some), undefined);
    assert.equal(allowed([limited], pod({ app: 'db' }), pod({ app: 'web' }), { ...some, protocol: 'UDP' }), false);
  });
});

it('names the policy and the rule that decide', () => {
  const policies = [policy(app('cache')), policy([], own(app('api')), own(app('web')))];
  const { by, isolating } = judge(policies, () => 'shop', 'ingress', pod({ app: 'db' }), pod({ app: 'web' }), web);
  assert.deepEqual(isolating, [policies[1]]);
  assert.deepEqual(by, { policy: policies[1], rule: 1 });
});

it('two objects without a namespace are applied together', () => {
  const nowhere = (app: string): Endpoint => ({
    pod: { namespace: undefined, namespaceLabels: undefined, labels: { app } },
  });
  const ask = (from: Endpoint): Answer =>
    judge([policy([], own([]))], () => undefined, 'ingress', nowhere('db'), from, web).allowed;
  assert.equal(ask(nowhere('web')), true);
  assert.equal(ask(pod({ app: 'web' }, 'bank')), undefined);
});
