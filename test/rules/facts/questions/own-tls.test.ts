import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';
import { radiusOfWorkload } from '../../../../rules/facts/questions/blast-radius.ts';
import { mayOwnTls } from '../../../../rules/facts/questions/own-tls.ts';

const pod = (name: string, container: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: shop, labels: {app: ${name}}}\nspec:\n  containers:\n    - {name: a, image: "example.com/a:1", ${container}}\n`;
const service = (port: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {selector: {app: web}, ports: [{${port}}]}\n`;

function factsOf(...documents: readonly string[]) {
  const workspace = new Workspace([]);
  workspace.update({ path: 'all.yaml', text: documents.join('---\n') }, defaultSettings, { retain: true });
  workspace.complete = true;
  workspace.refresh();
  return workspace.facts();
}

/** Whether port 8080 of the pod `web` may speak TLS. */
function may(container: string, ...others: readonly string[]): boolean {
  const facts = factsOf(pod('web', container), ...others);
  const [web] = facts.named('workload', 'web');
  assert.ok(web !== undefined);
  return mayOwnTls(facts, web, web.ports[0] ?? { protocol: 'TCP', number: 8080, name: undefined });
}

describe('what says that a program speaks TLS itself', () => {
  it('is the name or the number of its port', () => {
    assert.equal(may('ports: [{containerPort: 8080, name: http}]'), false);
    assert.equal(may('ports: [{containerPort: 8080, name: https}]'), true);
    assert.equal(may('ports: [{containerPort: 8080, name: http-tls}]'), true);
    assert.equal(may('ports: [{containerPort: 8443}]'), true);
  });

  it('is what a Service calls the port', () => {
    assert.equal(may('', service('port: 80, targetPort: 8080')), false);
    assert.equal(may('', service('port: 443, targetPort: 8080')), true);
    assert.equal(may('', service('port: 80, targetPort: 8080, name: https')), true);
    assert.equal(may('', service('port: 80, targetPort: 8080, appProtocol: kubernetes.io/wss')), true);
    assert.equal(may('', service('port: 443, targetPort: 9090')), false);
  });

  it('is a probe by HTTPS, and a certificate among arguments and variables', () => {
    assert.equal(may('livenessProbe: {httpGet: {port: 8080, scheme: HTTPS}}'), true);
    assert.equal(may('livenessProbe: {httpGet: {port: 8080}}'), false);
    assert.equal(may('args: [--tls-cert=/certs/tls.crt]'), true);
    assert.equal(may('args: [--cert-file, /certs/tls.crt]'), true);
    assert.equal(may('env: [{name: SSL_CERTIFICATE, value: /certs/tls.crt}]'), true);
    assert.equal(may('args: [--listen=:8080, --certainty=1]'), false);
  });

  it('leaves plain text to the other ports', () => {
    const facts = factsOf(
      pod('web', 'ports: [{containerPort: 8080}, {containerPort: 8443}]'),
      pod('shop', 'ports: [{containerPort: 8080}]'),
      pod('till', 'ports: [{containerPort: 8443}]'),
    );
    const [till] = facts.named('workload', 'till');
    assert.ok(till !== undefined);
    const notes = radiusOfWorkload(facts, till).reaches.flatMap(({ title, notes: all }) =>
      title.startsWith('Pod') ? [[title, ...all]] : [],
    );
    assert.deepEqual(notes, [
      ['Pod web (shop)', 'port 8080, 8443', 'plain text on port 8080'],
      ['Pod shop (shop)', 'port 8080', 'plain text'],
    ]);
  });
});
