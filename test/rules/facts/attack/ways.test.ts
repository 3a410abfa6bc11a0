import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maskOf } from '../../../../rules/facts/attack/arrows.ts';
import type { Cut } from '../../../../rules/facts/attack/edge.ts';
import type { Graph } from '../../../../rules/facts/attack/graph.ts';
import { shortestWay } from '../../../../rules/facts/attack/search.ts';
import { cutsIn, stepsOf } from '../../../../rules/facts/attack/steps.ts';
import {
  type Answer,
  graphOfFacts,
  type Question,
  reachableNames,
  waysOf,
} from '../../../../rules/facts/attack/ways.ts';
import { bound, factsOf, held, heldEverywhere, type Manifest, pod, podWith } from '../../../harness/attack.ts';
import { cheapest, cutsByChance, type Drawn, graphOfDrawn, randomOf, wholeOf } from '../../../harness/attack-search.ts';

const outside: Question = { from: 'outside', to: [], protect: [], most: 1 };
const open: Manifest = {
  ...{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'app' } },
  spec: { type: 'LoadBalancer', selector: { app: 'web' }, ports: [{ port: 80 }] },
};
const ask = (objects: readonly Manifest[], question: Partial<Question> = {}): Answer =>
  waysOf(graphOfFacts(factsOf(objects)), { ...outside, ...question });
const edges = ({ ways }: Answer): readonly string[] =>
  ways.map(({ arrows, target }) => [...arrows.flatMap(({ step }) => step?.edge ?? []), target].join(' '));

