import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { containersAt, hasOpenPort } from '../../../../rules/facts/attack/containers.ts';
import { graphOfFacts, type Question, waysOf } from '../../../../rules/facts/attack/ways.ts';
import type { WorkloadFact } from '../../../../rules/facts/kinds/workload.ts';
import { factsOf, type Manifest, pod } from '../../../harness/attack.ts';

const outside: Question = { from: 'outside', to: [], protect: [], most: 1 };
const container = (name: string, port: number | undefined, more: Manifest = {}): Manifest => ({
  ...{ name, image: `example.com/${name}:1` },
  ...(port === undefined ? {} : { ports: [{ containerPort: port, name: `of-${name}` }] }),
  ...more,
});
const service = (targetPort: number | string): Manifest => ({
  ...{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'app' } },
  spec: { type: 'LoadBalancer', selector: { app: 'web' }, ports: [{ port: 80, targetPort }] },
});
const privileged = { securityContext: { privileged: true } };
const as = (runAsUser: number): Manifest => ({ securityContext: { runAsUser } });
const workload = (spec: Manifest): WorkloadFact => {
  const [found] = factsOf([pod(spec)]).byKind.workload;
  assert.ok(found !== undefined);
  return found;
};
const targets = (objects: readonly Manifest[], question: Partial<Question> = {}): readonly string[] =>
  waysOf(graphOfFacts(factsOf(objects)), { ...outside, ...question }).ways.map(
    ({ entry, arrows, target }) => `${entry} ${arrows.map(({ step }) => step?.edge ?? '-').join(' ')} ${target}`,
  );

describe('the containers that somebody gets into over the network', () => {
  it('are those that listen on the port, and any that runs where none declares it', () => {
    const two = workload({ containers: [container('web', 80), container('log', undefined)] });
    assert.deepEqual(containersAt(two, [80]), [0]);
    assert.deepEqual(containersAt(two, ['of-web']), [0]);
    assert.deepEqual(containersAt(two, 'every'), [0]);
    assert.equal(containersAt(two, [81]), undefined);
    const both = workload({ containers: [container('web', 80), container('log', 81)] });
    assert.deepEqual(containersAt(both, [81]), [1]);
    assert.equal(containersAt(both, 'every'), undefined);
    assert.equal(containersAt(workload({ containers: [container('web', 80)] }), [80]), undefined);
    const shared = { shareProcessNamespace: true, containers: [container('web', 80), container('log', undefined)] };
    assert.equal(containersAt(workload(shared), [80]), undefined);
    const asOther = { ...shared, containers: [container('web', 80), container('log', undefined, as(7))] };
    assert.deepEqual(containersAt(workload(asOther), [80]), [0]);
  });

  it('are those that are told to open the port, which another one declares', () => {
    const probe = container('probe', undefined, { args: ['--health-port=29653'] });
    assert.deepEqual(containersAt(workload({ containers: [container('driver', 29653), probe] }), 'every'), [1]);
    const proxy = container('proxy', undefined, { args: ['--upstream=http://127.0.0.1:8080/'] });
    assert.deepEqual(containersAt(workload({ containers: [container('web', 8080), proxy] }), 'every'), [0]);
    const both = [container('web', 80, { args: ['--port=80'] }), container('twin', undefined, { args: ['--port=80'] })];
    assert.equal(containersAt(workload({ containers: both }), 'every'), undefined);
  });

  it('are no init containers, which end before anybody calls', () => {
    const spec = {
      containers: [container('web', undefined)],
      initContainers: [container('setup', undefined, privileged)],
    };
    const running = workload(spec).power.containers.flatMap(({ name }, i) => (name === 'web' ? [i] : []));
    assert.deepEqual(containersAt(workload(spec), [80]), running);
    assert.deepEqual(targets([pod(spec), service(80)]), []);
  });

  it('give what they have, and nothing of those beside them', () => {
    const beside = [container('web', 80), container('log', undefined, privileged)];
    assert.deepEqual(targets([pod({ containers: beside }), service(80)]), []);
    const own = [container('web', 80, privileged), container('log', undefined)];
    assert.deepEqual(targets([pod({ containers: own }), service(80)]), [
      'pod/app/web entry.service escape.privileged-mount - node',
    ]);
    assert.equal(targets([pod({ shareProcessNamespace: true, containers: beside }), service(80)]).length, 1);
    assert.equal(targets([pod({ containers: beside }), service(443)]).length, 1);
    // Who is in the pod chooses.
    const inside = targets([pod({ containers: beside }), service(80)], { from: 'pod/app/web' });
    assert.deepEqual(inside, ['pod/app/web escape.privileged-mount - node']);
  });

  it('are targets where their workload is one', () => {
    const spec = { containers: [container('web', 80), container('log', undefined)] };
    const found = targets([pod(spec), service(80)], { to: ['pod/app/web'] });
    assert.deepEqual(found, ['pod/app/web entry.service pod/app/web']);
    assert.deepEqual(targets([pod(spec), service(80)], { protect: ['pod/*/web'] }), found);
  });

  it('have the secrets that they are given', () => {
    const secret = { env: [{ name: 'KEY', valueFrom: { secretKeyRef: { name: 'db', key: 'key' } } }] };
    const to = { to: ['secret/app/db'] };
    const apart = { containers: [container('web', 80), container('log', undefined, secret)] };
    assert.deepEqual(targets([pod(apart), service(80)], to), []);
    const own = { containers: [container('web', 80, secret), container('log', undefined, secret)] };
    assert.equal(targets([pod(own), service(80)], to).length, 1);
  });
});

describe('a port of the loopback', () => {
  const isOpen = (more: Manifest, port = 29653): boolean =>
    hasOpenPort(workload({ hostNetwork: true, containers: [container('web', port, more)] }));

  it('is no way in', () => {
    assert.ok(isOpen({}));
    assert.ok(!isOpen({ args: ['--http-endpoint=localhost:29653'] }));
    assert.ok(!isOpen({ args: ['--http-endpoint', '127.0.0.1:29653'] }));
    assert.ok(!isOpen({ livenessProbe: { httpGet: { host: 'localhost', port: 'of-web' } } }));
    assert.ok(!isOpen({ livenessProbe: { tcpSocket: { host: '127.0.0.1', port: 29653 } } }));
    assert.ok(isOpen({ args: ['--http-endpoint=localhost:2965'] }, 2965) === false);
  });

  it('is told from what listens elsewhere, too, and from what is called there', () => {
    assert.ok(isOpen({ args: ['--listen=:29653', '--metrics=localhost:29653'] }));
    assert.ok(isOpen({ args: ['--upstream=localhost:8080'] }));
    assert.ok(isOpen({ args: ['--http-endpoint=localhost:296530'] }));
    assert.ok(isOpen({ args: ['--http-endpoint=notlocalhost:29653'] }));
    assert.ok(isOpen({ livenessProbe: { httpGet: { port: 29653 } } }));
  });
});
