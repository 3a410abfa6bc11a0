import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { edgesOf } from '../../../../rules/engine/attack-edges.ts';
import { stepsOf } from '../../../../rules/facts/attack/steps.ts';
import { connection, portsOf } from '../../../../rules/facts/questions/connections.ts';
import { factsOf, type Manifest, pod } from '../../../harness/attack.ts';
import { randomOf } from '../../../harness/attack-search.ts';

const listening = (name: string, namespace = 'app', spec: Manifest = {}): Manifest =>
  pod(spec, { ports: [{ containerPort: 80 }] }, { name, namespace, labels: { app: name } });
const policy = (name: string, spec: Manifest, namespace = 'app'): Manifest => ({
  ...{ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace }, spec },
});
const only = (app: string): Manifest => ({ podSelector: { matchLabels: { app } } });
const reached = (objects: readonly Manifest[]): string[] =>
  edgesOf(factsOf(objects)).flatMap(({ edge, from, to }) => (edge === 'net.reach' ? [`${from} > ${to}`] : []));

describe('steps over the network', () => {
  it('lead from every pod to every pod that listens, where no policy is', () => {
    assert.deepEqual(reached([listening('a'), pod({}, {}, { name: 'b', labels: {} })]), ['pod/app/b > pod/app/a']);
    assert.deepEqual(reached([listening('a'), listening('b', 'other')]).sort(), [
      'pod/app/a > pod/other/b',
      'pod/other/b > pod/app/a',
    ]);
  });

  it('lead where both policies let them, and nowhere else', () => {
    const db = policy('db', { ...only('db'), ingress: [{ from: [only('cart')] }] });
    const objects = [listening('web'), listening('cart'), listening('db'), db];
    assert.deepEqual(
      reached(objects).filter((arrow) => arrow.endsWith('/db')),
      ['pod/app/cart > pod/app/db'],
    );
    const shut = policy('cart', { ...only('cart'), policyTypes: ['Egress'], egress: [] });
    assert.deepEqual(
      reached([...objects, shut]).filter((arrow) => arrow.includes('cart >') || arrow.endsWith('/db')),
      [],
    );
  });

  it('are told from a pod that is on the network of its node, whatever policies say', () => {
    const shut = policy('all', { podSelector: {}, policyTypes: ['Egress'], egress: [] });
    const found = reached([listening('a'), listening('b', 'app', { hostNetwork: true }), shut]);
    assert.deepEqual(found, ['pod/app/b > pod/app/a']);
  });

  it('can be closed by a policy, but not where pods call it, nor where it is on the network of its node', () => {
    const service = {
      ...{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'db', namespace: 'app' } },
      spec: { selector: { app: 'db' }, ports: [{ port: 80 }] },
    };
    const calling = pod(
      {},
      { env: [{ name: 'DB', value: 'http://db:80' }] },
      { name: 'cart', labels: {}, namespace: 'app' },
    );
    const cutsInto = (objects: readonly Manifest[]): string[] =>
      stepsOf(factsOf(objects)).network.steps.flatMap(({ from, to, cuts }) =>
        to === 'pod/app/db' ? [`${from} ${cuts.length}`] : [],
      );
    assert.deepEqual(cutsInto([listening('db'), service, calling]), ['network 1', 'pod/app/cart 0']);
    const shut = policy('db', { ...only('db'), ingress: [{ from: [{ podSelector: {} }] }] });
    assert.deepEqual(cutsInto([listening('db'), service, calling, listening('web'), shut]).sort(), [
      'pod/app/cart 0',
      'pod/app/web 1',
    ]);
    assert.deepEqual(cutsInto([listening('db', 'app', { hostNetwork: true })]), ['network 0']);
  });

  it('are those that the judge of connections allows, on 300 small clusters', () => {
    const random = randomOf(3);
    const peers = (): Manifest[] =>
      [[], [only('a')], [only('b')], [{ namespaceSelector: {} }], [{ ...only('c'), namespaceSelector: {} }]][
        random(5)
      ] ?? [];
    const ports = (): Manifest[] => [[], [{ port: 80 }], [{ port: 81 }]][random(3)] ?? [];
    for (let i = 0; i < 300; i++) {
      const pods = ['a', 'b', 'c'].map((name) => listening(name, ['app', 'other'][random(2)]));
      const policies = Array.from({ length: random(4) }, (_, n) => {
        const [ingress, egress] = [random(2) === 0, random(2) === 0];
        return policy(
          `p${n}`,
          {
            podSelector: random(2) === 0 ? {} : { matchLabels: { app: ['a', 'b', 'c'][random(3)] } },
            policyTypes: [...(ingress ? ['Ingress'] : []), ...(egress ? ['Egress'] : [])],
            ...(ingress ? { ingress: random(3) === 0 ? [] : [{ from: peers(), ports: ports() }] } : {}),
            ...(egress ? { egress: random(3) === 0 ? [] : [{ to: peers(), ports: ports() }] } : {}),
          },
          ['app', 'other'][random(2)],
        );
      });
      const facts = factsOf([...pods, ...policies]);
      const { footholds } = stepsOf(facts).terrain;
      const wanted = footholds.flatMap((from) =>
        footholds.flatMap((to) =>
          from !== to &&
          portsOf(facts, to.workload).some(
            (port) => connection(facts, from.workload, to.workload, port).allowed === true,
          )
            ? [`${from.id} > ${to.id}`]
            : [],
        ),
      );
      assert.deepEqual([...new Set(reached([...pods, ...policies]))].sort(), wanted.sort(), JSON.stringify(policies));
    }
  });
});