describe('ways from outside to what must not fall', () => {
  it('lead over a Service, a token and a role, and are closed by one edit', () => {
    const answer = ask([pod(), open, ...heldEverywhere(':secrets:list')]);
    assert.deepEqual(edges(answer), ['entry.service pod.token api.secret secret/*']);
    assert.deepEqual(
      answer.edits.map(({ cut, closes }) => [cut.edit, closes]),
      [['Remove the permission to list secrets from ClusterRole web', 1]],
    );
    assert.ok(answer.isFewest);
  });

  it('do not begin at what nobody reaches, and do not end at what is of one namespace', () => {
    assert.deepEqual(edges(ask([pod(), ...heldEverywhere(':secrets:list')])), []);
    assert.deepEqual(edges(ask([pod(), open, ...held(':secrets:list')])), []);
    assert.deepEqual(edges(ask([pod(), open, ...held(':secrets:list')], { protect: ['secret/app/d*'] })), []);
  });

  it('end at what is protected', () => {
    const db = pod({}, { envFrom: [{ secretRef: { name: 'db' } }] }, { name: 'db', labels: {} });
    const found = edges(ask([pod(), open, db, ...held(':secrets:list')], { protect: ['secret/app/d*'] }));
    assert.deepEqual(found, ['entry.service pod.token api.secret secret/app/db']);
    assert.deepEqual(edges(ask([pod(), open], { protect: ['pod/*/web'] })), ['entry.service pod/app/web']);
  });

  it('go over what a role gives that one may bind', () => {
    const target = {
      ...{ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { name: 'all', namespace: 'app' } },
      rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }],
    };
    const group = 'rbac.authorization.k8s.io';
    const found = ask([pod(), open, target, ...held(`${group}:roles:bind`, `${group}:rolebindings:create`)], {
      to: ['ns-admin/app'],
    });
    assert.deepEqual(edges(found), ['entry.service pod.token api.bind api.unlimited ns-admin/app']);
  });

  it('assume one thing at most, unless more is asked for', () => {
    const nodePort = { ...open, spec: { ...(open['spec'] as object), type: 'NodePort' } };
    const objects = [podWith('/opt/cni'), nodePort];
    assert.deepEqual(edges(ask(objects)), []);
    assert.equal(ask(objects).assumedOnly, 1);
    assert.deepEqual(edges(ask(objects, { most: 'any' })), ['entry.service escape.host-write node']);
    assert.deepEqual(edges(ask([podWith('/opt/cni'), open], { most: 0 })), []);
  });

  it('do not assume what is known of the cluster, and do not go where it is known to be false', () => {
    const nodePort = { ...open, spec: { ...(open['spec'] as object), type: 'NodePort' } };
    const objects = [podWith('/opt/cni'), nodePort];
    assert.deepEqual(edges(ask(objects, { known: ['node-address'] })), ['entry.service escape.host-write node']);
    assert.deepEqual(edges(ask([podWith('/opt/cni'), open], { refuted: ['image'] })), []);
    assert.deepEqual(edges(ask(objects, { most: 'any', refuted: ['node-address'] })), []);
  });

  it('go from a node to pods that may run there, and to no others', () => {
    const privileged = pod({ nodeSelector: { pool: 'a' } }, { securityContext: { privileged: true } });
    const other = (pool: string): Manifest =>
      pod({ serviceAccountName: 'admin', nodeSelector: { pool } }, {}, { name: 'admin', labels: {} });
    const admin = bound('ClusterRole', ['*:*:*'], [{ kind: 'ServiceAccount', name: 'admin', namespace: 'app' }]);
    const to = { to: ['cluster-admin'] };
    assert.deepEqual(edges(ask([privileged, open, other('a'), ...admin], to)), [
      'entry.service escape.privileged-mount node.pod pod.token api.unlimited cluster-admin',
    ]);
    assert.deepEqual(edges(ask([privileged, open, other('b'), ...admin], to)), []);
  });

  it('to the whole cluster do not hide what falls for less', () => {
    const objects = [pod(), open, ...heldEverywhere(':secrets:list', ':configmaps:update aws-auth')];
    assert.deepEqual(edges(ask(objects)), [
      'entry.service pod.token api.aws-auth cluster-admin',
      'entry.service pod.token api.secret secret/*',
    ]);
    // Of two things that have to be assumed neither is less than the other.
    const other = [pod(), open, ...heldEverywhere(':pods:create', ':configmaps:update aws-auth')];
    assert.ok(edges(ask(other)).includes('entry.service pod.token api.create-privileged-pod node'));
    assert.deepEqual(edges(ask([pod(), open, ...heldEverywhere('*:*:*')])), [
      'entry.service pod.token api.unlimited cluster-admin',
    ]);
  });

  it('go from a node to what is bound to all nodes', () => {
    const privileged = pod({}, { securityContext: { privileged: true } });
    const nodes = bound('ClusterRole', ['*:*:*'], [{ kind: 'Group', name: 'system:nodes' }]);
    assert.deepEqual(edges(ask([privileged, open, ...nodes], { to: ['cluster-admin'] })), [
      'entry.service escape.privileged-mount node.identity api.unlimited cluster-admin',
    ]);
    assert.deepEqual(edges(ask([pod(), open, ...nodes], { to: ['cluster-admin'] })), []);
  });

  it('are told once for all who come over the open network', () => {
    const open2 = (name: string): Manifest => ({
      ...{ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'app' } },
      spec: { type: 'LoadBalancer', selector: { app: name }, ports: [{ port: 80 }] },
    });
    const app = (name: string): Manifest => pod({}, {}, { name, labels: { app: name } });
    const db = pod(
      {},
      { ports: [{ containerPort: 80 }], securityContext: { privileged: true } },
      { name: 'db', labels: {} },
    );
    const { ways, edits: made } = ask([app('a'), open2('a'), app('b'), open2('b'), db]);
    assert.deepEqual(
      ways.map(({ entry, target }) => [entry, target]),
      [['pod/app/a', 'node']],
    );
    // It closes the other one, too.
    assert.deepEqual(
      made.map(({ cut }) => cut.fact.name),
      ['db'],
    );
  });

  it('are closed by edits that leave no way, whatever they close besides', () => {
    const objects = [
      podWith('/', {}, { securityContext: { privileged: true, runAsUser: 0 } }, { hostPID: true }),
      open,
      ...heldEverywhere(':secrets:get,list', ':pods:create', ':nodes/proxy:get'),
    ];
    const graph = graphOfFacts(factsOf(objects));
    const answer = waysOf(graph, outside);
    assert.ok(answer.ways.length > 1 && answer.edits.length > 0);
    const made = new Set(answer.edits.map(({ cut }) => cut.id));
    assert.deepEqual(waysOf(graph, { ...outside, made }).ways, []);
  });

  it('are closed without the edits that somebody keeps from being made', () => {
    const facts = factsOf([pod({}, { securityContext: { privileged: true } }), open]);
    const graph = graphOfFacts(facts);
    const editsOf = (kept: ReadonlySet<string>): readonly string[] => {
      const { edits: found, uncloseable } = waysOf(graph, { ...outside, kept });
      return [...found.map(({ cut }) => cut.kind), ...(uncloseable > 0 ? ['uncloseable'] : [])];
    };
    const idsOf = (...kinds: readonly string[]): ReadonlySet<string> =>
      new Set(cutsIn(stepsOf(facts)).flatMap(({ id, kind }) => (kinds.includes(kind) ? [id] : [])));
    assert.deepEqual(editsOf(new Set()), ['privileged']);
    assert.deepEqual(editsOf(idsOf('privileged')), ['service-type']);
    assert.deepEqual(editsOf(idsOf('privileged', 'service-type')), ['uncloseable']);
  });

  it('begin at what a person names', () => {
    const facts = factsOf([pod(), ...heldEverywhere('*:*:*')]);
    assert.deepEqual(reachableNames(facts, 'pod/web'), ['pod/app/web']);
    assert.deepEqual(reachableNames(facts, 'sa/app/web'), ['sa/app/web']);
    assert.deepEqual(reachableNames(facts, 'pod/nobody'), []);
    const { ways } = waysOf(graphOfFacts(facts), { ...outside, from: 'pod/app/web', most: 'any' });
    assert.deepEqual(edges({ ways } as Answer), ['pod.token api.unlimited cluster-admin']);
  });
});

