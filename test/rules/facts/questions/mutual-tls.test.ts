import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';
import { encryptionOf } from '../../../../rules/facts/questions/mutual-tls.ts';

/** What holds between the pods `web` of namespace shop and `bank` of namespace bank, on port 8080; with what decides. */
function between(...documents: readonly string[]): string {
  const workspace = new Workspace([]);
  workspace.update({ path: 'all.yaml', text: documents.join('---\n') }, defaultSettings, { retain: true });
  workspace.complete = true;
  workspace.refresh();
  const facts = workspace.facts();
  const [from, to] = ['web', 'bank'].map((name) => facts.named('workload', name)[0]);
  assert.ok(from !== undefined && to !== undefined);
  const { encryption, by } = encryptionOf(facts, from, to, 8080);
  return by === undefined ? encryption : `${encryption} by ${by.name}`;
}

const object = (api: string, kind: string, name: string, namespace: string, rest: string): string =>
  `apiVersion: ${api}\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\n${rest}`;
const pod = (name: string, namespace: string, metadata = '', spec = ''): string =>
  object(
    'v1',
    'Pod',
    name,
    namespace,
    `  labels: {app: ${name}${metadata}}\nspec:\n${spec}  containers: [{name: a, image: nginx}]\n`,
  );
const namespace = (name: string, metadata: string): string =>
  `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n  ${metadata}\n`;
const peers = (name: string, of: string, spec: string): string =>
  object('security.istio.io/v1', 'PeerAuthentication', name, of, `spec: {${spec}}\n`);
const rule = (name: string, of: string, spec: string): string =>
  object('networking.istio.io/v1', 'DestinationRule', name, of, `spec: {${spec}}\n`);

const [web, bank] = [pod('web', 'shop'), pod('bank', 'bank')];
const service = object(
  'v1',
  'Service',
  'accounts',
  'bank',
  'spec: {selector: {app: bank}, ports: [{port: 80, targetPort: 8080}]}\n',
);
const injected = 'labels: {istio-injection: enabled}';
const meshed = [namespace('shop', injected), namespace('bank', injected), web, bank, service];

describe('whether traffic is encrypted', () => {
  it('depends on both ends', () => {
    assert.equal(between(web, bank), 'none');
    assert.equal(between(...meshed), 'offered');
    assert.equal(between(namespace('bank', injected), namespace('shop', 'labels: {}'), web, bank), 'none');
    assert.equal(between(namespace('bank', injected), web, bank), 'unknown');
    assert.equal(between(...meshed.with(2, pod('web', 'shop', ', sidecar.istio.io/inject: "false"'))), 'none');
    assert.equal(between(...meshed.with(3, pod('bank', 'bank', '', '  hostNetwork: true\n'))), 'none');
  });

  it('knows ambient meshes and Linkerd', () => {
    const ambient = 'labels: {istio.io/dataplane-mode: ambient}';
    assert.equal(between(namespace('shop', ambient), namespace('bank', ambient), web, bank), 'offered');
    const linkerd = 'annotations: {linkerd.io/inject: enabled}';
    assert.equal(between(namespace('shop', linkerd), namespace('bank', linkerd), web, bank), 'offered');
    assert.equal(between(namespace('shop', injected), namespace('bank', linkerd), web, bank), 'none');
  });

  it('is required from the narrowest policy that says something', () => {
    const mesh = peers('mesh', 'istio-system', 'mtls: {mode: STRICT}');
    assert.equal(between(...meshed, mesh), 'required by mesh');
    const wide = peers('wide', 'bank', 'mtls: {mode: PERMISSIVE}');
    assert.equal(between(...meshed, mesh, wide), 'offered by wide');
    assert.equal(between(...meshed, mesh, peers('wide', 'bank', 'mtls: {mode: UNSET}')), 'required by mesh');
    const own = peers('own', 'bank', 'selector: {matchLabels: {app: bank}}, mtls: {mode: STRICT}');
    assert.equal(between(...meshed, wide, own), 'required by own');
    const port = peers(
      'port',
      'bank',
      'selector: {matchLabels: {app: bank}}, mtls: {mode: STRICT}, portLevelMtls: {8080: {mode: DISABLE}}',
    );
    assert.equal(between(...meshed, port), 'none by port');
    assert.equal(between(...meshed, peers('other', 'shop', 'mtls: {mode: STRICT}')), 'offered');
  });

  it('keeps out who has no proxy where it is required', () =>
    assert.equal(
      between(
        namespace('bank', injected),
        namespace('shop', 'labels: {}'),
        web,
        bank,
        peers('wide', 'bank', 'mtls: {mode: STRICT}'),
      ),
      'refused by wide',
    ));

  describe('where clients are told what to send', () => {
    const strict = peers('wide', 'bank', 'mtls: {mode: STRICT}');
    const plain = 'trafficPolicy: {tls: {mode: DISABLE}}';

    it('by each way to write the host', () => {
      for (const host of [
        'accounts.bank',
        'accounts.bank.svc',
        'accounts.bank.svc.cluster.local',
        '"*.bank.svc.cluster.local"',
        '"*"',
      ])
        assert.equal(between(...meshed, rule('plain', 'shop', `host: ${host}, ${plain}`)), 'none by plain', host);
      assert.equal(between(...meshed, rule('plain', 'bank', `host: accounts, ${plain}`)), 'none by plain');
      assert.equal(
        between(...meshed, rule('plain', 'shop', `host: accounts, ${plain}`)),
        'offered',
        'of its own namespace',
      );
      assert.equal(between(...meshed, rule('plain', 'other', `host: "*", ${plain}`)), 'offered', 'of nobody here');
    });

    it('plain text is refused where mutual TLS is required', () =>
      assert.equal(
        between(...meshed, strict, rule('plain', 'shop', `host: accounts.bank, ${plain}`)),
        'refused by plain',
      ));

    it('for some clients, or some ports', () => {
      const some = (app: string): string =>
        rule('plain', 'shop', `host: accounts.bank, workloadSelector: {matchLabels: {app: ${app}}}, ${plain}`);
      assert.equal(between(...meshed, some('web')), 'none by plain');
      assert.equal(between(...meshed, some('other')), 'offered');
      const port = (number: number): string =>
        rule(
          'port',
          'shop',
          `host: accounts.bank, trafficPolicy: {portLevelSettings: [{port: {number: ${number}}, tls: {mode: DISABLE}}]}`,
        );
      assert.equal(between(...meshed, port(80)), 'none by port');
      assert.equal(between(...meshed, port(9090)), 'offered');
    });

    it('by the nearest rule, and the narrowest host', () => {
      const mutual = 'trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}';
      assert.equal(
        between(
          ...meshed,
          rule('far', 'bank', `host: accounts, ${plain}`),
          rule('near', 'shop', `host: accounts.bank, ${mutual}`),
        ),
        'offered',
      );
      assert.equal(
        between(
          ...meshed,
          rule('all', 'shop', `host: "*", ${plain}`),
          rule('one', 'shop', `host: accounts.bank, ${mutual}`),
        ),
        'offered',
      );
      assert.equal(
        between(...meshed, rule('own', 'shop', 'host: accounts.bank, trafficPolicy: {tls: {mode: SIMPLE}}')),
        'unknown by own',
      );
    });
  });
});
