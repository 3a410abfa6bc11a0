import assert from 'node:assert/strict';
import { it } from 'node:test';
import { listeningPorts } from '../../../../rules/model/kubernetes/listening.ts';
import { resource } from './read.ts';

/** The ports of each container, `!` behind those at the loopback. */
function portsOf(...containers: readonly object[]): readonly (readonly string[])[] {
  const text = JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers } });
  const [pod] = resource(text).pods;
  assert.ok(pod);
  const found = listeningPorts(pod.containers);
  return pod.containers.map((one) =>
    (found.get(one) ?? []).map(({ number, name, isLocal }) => `${name ?? ''}${number}${isLocal ? '!' : ''}`),
  );
}

const port = (containerPort: number, name?: string): object => ({
  containerPort,
  ...(name === undefined ? {} : { name }),
});

it('are those that a container declares', () => {
  assert.deepEqual(portsOf({ name: 'web', ports: [port(80, 'http'), port(9090)] }), [['http80', '9090']]);
  assert.deepEqual(portsOf({ name: 'web' }), [[]]);
});

it('belong to the container that is told to open them', () => {
  const probe = { name: 'probe', args: ['--health-port=29653'] };
  assert.deepEqual(portsOf({ name: 'driver', ports: [port(29653, 'healthz')] }, probe), [[], ['healthz29653']]);
  const named = { name: 'driver', args: ['--endpoint=0.0.0.0:29653'], ports: [port(29653)] };
  assert.deepEqual(portsOf(named, probe), [['29653'], ['29653']], 'both name it');
});

it('are local where arguments or probes name them at the loopback alone', () => {
  const args = (...words: readonly string[]): object => ({ name: 'a', args: words, ports: [port(8080), port(8081)] });
  assert.deepEqual(portsOf(args('--listen=127.0.0.1:8080')), [['8080!', '8081']]);
  assert.deepEqual(portsOf(args('--listen=127.0.0.1:8080', '--also=0.0.0.0:8080')), [['8080', '8081']]);
  assert.deepEqual(portsOf(args('--listen=web-localhost:8080')), [['8080', '8081']], 'another host');
  const probed = {
    name: 'a',
    ports: [port(8080, 'http')],
    livenessProbe: { httpGet: { port: 'http', host: 'localhost' } },
  };
  assert.deepEqual(portsOf(probed), [['http8080!']]);
});