/** Edits, and a graph of a few vertices whose arrows have some of them. */
function randomGraph(random: (below: number) => number): { readonly graph: Graph; readonly cuts: readonly Cut[] } {
  const names = ['outside', 'a', 'b', 'c', 'd', 'cluster-admin'];
  const cuts = cutsByChance(1 + random(5), random);
  const arrows = Array.from({ length: 3 + random(9) }, (): Drawn => {
    const [from, to] = [random(names.length - 1), 1 + random(names.length - 1)];
    const assumes = random(4) === 0 ? (['flaw'] as const) : random(4) === 0 ? (['image'] as const) : [];
    const own = new Set(Array.from({ length: 1 + random(2) }, () => random(cuts.length)));
    return { from, to, assumes, cuts: [...own].flatMap((cut) => cuts[cut] ?? []) };
  });
  return { graph: graphOfDrawn(names, arrows), cuts };
}

describe('the fewest edits', () => {
  it('cost as little as trying every set does, on 10,000 small graphs, and leave no way', () => {
    const random = randomOf(11);
    const target = 5;
    let some = 0;
    for (let i = 0; i < 10_000; i++) {
      const { graph, cuts } = randomGraph(random);
      const answer = waysOf(graph, { ...outside, to: ['cluster-admin'] });
      const whole = wholeOf(graph, cuts);
      const isOpen = (made: ReadonlySet<number>): boolean =>
        [0, maskOf(['flaw']), maskOf(['image'])].some(
          (mask) => shortestWay(whole, [0], new Set([target]), mask, made) !== undefined,
        );
      assert.equal(answer.ways.length > 0, isOpen(new Set()));
      if (answer.ways.length > 0) some++;
      const cost = answer.edits.reduce((sum, { cut }) => sum + cut.cost, 0);
      const least = cheapest(
        cuts.map((cut) => cut.cost),
        (made) => !isOpen(made),
      );
      assert.equal(cost, least, JSON.stringify(graph.arrows));
      assert.ok(answer.isFewest);
      assert.ok(!isOpen(new Set(answer.edits.map(({ cut }) => cuts.indexOf(cut)))));
    }
    assert.ok(some > 2000);
  });
});
